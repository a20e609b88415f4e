// The table says what was measured, against which goal, and whether it was met.
import { expect, test } from 'vitest';
import { table, verdictOn } from './table.ts';

const row = { what: 'loader', measured: 1.4, unit: 'KB', atMost: 1.5 };

test('a row is met up to its goal, missed beyond, and undecided without one', () => {
  expect(verdictOn(row)).toBe('met');
  expect(verdictOn({ ...row, measured: 1.5 })).toBe('met');
  expect(verdictOn({ ...row, measured: 1.51 })).toBe('missed');
  expect(verdictOn({ ...row, measured: Number.NaN })).toBe('missed');
  expect(verdictOn({ ...row, atMost: null })).toBe('–');
});

test('the columns line up', () => {
  expect(table([row, { what: 'bare echo', measured: 12.345, unit: 'ms', atMost: null }])).toBe(
    [
      '| what      | measured | goal     | verdict |',
      '| --------- | -------- | -------- | ------- |',
      '| loader    | 1.40 KB  | ≤ 1.5 KB | met     |',
      '| bare echo | 12.3 ms  | –        | –       |',
    ].join('\n'),
  );
});
