// The quick look: one modal dialog, filled anew for each product it shows.
import { maxQuantity, quantityOf, setQuantity } from './basketStore.js';
import { byId } from './element.js';
import { money } from './money.js';
import { categoryNames } from './products.js';
import { rememberViewed } from './recentlyViewed.js';
import { stockWords } from './stockWords.js';
import { toast } from './toast.js';

/** @typedef {import('./products.js').Product} Product */

/** @returns {(product: Product) => void} shows the product */
export function quickLook() {
  const dialog = byId('quick-look', HTMLDialogElement);
  const stepper = byId('quick-look-quantity', HTMLElement);
  const add = byId('quick-look-add', HTMLButtonElement);
  const rate = byId('quick-look-rate', HTMLElement);
  /** @type {Product | undefined} */
  let shown;

  add.addEventListener('click', () => {
    if (shown === undefined) return;
    setQuantity(shown.id, quantityOf(shown.id) + Number(stepper.getAttribute('value')));
    toast(`${shown.name} is in your basket`);
    dialog.close();
  });
  rate.addEventListener('change', () => toast(`Thank you: ${rate.getAttribute('value')} out of 5`));
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog && isOutside(dialog, event)) dialog.close();
  });

  return (product) => {
    shown = product;
    const { words, level } = stockWords(product);
    byId('quick-look-arch', HTMLElement).className = `arch tile-${product.category}`;
    byId('quick-look-picture', HTMLImageElement).src = `/art/${product.id}.svg`;
    byId('quick-look-category', HTMLElement).textContent = categoryNames[product.category];
    byId('quick-look-name', HTMLElement).textContent = product.name;
    byId('quick-look-price', HTMLElement).textContent = money(product.pence);
    byId('quick-look-stars', HTMLElement).setAttribute('value', String(product.stars));
    byId('quick-look-reviews', HTMLElement).textContent =
      `${product.stars} from ${product.reviews} gardeners`;
    byId('quick-look-note', HTMLElement).textContent = product.note;
    const stock = byId('quick-look-stock', HTMLElement);
    stock.textContent = words;
    stock.dataset.stock = level;
    stepper.setAttribute('value', '1');
    stepper.setAttribute('max', String(Math.max(1, Math.min(maxQuantity, product.stock))));
    stepper.setAttribute('label', product.name);
    add.disabled = product.stock === 0;
    add.textContent = product.stock === 0 ? 'Sold out' : 'Add to basket';
    rate.setAttribute('value', '0');
    dialog.showModal();
    rememberViewed(product.id);
  };
}

/** @param {HTMLElement} box @param {MouseEvent} event */
function isOutside(box, { clientX, clientY }) {
  const { left, right, top, bottom } = box.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
