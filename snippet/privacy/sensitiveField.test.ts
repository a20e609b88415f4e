// What is masked without anybody saying so.
import { expect, test } from 'vitest';
import { sensitiveKind } from './sensitiveField.ts';

const field = (type: string, autocomplete = '', words = '') =>
  sensitiveKind({ type, autocomplete, words }) !== null;

test.each([
  ['a password', field('password')],
  ['a hidden value', field('hidden')],
  ['a card number by autofill', field('text', 'billing cc-number')],
  ['an expiry date by autofill', field('text', 'cc-exp')],
  ['a one-time code', field('text', 'one-time-code')],
  ['a new password shown as text', field('text', 'section-a new-password')],
  ['a card number by its name', field('text', '', 'cardNumber')],
  ['a card number by its label', field('tel', '', 'Credit card')],
  ['a security code', field('text', '', 'security_code')],
  ['a CVV', field('text', '', 'cvv2')],
  ['a PIN', field('text', '', 'Your PIN')],
  ['a field named pass', field('text', '', 'pass')],
  ['a password in German', field('text', '', 'Passwort')],
  ['a password in Spanish', field('text', '', 'Contraseña')],
  ['a password in Japanese', field('text', '', 'パスワード')],
  ['a card number in German', field('text', '', 'Kartennummer')],
  ['a card number in French', field('text', '', 'Numéro de carte bancaire')],
  ['a user PIN', field('text', '', 'userPin')],
  ['an expiry date', field('text', '', 'expiry')],
  ['an SMS code', field('text', '', 'sms-code')],
])('[MASK-1] %s is masked', (_, masked) => expect(masked).toBe(true));

test.each([
  ['a name', field('text', 'name', 'name Full name')],
  ['a street', field('text', 'street-address', 'street')],
  ['a postcode', field('text', 'postal-code', 'postcode')],
  ['a shipping choice', field('radio', '', 'shipping')],
  ['a passport office', field('text', '', 'passport-office')],
  ['a gift card note', field('text', '', 'gift-card-note')],
  ['a shopping list', field('text', '', 'shopping list')],
  ['a business card', field('text', '', 'business-card-name')],
  ['an experience', field('text', '', 'experience')],
  ['a spinner', field('number', '', 'opinion spinner')],
])('[MASK-1] %s is not', (_, masked) => expect(masked).toBe(false));

test('[POLICY-10] each kind of secret field has its name', () => {
  const kinds = [
    ['password', '', ''],
    ['hidden', '', ''],
    ['text', 'one-time-code', ''],
    ['text', 'cc-csc', ''],
    ['text', 'new-password', ''],
    ['text', '', 'Kennwort'],
    ['text', '', 'cvv'],
    ['text', '', 'sms code'],
    ['text', '', 'Town'],
  ].map(([type = '', autocomplete = '', words = '']) =>
    sensitiveKind({ type, autocomplete, words }),
  );
  expect(kinds).toEqual([
    'password',
    'hidden',
    'code',
    'card',
    'password',
    'password',
    'card',
    'code',
    null,
  ]);
});
