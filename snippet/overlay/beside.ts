// Where a note stands beside a field: at its right, above its end, or below: the first place that is in the viewport and clear of what must stay
// uncovered. Pure.
import type { Box } from './boxOf.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

const gapPx = 6;
const edgePx = 4;

/** Null where there is no such place, or the field itself is out of sight. */
export function beside(
  field: Box,
  note: Size,
  viewport: Size,
  avoid: Box | null,
): { x: number; y: number } | null {
  const middle = field.y + (field.height - note.height) / 2;
  const within = (x: number) => Math.max(edgePx, Math.min(x, viewport.width - note.width - edgePx));
  const places = [
    { x: field.x + field.width + gapPx, y: middle },
    // A label begins where the field begins, and what comes next stands below.
    { x: within(field.x + field.width - note.width), y: field.y - note.height - gapPx },
    { x: within(field.x), y: field.y + field.height + gapPx },
  ];
  if (field.y > viewport.height || field.y + field.height < 0) return null;
  const fits = ({ x, y }: { x: number; y: number }) =>
    y >= edgePx &&
    x + note.width + edgePx <= viewport.width &&
    y + note.height + edgePx <= viewport.height &&
    !(avoid && meet({ x, y, ...note }, avoid));
  return places.find(fits) ?? null;
}

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
