// The file of results: circumstances, the table, what was missed and by how much, and what was tried.
import { expect, test } from 'vitest';
import type { Row } from './benchmark.ts';
import { figure } from './figure.ts';
import { results, shortfall } from './results.ts';

const row: Row = {
  what: 'snapshot',
  unit: 'ms',
  ours: figure([30]),
  rrweb: figure([100]),
  goal: { of: 'rrweb', atMost: 0.1 },
};
const circumstances = {
  date: '2026-11-25',
  machine: 'two cores',
  versions: ['Chromium 156', 'rrweb 2.2.2'],
  failed: [],
  tried: '## What was tried\n\nEverything.\n',
};

test('a missed goal says by how much', () => {
  expect(shortfall(row)).toBe('- snapshot: 3.00 times what it may be (≤ 10 % of rrweb)');
  const large: Row = { ...row, ours: figure([60]), goal: { of: 'ours', atMost: 50 } };
  expect(shortfall(large)).toBe('- snapshot: 1.20 times what it may be (≤ 50 ms)');
  expect(shortfall({ ...row, rrweb: figure([]) })).toContain('not measured');
});

test('the file holds all of it, and keeps what was written by hand', () => {
  const text = results([row, { ...row, what: 'quick', ours: figure([5]) }], circumstances);
  expect(text).toContain('on 2026-11-25: two cores; Chromium 156, rrweb 2.2.2.');
  expect(text).toContain('- snapshot: 3.00 times');
  expect(text).not.toContain('- quick');
  expect(text).toContain('1 of 2 goals were met.');
  expect(text.endsWith('## What was tried\n\nEverything.\n')).toBe(true);
});

test('what could not be measured is said', () => {
  expect(results([row], { ...circumstances, failed: ['viewer'] })).toContain(
    'Could not be measured: viewer.',
  );
});
