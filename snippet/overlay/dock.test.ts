// Where the bar stands.
import { expect, test } from 'vitest';
import { dockAt, dockByKey, edgeClearOf } from './dock.ts';

test.each([
  [0.1, 0.9, 'bottom', 'start'],
  [0.5, 0.6, 'bottom', 'middle'],
  [0.99, 0.1, 'top', 'end'],
  [-0.2, 0.1, 'top', 'start'],
  [1.4, 0.9, 'bottom', 'end'],
] as const)('[OVERLAY-4] let go at %d, %d it docks at %s %s', (x, y, edge, side) => {
  expect(dockAt(x, y)).toEqual({ edge, side });
});

test('[OVERLAY-4] the arrow keys move it, in the direction of writing', () => {
  const dock = { edge: 'bottom', side: 'middle' } as const;
  expect(dockByKey(dock, 'ArrowUp', false)).toEqual({ edge: 'top', side: 'middle' });
  expect(dockByKey(dock, 'ArrowRight', false)).toEqual({ edge: 'bottom', side: 'end' });
  expect(dockByKey(dock, 'ArrowRight', true)).toEqual({ edge: 'bottom', side: 'start' });
  expect(dockByKey({ ...dock, side: 'end' }, 'ArrowRight', false)).toEqual({
    ...dock,
    side: 'end',
  });
  expect(dockByKey(dock, 'Enter', false)).toBeNull();
});

test.each([
  ['nothing has the focus', null, 'bottom', 'bottom'],
  ['it is far away', { top: 300, bottom: 340 }, 'bottom', 'bottom'],
  ['it would be covered', { top: 760, bottom: 790 }, 'bottom', 'top'],
  ['it would be covered at the top', { top: 10, bottom: 40 }, 'top', 'bottom'],
  ['it would be covered at both edges', { top: -10, bottom: 900 }, 'bottom', 'bottom'],
] as const)('[OVERLAY-4] when %s', (_what, focused, edge, expected) => {
  expect(edgeClearOf(focused, edge, 80, 800)).toBe(expected);
});
