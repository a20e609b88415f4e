// Which values checkout takes, and the sentence for those that it does not.
import { expect, test } from 'vitest';
import { problemWith } from './checkoutRules.js';

const today = new Date(2026, 10, 23);
const problem = (field: string, value: string, country = 'GB') =>
  problemWith(field, value, { country, today });

test('a postcode is judged by the country chosen', () => {
  expect(problem('postcode', '28004', 'GB')).toBe('Enter a UK postcode, such as BN1 1AA.');
  expect(problem('postcode', '28004', 'ES')).toBeUndefined();
  expect(problem('postcode', 'bn1 1aa', 'GB')).toBeUndefined();
  expect(problem('postcode', 'D02 X285', 'IE')).toBeUndefined();
  expect(problem('postcode', '', 'somewhere else')).toBe('Enter your postcode.');
});

test('a card number with one wrong digit is found out', () => {
  expect(problem('card-number', '4111 1111 1111 1111')).toBeUndefined();
  expect(problem('card-number', '4111 1111 1111 1112')).toContain('Check the card number');
  expect(problem('card-number', '4111')).toContain('Check the card number');
});

test('a card is good to the end of its month', () => {
  expect(problem('expiry', '11/26')).toBeUndefined();
  expect(problem('expiry', '10/26')).toContain('MM/YY');
  expect(problem('expiry', '13/30')).toContain('MM/YY');
});

test('delivery is from tomorrow on', () => {
  expect(problem('delivery-date', '2026-11-23')).toBe('Choose a date from tomorrow on.');
  expect(problem('delivery-date', '2026-11-24')).toBeUndefined();
  expect(problem('delivery-date', '')).toBe('Choose a delivery date.');
});

test('blank is not a name, and a field without rules is never wrong', () => {
  expect(problem('name', '   ')).toBe('Enter your full name.');
  expect(problem('newsletter', '')).toBeUndefined();
});
