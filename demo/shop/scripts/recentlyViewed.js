// The products looked at in this visit, newest first, in a row that scrolls sideways.
import { byId, element } from './element.js';
import { productById } from './products.js';

const key = 'tansy-recently-viewed';
const most = 10;

/** @returns {string[]} */
function viewedIds() {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]');
  } catch {
    return []; // Unreadable history is no history.
  }
}

/** @param {string} id */
export function rememberViewed(id) {
  sessionStorage.setItem(
    key,
    JSON.stringify([id, ...viewedIds().filter((other) => other !== id)].slice(0, most)),
  );
  dispatchEvent(new Event('viewedchange'));
}

/** @param {(product: import('./products.js').Product) => void} open */
export function showRecentlyViewed(open) {
  const row = byId('recent-row', HTMLUListElement);
  function paint() {
    const items = viewedIds().flatMap((id) => {
      const product = productById(id);
      if (product === undefined) return [];
      const picture = element(
        'button',
        {
          type: 'button',
          class: `arch tile-${product.category}`,
          'aria-label': `Look again: ${product.name}`,
        },
        element('img', { src: `/art/${id}.svg`, alt: '', width: 120, height: 120 }),
      );
      picture.addEventListener('click', () => open(product));
      return [element('li', {}, picture, element('p', {}, product.name))];
    });
    byId('recent', HTMLElement).hidden = items.length === 0;
    row.replaceChildren(...items);
  }
  addEventListener('viewedchange', paint);
  paint();
}
