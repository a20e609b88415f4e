// Numbers for objects: kept, changed, taken back, and of no concern to anybody else.
import { expect, test } from 'vitest';
import { createNumbering } from './numbering.ts';

test('[PROTO-9] an object has the number it was given last, and none before', () => {
  const numbering = createNumbering();
  const object = Object.freeze({});
  expect(numbering.of(object)).toBe(0);
  const open = {};
  numbering.set(open, 7);
  expect(numbering.of(open)).toBe(7);
  numbering.set(open, 8);
  expect(numbering.of(open)).toBe(8);
  numbering.set(open, 0);
  expect(numbering.of(open)).toBe(0);
});

test('[PROTO-9] numberings do not see each other, and nobody sees them', () => {
  const [one, other] = [createNumbering(), createNumbering()];
  const object = { own: 1 };
  one.set(object, 1);
  other.set(object, 2);
  expect([one.of(object), other.of(object)]).toEqual([1, 2]);
  expect(Reflect.ownKeys(object)).toEqual(['own']);
});
