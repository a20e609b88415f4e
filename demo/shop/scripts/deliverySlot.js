// The delivery time, and the height, that the frame inside checkout reports.
// Invariant: only a well-formed message from that very frame and this origin counts.
import { byId } from './element.js';

/** @param {(slot: string) => void} onSlot */
export function startDeliverySlot(onSlot) {
  const frame = byId('delivery-slots', HTMLIFrameElement);
  addEventListener('message', ({ data, origin, source }) => {
    if (origin !== location.origin || source !== frame.contentWindow) return;
    if (data?.type === 'deliverySlot' && typeof data.slot === 'string')
      onSlot(data.slot.slice(0, 120));
    // A frame that is not shown measures nothing.
    if (data?.type === 'deliverySlotsHeight' && data.heightPx > 0)
      frame.style.blockSize = `${Math.min(Number(data.heightPx), 600)}px`;
  });
  return {
    /** @param {string} date as `YYYY-MM-DD` */
    showDay(date) {
      // Replacing leaves the Back button to the steps.
      if (date !== '') frame.contentWindow?.location.replace(`/delivery-slots.html?date=${date}`);
    },
  };
}
