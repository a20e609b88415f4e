// What an order costs, whole pence throughout.
import { expect, test } from 'vitest';
import { freeDeliveryPence, orderTotals } from './orderTotals.js';

const line = (pence: number, quantity = 1) => ({ product: { pence }, quantity });

test('standard delivery is free from the threshold on, express never', () => {
  expect(orderTotals([line(freeDeliveryPence - 1)], 'standard').deliveryPence).toBe(395);
  expect(orderTotals([line(freeDeliveryPence)], 'standard').deliveryPence).toBe(0);
  expect(orderTotals([line(freeDeliveryPence)], 'express').deliveryPence).toBe(695);
});

test('quantities count, and the total is goods and delivery', () => {
  expect(orderTotals([line(1250, 2), line(1400)], 'express')).toEqual({
    goodsPence: 3900,
    deliveryPence: 695,
    totalPence: 4595,
  });
});

test('an empty basket costs nothing', () => {
  expect(orderTotals([], 'standard').totalPence).toBe(0);
});
