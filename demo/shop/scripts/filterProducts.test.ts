// What a shopper's choices leave of the list.
import { expect, test } from 'vitest';
import { filterProducts } from './filterProducts.js';
import { products } from './products.js';

const all = { search: '', categories: [], maxPence: 6000, inStockOnly: false, sort: 'featured' };
const idsFor = (choices: object) =>
  filterProducts(products, { ...all, ...choices }).map(({ id }) => id);

test('no choice leaves every product, in our order', () => {
  expect(idsFor({})).toEqual(products.map(({ id }) => id));
});

test('each choice narrows, and they narrow together', () => {
  expect(idsFor({ categories: ['watering'] })).toEqual(['watering-can', 'brass-mister']);
  expect(idsFor({ categories: ['watering'], inStockOnly: true })).toEqual(['watering-can']);
  expect(idsFor({ categories: ['watering'], inStockOnly: true, maxPence: 4500 })).toEqual([]);
});

test('a search wants every word, in the name or the note, in any case', () => {
  expect(idsFor({ search: 'LAVENDER windowsill' })).toEqual(['zinc-trough']);
  expect(idsFor({ search: 'lavender rocket' })).toEqual([]);
});

test('sorts by price both ways, and by our order when asked for something unknown', () => {
  const up = idsFor({ sort: 'price-up' });
  expect([up[0], up.at(-1)]).toEqual(['garden-twine', 'bistro-chair']);
  expect(idsFor({ sort: 'price-down' })[0]).toBe('bistro-chair');
  expect(idsFor({ sort: 'by-magic' })).toEqual(idsFor({}));
});
