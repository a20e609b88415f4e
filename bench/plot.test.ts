// The picture: every line to scale, marks where they belong, nothing that a label could break, both colour schemes.
import { expect, test } from 'vitest';
import type { Row } from './benchmark.ts';
import { figure } from './figure.ts';
import { barsOf, plot } from './plot.ts';

const row: Row = {
  what: 'snapshot, first: mixed',
  picture: 'Snapshot',
  unit: 'ms',
  ours: figure([20]),
  rrweb: figure([200]),
  openReplay: figure([100]),
  limit: figure([5]),
  goal: { of: 'rrweb', atMost: 0.1 },
};

test('a row is drawn as a part of rrweb’s, its goal too, whatever that speaks of', () => {
  const [bar] = barsOf([row]);
  expect(bar).toEqual({
    label: 'Snapshot',
    told: '10 % · 20 ms',
    ours: 0.1,
    goal: 0.1,
    limit: 0.025,
    openReplay: 0.5,
  });
  expect(barsOf([{ ...row, goal: { of: 'limit', atMost: 2 } }])[0]!.goal).toBeCloseTo(0.05);
  expect(barsOf([{ ...row, goal: { of: 'ours', atMost: 50 } }])[0]!.goal).toBeCloseTo(0.25);
});

test('what has no place in the picture, or nothing to compare with, is left out', () => {
  const { picture: _, ...unpictured } = row;
  const { rrweb: __, ...alone } = row;
  expect(barsOf([unpictured, alone, { ...row, rrweb: figure([0]) }])).toEqual([]);
});

test('lengths are to scale, and what is too long ends as an arrow', () => {
  const svg = plot(barsOf([row]), 'Results');
  expect(svg).toContain('class="ours" x="250" y="64" width="35.0"');
  expect(svg).toContain('<circle class="other" cx="425.0"');
  const beyond = plot(barsOf([{ ...row, openReplay: figure([900]) }]), 'Results');
  expect(beyond).not.toContain('<circle class="other" cx="425.0"');
  expect(beyond).toContain('<path class="other"');
});

test('a goal that is missed shows', () => {
  const svg = plot(barsOf([{ ...row, ours: figure([21]) }]), 'Results');
  expect(svg).toContain('class="missed" x="250"');
  expect(svg).not.toContain('class="ours" x="250"');
});

test('labels are text, and both colour schemes are there', () => {
  const svg = plot(barsOf([{ ...row, picture: '<b> & "c"' }]), 'A & B');
  expect(svg).toContain('&#60;b&#62; &#38; &#34;c&#34;');
  expect(svg).toContain('aria-label="A &#38; B"');
  expect(svg).toContain('prefers-color-scheme: dark');
  expect(svg).not.toMatch(/NaN|undefined|<script/);
});
