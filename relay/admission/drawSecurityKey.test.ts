// Security keys as they are drawn.
import { expect, test } from 'vitest';
import { drawSecurityKey } from './drawSecurityKey.ts';

test('[KEY-1] a key is nine digits, leading zeros kept', () => {
  expect(drawSecurityKey(() => 0)).toBe('000000000');
  expect(drawSecurityKey(() => 42)).toBe('000000042');
  expect(drawSecurityKey(() => 999_999_999)).toBe('999999999');
  expect(drawSecurityKey(() => 1_000_000_000)).toBe('000000000');
  for (let draw = 0; draw < 1000; draw++) expect(drawSecurityKey()).toMatch(/^\d{9}$/);
});

test('[KEY-1] a number that would favour some keys is drawn again', () => {
  const numbers = [4_294_967_295, 4_000_000_000, 3_999_999_999];
  expect(drawSecurityKey(() => numbers.shift()!)).toBe('999999999');
  expect(numbers).toEqual([]);
});
