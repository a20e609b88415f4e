// Pence as people read them.

/** @param {number} pence */
export const money = (pence) => `£${(pence / 100).toFixed(2)}`;
