// What each checkout field must hold, and the sentence a shopper reads when it does not. Pure.
// Invariant: `problemWith` answers with one sentence, or nothing when the field is fine.

const postcodes = {
  GB: {
    pattern: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i,
    words: 'Enter a UK postcode, such as BN1 1AA.',
  },
  IE: { pattern: /^[A-Z]\d[\dW] ?[A-Z\d]{4}$/i, words: 'Enter an Eircode, such as D02 X285.' },
  ES: { pattern: /^\d{5}$/, words: 'Enter a Spanish postcode, such as 28004.' },
  FR: { pattern: /^\d{5}$/, words: 'Enter a French postcode, such as 75011.' },
  DE: { pattern: /^\d{5}$/, words: 'Enter a German postcode, such as 10115.' },
};

/** @typedef {{ country: string, today: Date }} Context */

/** @type {Record<string, (value: string, context: Context) => string | undefined>} */
const rules = {
  name: (value) => missing(value, 'Enter your full name.'),
  email: (value) =>
    unless(/^\S+@\S+\.\S+$/.test(value), 'Enter an e-mail address, such as ana@example.com.'),
  phone: (value) =>
    unless(/^\+?[\d ()-]{7,20}$/.test(value), 'Enter a phone number the driver can ring.'),
  street: (value) => missing(value, 'Enter your house number and street.'),
  city: (value) => missing(value, 'Enter your town or city.'),
  postcode: (value, { country }) => {
    const rule = postcodes[/** @type {keyof typeof postcodes} */ (country)];
    return unless(
      rule === undefined ? value !== '' : rule.pattern.test(value),
      rule?.words ?? 'Enter your postcode.',
    );
  },
  country: (value) => missing(value, 'Choose your country.'),
  'delivery-date': (value, { today }) => {
    if (value === '') return 'Choose a delivery date.';
    return unless(value > isoDay(today), 'Choose a date from tomorrow on.');
  },
  'card-name': (value) => missing(value, 'Enter the name on the card.'),
  'card-number': (value) =>
    unless(isCardNumber(value), 'Check the card number: one of its digits looks wrong.'),
  expiry: (value, { today }) =>
    unless(isFutureMonth(value, today), 'Enter an expiry month from this one on, as MM/YY.'),
  cvc: (value) =>
    unless(/^\d{3,4}$/.test(value), 'Enter the three digits on the back of the card.'),
  'billing-street': (value) => missing(value, 'Enter the street the card is registered to.'),
  'billing-postcode': (value) => missing(value, 'Enter the postcode the card is registered to.'),
};

/**
 * @param {string} field
 * @param {string} value
 * @param {Context} context
 * @returns {string | undefined}
 */
export const problemWith = (field, value, context) => rules[field]?.(value.trim(), context);

/** @param {string} value @param {string} words */
const missing = (value, words) => unless(value !== '', words);

/** @param {boolean} fine @param {string} words */
const unless = (fine, words) => (fine ? undefined : words);

/** @param {Date} date in the shopper's own time zone */
export const isoDay = (date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

/** @param {string} value judged by the Luhn sum, which catches any one wrong digit */
function isCardNumber(value) {
  const digits = value.replaceAll(' ', '');
  if (!/^\d{13,19}$/.test(digits)) return false;
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** @param {string} value @param {Date} today */
function isFutureMonth(value, today) {
  const match = /^(0[1-9]|1[0-2]) ?\/ ?(\d{2})$/.exec(value);
  if (match === null) return false;
  const months = (2000 + Number(match[2])) * 12 + Number(match[1]) - 1;
  return months >= today.getFullYear() * 12 + today.getMonth();
}
