// Which products a shopper's choices leave, and in what order. Pure.

/**
 * @typedef {object} Choices
 * @property {string} search
 * @property {string[]} categories none chosen means all
 * @property {number} maxPence
 * @property {boolean} inStockOnly
 * @property {string} sort
 */
/** @typedef {import('./products.js').Product} Product */

/** @type {Record<string, (a: Product, b: Product) => number>} */
const orders = {
  featured: () => 0,
  'price-up': (a, b) => a.pence - b.pence,
  'price-down': (a, b) => b.pence - a.pence,
  rating: (a, b) => b.stars - a.stars,
  name: (a, b) => a.name.localeCompare(b.name),
};

/**
 * @param {Product[]} products
 * @param {Choices} choices
 * @returns {Product[]}
 */
export function filterProducts(products, { search, categories, maxPence, inStockOnly, sort }) {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return products
    .filter(
      ({ name, note, category, pence, stock }) =>
        (categories.length === 0 || categories.includes(category)) &&
        pence <= maxPence &&
        (!inStockOnly || stock > 0) &&
        words.every((word) => `${name} ${note}`.toLowerCase().includes(word)),
    )
    .toSorted(orders[sort] ?? orders.featured);
}
