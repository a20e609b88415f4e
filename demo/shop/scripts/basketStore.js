// What is in the basket: `{ [productId]: quantity }` in localStorage, announced to the page on every change.
// Invariant: only known products with a quantity from 1 to 9 are ever read back.
import { productById } from './products.js';

const key = 'tansy-basket';
export const maxQuantity = 9;

/** @typedef {{ product: import('./products.js').Product, quantity: number }} BasketLine */

/** @returns {Record<string, number>} */
function stored() {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') ?? {};
  } catch {
    return {}; // Storage is off or holds something foreign: an empty basket is the honest answer.
  }
}

/** @returns {BasketLine[]} */
export function basketLines() {
  return Object.entries(stored()).flatMap(([id, quantity]) => {
    const product = productById(id);
    return product && quantity >= 1 ? [{ product, quantity: Math.min(quantity, maxQuantity) }] : [];
  });
}

/** @param {string} id */
export const quantityOf = (id) =>
  basketLines().find(({ product }) => product.id === id)?.quantity ?? 0;

export const basketCount = () => basketLines().reduce((sum, { quantity }) => sum + quantity, 0);

/**
 * @param {string} id
 * @param {number} quantity nothing or less takes the product out
 */
export function setQuantity(id, quantity) {
  const { [id]: _, ...others } = stored();
  save(quantity > 0 ? { ...stored(), [id]: Math.min(quantity, maxQuantity) } : others);
}

export const emptyBasket = () => save({});

/** @param {() => void} listener */
export function onBasketChange(listener) {
  addEventListener('basketchange', listener);
  // Another tab of the shop shares the same basket.
  addEventListener('storage', listener);
}

/** @param {Record<string, number>} basket */
function save(basket) {
  localStorage.setItem(key, JSON.stringify(basket));
  dispatchEvent(new Event('basketchange'));
}
