// Marks as they are sent: strokes grow by their id, comments go one by one, and ids are never used twice.
import { expect, test } from 'vitest';
import type { NodeId } from '../../protocol/ids.ts';
import { markReceived, markSent, nextMarkId, noMarks } from './marks.ts';

const node = 4 as NodeId;
const stroke = (id: number, ...points: { x: number; y: number }[]) =>
  ({ kind: 'annotation', id, anchor: node, colour: 0, points }) as const;
const comment = (id: number) =>
  ({ kind: 'comment', id, at: { node, x: 0.5, y: 0.5 }, text: 'Here' }) as const;

test('a second part of a stroke is appended to the first', () => {
  const marks = [stroke(1, { x: 0, y: 0 }), stroke(1, { x: 5, y: 5 })].reduce(markSent, noMarks);
  expect(marks.strokes).toHaveLength(1);
  expect(marks.strokes[0]!.points).toEqual([
    { x: 0, y: 0 },
    { x: 5, y: 5 },
  ]);
});

test('clearing takes the strokes and leaves the comments', () => {
  const marks = [stroke(1), comment(2), { kind: 'annotationsCleared' } as const].reduce(
    markSent,
    noMarks,
  );
  expect(marks.strokes).toEqual([]);
  expect(marks.comments).toHaveLength(1);
  expect(markSent(marks, { kind: 'commentRemoved', id: 2 }).comments).toEqual([]);
});

test('the next id is above every id in use', () => {
  expect(nextMarkId(noMarks)).toBe(1);
  expect(nextMarkId([stroke(3), comment(7)].reduce(markSent, noMarks))).toBe(8);
});

test('the customer’s pointer comes and goes', () => {
  const at = { node, x: 0, y: 1 };
  const shown = markReceived(noMarks, { kind: 'pointer', gone: false, at });
  expect(shown.customerPointer).toEqual(at);
  expect(markReceived(shown, { kind: 'pointer', gone: true, at }).customerPointer).toBeNull();
});
