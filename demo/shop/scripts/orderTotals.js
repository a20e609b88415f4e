// What an order costs. Pure: goods, delivery and their sum, in pence.

/** @typedef {'standard' | 'express' | 'collect'} DeliveryMethod */

export const freeDeliveryPence = 5000;

/** @type {Record<DeliveryMethod, { name: string, when: string, pence: number }>} */
export const deliveryMethods = {
  standard: { name: 'Standard delivery', when: 'Three to five days', pence: 395 },
  express: { name: 'Express delivery', when: 'Tomorrow, if you order by 4 pm', pence: 695 },
  collect: {
    name: 'Collect from the nursery',
    when: 'Ready in two hours, Old Mill Lane',
    pence: 0,
  },
};

/**
 * @param {{ product: { pence: number }, quantity: number }[]} lines
 * @param {DeliveryMethod} method
 */
export function orderTotals(lines, method) {
  const goodsPence = lines.reduce(
    (sum, { product, quantity }) => sum + product.pence * quantity,
    0,
  );
  const free = method === 'standard' && goodsPence >= freeDeliveryPence;
  const deliveryPence = goodsPence === 0 || free ? 0 : deliveryMethods[method].pence;
  return { goodsPence, deliveryPence, totalPence: goodsPence + deliveryPence };
}
