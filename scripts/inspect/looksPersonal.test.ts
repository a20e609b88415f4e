// Which unmasked fields are worth a word.
import { expect, test } from 'vitest';
import { looksPersonal } from './looksPersonal.ts';

const field = (words: string, type = '', autocomplete = '') =>
  looksPersonal({ words, type, autocomplete });

test('[INSPECT-5] fields that hold what is a person’s own are told by type, autofill detail or words', () => {
  expect(field('', 'email')).toBe('an e-mail address');
  expect(field('q1', '', 'section-a bday-day')).toBe('a date of birth');
  expect(field('x', '', 'shipping street-address')).toBe('an address');
  expect(field('customer[firstName]')).toBe('a name');
  expect(field('Account number')).toBe('an account number');
  expect(field('date_of_birth')).toBe('a date of birth');
  expect(field('mobile')).toBe('a phone number');
  expect(field('passportNo')).toBe('an official number');
});

test('[INSPECT-5] others are not', () => {
  for (const words of [
    'quantity',
    'coupon',
    'user name',
    'file_name',
    'Search',
    'message',
    'country',
  ])
    expect(field(words)).toBeNull();
  expect(field('name', 'search')).toBeNull();
});
