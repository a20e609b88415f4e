// How far a turn of the wheel goes, and how often the page hears of the pointer.
import { expect, test } from 'vitest';
import type { NodeId } from '../../protocol/ids.ts';
import { paceHover, restingPace } from './paceHover.ts';
import { wheelPixels } from './wheelPixels.ts';

test('the wheel moves the page as far as the fingers, whatever the scale', () => {
  expect(wheelPixels({ deltaX: 0, deltaY: 50, deltaMode: 0 }, 0.5, 800)).toEqual({
    dx: 0,
    dy: 100,
  });
  expect(wheelPixels({ deltaX: 0, deltaY: 3, deltaMode: 1 }, 0.5, 800)).toEqual({ dx: 0, dy: 120 });
  expect(wheelPixels({ deltaX: 0, deltaY: -1, deltaMode: 2 }, 0.5, 800)).toEqual({
    dx: 0,
    dy: -800,
  });
});

test('a hover is told at once on another node, else every sixth frame', () => {
  let pace = restingPace;
  const hover = (node: number) => {
    const [due, next] = paceHover(pace, { node: node as NodeId, x: 0, y: 0 });
    pace = next;
    return due;
  };
  const told = [1, 1, 1, 1, 1, 1, 1, 2, 2, 1].map(hover);
  expect(told).toEqual([true, false, false, false, false, false, true, true, false, true]);
});
