// Median and spread of odd and even counts, unordered, and of nothing.
import { expect, test } from 'vitest';
import { figure, quantile } from './figure.ts';

test('a quantile lies between its neighbours', () => {
  expect(quantile([10, 2, 4, 1], 0.5)).toBe(3);
  expect(quantile([3, 1, 2], 0)).toBe(1);
  expect(quantile([3, 1, 2], 1)).toBe(3);
  expect(quantile([0, 10], 0.95)).toBeCloseTo(9.5);
  expect(quantile([], 0.5)).toBeNaN();
});

test('what the same costs with nothing to measure is taken off', () => {
  expect(figure([5, 9, 7], 4)).toEqual({ median: 3, low: 2, high: 4 });
});
