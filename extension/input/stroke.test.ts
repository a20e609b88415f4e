// A stroke as it grows.
import { expect, test } from 'vitest';
import type { NodeId } from '../../protocol/ids.ts';
import { limits } from '../../protocol/limits.ts';
import { extendStroke, startStroke, takeChunk } from './stroke.ts';

const fresh = startStroke(3, 7 as NodeId, 1);

test('[INPUT-2] points leave in chunks that share the id, each point once', () => {
  const first = extendStroke(fresh, [
    { x: 0, y: 0 },
    { x: 5, y: 0 },
  ]);
  const [chunk, rest] = takeChunk(first);
  expect(chunk).toEqual({
    id: 3,
    anchor: 7,
    colour: 1,
    points: [
      { x: 0, y: 0 },
      { x: 5, y: 0 },
    ],
  });
  expect(takeChunk(rest)[0]).toBeNull();
  expect(takeChunk(extendStroke(rest, [{ x: 9, y: 9 }]))[0]).toEqual({
    id: 3,
    anchor: 7,
    colour: 1,
    points: [{ x: 9, y: 9 }],
  });
});

test('points that say nothing new are left out', () => {
  const stroke = extendStroke(fresh, [
    { x: 1, y: 1 },
    { x: 1.2, y: 1.2 },
    { x: 2, y: 2 },
  ]);
  expect(stroke.pending).toEqual([
    { x: 1, y: 1 },
    { x: 2, y: 2 },
  ]);
});

test('a stroke ends at the limit of points', () => {
  const many = Array.from({ length: limits.strokePoints + 50 }, (_, x) => ({ x, y: 0 }));
  expect(extendStroke(fresh, many).pending).toHaveLength(limits.strokePoints);
});
