// Two sides' nodes, compared.
import { expect, test } from 'vitest';
import { compareNodes } from './compareNodes.ts';
import type { NodeRecord } from './page/nodeRecord.ts';

const record = (
  id: number,
  parent: number,
  name: string,
  more: Partial<NodeRecord> = {},
): NodeRecord => ({
  id,
  parent,
  name,
  facts: {},
  size: null,
  picture: null,
  hidden: null,
  isDrawn: true,
  isQuiet: false,
  ...more,
});
const page = (inner: readonly NodeRecord[]) => [
  record(1, -1, '#document'),
  record(2, 0, 'body', { size: [100, 100] }),
  ...inner,
];
const text = (value: string) => record(4, 2, '#text', { facts: { text: value } });
const paragraph = (more: Partial<NodeRecord> = {}) => record(3, 1, 'p', more);

test('[INSPECT-1] sides that agree have no differences', () => {
  const side = page([paragraph(), text('a')]);
  expect(compareNodes(side, side)).toMatchObject({ nodes: 4, differences: [] });
});

test('[INSPECT-1] another text, a node that is missing and one too many are each listed with their paths', () => {
  const customer = page([paragraph(), text('a')]);
  expect(compareNodes(customer, page([paragraph(), text('b')])).differences).toEqual([
    { path: 'body > p > #text', expected: 'text: a', seen: 'text: b' },
  ]);
  expect(compareNodes(customer, page([])).differences.map(({ seen }) => seen)).toEqual([
    'nothing',
    'nothing',
  ]);
  expect(compareNodes(page([]), page([paragraph()])).differences).toEqual([
    { path: 'body > p', expected: 'nothing', seen: 'p' },
  ]);
  expect(
    compareNodes(customer, page([paragraph(), record(4, 1, '#text', { facts: { text: 'a' } })]))
      .differences,
  ).toEqual([{ path: 'body > p > #text', expected: 'in its place', seen: 'somewhere else' }]);
});

test('[INSPECT-1] a size is told of the innermost box alone, and not where masking is the reason', () => {
  const sized = (width: number, dots = false) => [
    record(1, -1, '#document'),
    record(2, 0, 'body', { size: [100, width] }),
    paragraph({ size: [100, width] }),
    record(4, 2, '#text', { facts: { text: 'a' }, isQuiet: dots }),
  ];
  expect(compareNodes(sized(10), sized(20)).differences).toEqual([
    { path: 'body > p', expected: 'size: 100 × 10', seen: 'size: 100 × 20' },
  ]);
  expect(compareNodes(sized(10), sized(11)).differences).toEqual([]);
  expect(compareNodes(sized(10, true), sized(20, true)).differences).toEqual([]);
});

test('[INSPECT-1] what is left out differs only where the customer sees something of it', () => {
  const plugin = (isDrawn: boolean) =>
    page([record(3, 1, 'object', { facts: { element: 'left out' }, isDrawn })]);
  const left = page([
    record(3, 1, 'alongside-placeholder', { facts: { element: 'left out' }, isDrawn: false }),
  ]);
  expect(compareNodes(plugin(true), left).differences).toHaveLength(1);
  expect(compareNodes(plugin(false), left).differences).toEqual([]);
});
