// A stroke while it is drawn: points gather between frames and leave in chunks that share the stroke's id. Pure.
import type { Annotation } from '../../protocol/interaction.ts';
import type { NodeId } from '../../protocol/ids.ts';
import { limits } from '../../protocol/limits.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Stroke {
  readonly id: number;
  readonly anchor: NodeId;
  readonly colour: number;
  /** Not sent yet. */
  readonly pending: readonly Point[];
  readonly last: Point | null;
  readonly count: number;
}

export function startStroke(id: number, anchor: NodeId, colour: number): Stroke {
  return { id, anchor, colour, pending: [], last: null, count: 0 };
}

/** Points closer than half a pixel to the one before say nothing; past the limit of a stroke nothing more is taken. */
export function extendStroke(stroke: Stroke, points: readonly Point[]): Stroke {
  let { last, count } = stroke;
  const pending = [...stroke.pending];
  for (const point of points) {
    if (count >= limits.strokePoints) break;
    if (last && Math.hypot(point.x - last.x, point.y - last.y) < 0.5) continue;
    pending.push(point);
    last = point;
    count++;
  }
  return { ...stroke, pending, last, count };
}

/** What is to be sent, and the stroke without it. */
export function takeChunk(stroke: Stroke): readonly [Annotation | null, Stroke] {
  const { id, anchor, colour, pending } = stroke;
  if (pending.length === 0) return [null, stroke];
  return [
    { id, anchor, colour, points: [...pending] },
    { ...stroke, pending: [] },
  ];
}
