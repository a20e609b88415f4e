// Where the words stand at a field: never over it, never over the bar, never out of sight.
import { expect, test } from 'vitest';
import { beside } from './beside.ts';

const viewport = { width: 360, height: 640 };
const note = { width: 150, height: 24 };
const at = (x: number, y: number, width: number) => ({ x, y, width, height: 40 });
const bar = { x: 0, y: 480, width: 360, height: 160 };

test('[OVERLAY-9] at the right of a field that leaves room there', () => {
  expect(beside(at(16, 100, 120), note, viewport, null)).toEqual({ x: 142, y: 108 });
});

test('[OVERLAY-9] above the end of one that does not, where no label begins', () => {
  expect(beside(at(16, 100, 328), note, viewport, null)).toEqual({ x: 194, y: 70 });
});

test('[OVERLAY-9] below one at the upper edge, or where the bar is in the way', () => {
  expect(beside(at(16, 10, 328), note, viewport, null)).toEqual({ x: 16, y: 56 });
  const above = { x: 0, y: 0, width: 360, height: 160 };
  expect(beside(at(16, 165, 328), note, viewport, above)).toEqual({ x: 16, y: 211 });
});

test('[OVERLAY-9] nowhere for a field that is out of sight, or has no room around it', () => {
  expect(beside(at(16, 700, 328), note, viewport, null)).toBeNull();
  expect(beside(at(16, -50, 328), note, viewport, null)).toBeNull();
  expect(beside({ x: 0, y: 0, width: 360, height: 470 }, note, viewport, bar)).toBeNull();
});
