// Inside the delivery frame: names the day, and tells the page around it which time was kept and how tall this one is.
import { byId } from './element.js';

const date = new Date(`${new URLSearchParams(location.search).get('date')}T12:00`);
const known = !Number.isNaN(date.getTime());
const day = known
  ? date.toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })
  : 'The day you chose';
byId('slot-day', HTMLElement).textContent = day;

byId('slots', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  if (!(event.target instanceof HTMLFormElement)) return;
  const chosen = new FormData(event.target);
  const slot = chosen.get('slot');
  if (slot === null) return document.querySelector('input')?.focus();
  parent.postMessage(
    { type: 'deliverySlot', slot: `${day}, ${slot} (if you are out: ${chosen.get('leave-with')})` },
    location.origin,
  );
});

new ResizeObserver(() => {
  const heightPx = byId('slots', HTMLFormElement).offsetHeight + 3;
  parent.postMessage({ type: 'deliverySlotsHeight', heightPx }, location.origin);
}).observe(byId('slots', HTMLFormElement));
