// What every page shares: the current page in the menu, the basket's badge, paused movement, the season, unreachable help.
import { basketCount, onBasketChange } from './basketStore.js';
import { paintSeason } from './season.js';
import { toast } from './toast.js';

for (const link of document.querySelectorAll(`[data-page="${location.pathname}"]`))
  link.setAttribute('aria-current', 'page');

const badge = document.querySelector('#basket-count');
function paintBadge() {
  if (!(badge instanceof HTMLElement)) return;
  const count = basketCount();
  badge.textContent = String(count);
  badge.dataset.count = String(count);
  badge.ariaLabel = count === 1 ? '1 thing in it' : `${count} things in it`;
}
paintBadge();
onBasketChange(paintBadge);

document.querySelector('#pause-motion')?.addEventListener('click', ({ currentTarget }) => {
  const paused = document.documentElement.dataset.motion !== 'paused';
  document.documentElement.dataset.motion = paused ? 'paused' : 'running';
  if (currentTarget instanceof HTMLElement) currentTarget.ariaPressed = String(paused);
  dispatchEvent(new Event('motionchange'));
});

// The help button belongs to the snippet; where that could not load, the shop still owes an answer.
document.querySelector('#get-help')?.addEventListener('click', () => {
  if (!('Alongside' in window)) toast('Live help cannot be reached just now. Ring 01632 960 017.');
});

paintSeason(new Date());
