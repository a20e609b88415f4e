// The delivery time that the frame inside checkout reports.
// Invariant: only a well-formed message from that very frame and this origin counts.
import { byId } from './element.js';

/** @param {(slot: string) => void} onSlot */
export function startDeliverySlot(onSlot) {
  const frame = byId('delivery-slots', HTMLIFrameElement);
  addEventListener('message', ({ data, origin, source }) => {
    if (origin !== location.origin || source !== frame.contentWindow) return;
    if (data?.type === 'deliverySlot' && typeof data.slot === 'string')
      onSlot(data.slot.slice(0, 120));
  });
  return {
    /** @param {string} date as `YYYY-MM-DD` */
    showDay(date) {
      const address = `/delivery-slots.html?date=${encodeURIComponent(date)}`;
      if (!frame.src.endsWith(address)) frame.src = address;
    },
  };
}
