// What checkout keeps for this visit, so that a reload loses no typing.
// Invariant: nothing about the card is ever stored.

const key = 'tansy-checkout';
export const rememberedFields = [
  'name',
  'email',
  'phone',
  'street',
  'city',
  'postcode',
  'country',
  'delivery-date',
  'delivery',
  'slot',
];

/** @returns {Record<string, string>} */
export function recallCheckout() {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') ?? {};
  } catch {
    return {}; // Unreadable memory: the customer types again.
  }
}

/** @param {Record<string, string>} fields */
export function rememberCheckout(fields) {
  const kept = Object.entries(fields).filter(([name]) => rememberedFields.includes(name));
  sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(kept)));
}

export const forgetCheckout = () => sessionStorage.removeItem(key);
