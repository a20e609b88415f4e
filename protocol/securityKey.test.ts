// Security keys as people type and read them.
import { expect, test } from 'vitest';
import type { SecurityKey } from './ids.ts';
import { formatSecurityKey, parseSecurityKey } from './securityKey.ts';

test.each([
  '123456789',
  '123 456 789',
  ' 123-456-789 ',
  '123.456.789',
  '123\u00a0456\u00a0789',
  '1 2 3 4 5 6 7 8 9',
])('[KEY-1] "%s" is read as nine digits', (typed) => {
  expect(parseSecurityKey(typed)).toBe('123456789');
});

test.each(['', '12345678', '1234567890', '12345678a', '123456789x', '١٢٣٤٥٦٧٨٩', '+123456789'])(
  '[KEY-1] "%s" is no key',
  (typed) => {
    expect(parseSecurityKey(typed)).toBeNull();
  },
);

test('[KEY-1] a key is shown in groups of three', () => {
  expect(formatSecurityKey('012345678' as SecurityKey)).toBe('012 345 678');
});
