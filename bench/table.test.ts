// The table says what was measured, against which goal, and whether it was met.
import { expect, test } from 'vitest';
import type { Row } from './benchmark.ts';
import { figure } from './figure.ts';
import { goalOf, ratioOf, table, verdictOn } from './table.ts';

const one = (value: number) => figure([value]);
const loader: Row = {
  what: 'loader',
  unit: 'KB',
  ours: one(1.4),
  goal: { of: 'ours', atMost: 1.5 },
};
const snapshot: Row = {
  what: 'snapshot',
  unit: 'ms',
  ours: figure([9, 10, 12]),
  rrweb: one(100),
  limit: one(5),
  goal: { of: 'rrweb', atMost: 0.1 },
};

test('a row is met up to its goal, missed beyond, and undecided without one', () => {
  expect(verdictOn(loader)).toBe('met');
  expect(verdictOn({ ...loader, ours: one(1.5) })).toBe('met');
  expect(verdictOn({ ...loader, ours: one(1.51) })).toBe('missed');
  expect(verdictOn(snapshot)).toBe('met');
  expect(verdictOn({ ...snapshot, ours: one(11) })).toBe('missed');
  expect(verdictOn({ ...snapshot, goal: { of: 'limit', atMost: 1 } })).toBe('missed');
  const { goal: _, ...aimless } = loader;
  expect(verdictOn(aimless)).toBe('–');
});

test('what was not measured is no success', () => {
  expect(verdictOn({ ...loader, ours: figure([]) })).toBe('missed');
  expect(verdictOn({ ...snapshot, rrweb: figure([]) })).toBe('missed');
  const { rrweb: _, ...alone } = snapshot;
  expect(verdictOn(alone)).toBe('missed');
});

test('the ratio is to what the goal speaks of, and never below nothing', () => {
  expect(ratioOf(snapshot)).toBeCloseTo(0.1);
  expect(ratioOf({ ...snapshot, goal: { of: 'limit', atMost: 1 } })).toBe(2);
  expect(ratioOf({ ...snapshot, ours: one(-3) })).toBe(0);
  expect(ratioOf(loader)).toBeCloseTo(1.4 / 1.5);
});

test('a goal is said in words', () => {
  expect(goalOf(loader)).toBe('≤ 1.5 KB');
  expect(goalOf(snapshot)).toBe('≤ 10 % of rrweb');
  expect(goalOf({ ...snapshot, goal: { of: 'limit', atMost: 1 } })).toBe('≤ 100 % of the limit');
});

test('the columns line up, and the spread stands where there is one', () => {
  expect(table([loader, snapshot]).split('\n')).toEqual([
    '| what     | ours                | rrweb  | OpenReplay | limit   | ratio | goal            | verdict |',
    '| -------- | ------------------- | ------ | ---------- | ------- | ----- | --------------- | ------- |',
    '| loader   | 1.40 KB             | –      | –          | –       | 93 %  | ≤ 1.5 KB        | met     |',
    '| snapshot | 10.0 ms (9.50–11.0) | 100 ms | –          | 5.00 ms | 10 %  | ≤ 10 % of rrweb | met     |',
  ]);
});
