// The median of odd and even counts, unordered, and of nothing.
import { expect, test } from 'vitest';
import { median } from './median.ts';

test('the middle value, or the mean of the two in the middle', () => {
  expect(median([9, 1, 100])).toBe(9);
  expect(median([10, 2, 4, 1])).toBe(3);
});

test('nothing measured has no median', () => {
  expect(median([])).toBeNaN();
});
