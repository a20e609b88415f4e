// Only what is surely a constant's use becomes a number.
import { expect, test } from 'vitest';
import { withNumbers } from './inlineConstants.ts';

const table = { page: 1, far: 1 << 20, name: 'x' };

test('a table’s numbers stand where they were named', () => {
  expect(withNumbers('if (a === codes.page || b > codes.far) codes.name', 'codes', table)).toBe(
    'if (a === 1 || b > 1048576) codes.name',
  );
});

test.each([
  ['another object’s property', 'it.codes.page + mycodes.page + codes$.page'],
  ['a key that the table has not', 'codes.other'],
  ['the table as a whole', 'Object.keys(codes)'],
  ['a longer key', 'codes.pages'],
  ['what is written to', 'codes.page = 2'],
])('%s stays as it is', (_, code) => {
  expect(withNumbers(code, 'codes', table)).toBe(code);
});

test('what is no table changes nothing', () => {
  expect(withNumbers('limit.page', 'limit', 5)).toBe('limit.page');
  expect(withNumbers('limit.page', 'limit', undefined)).toBe('limit.page');
});
