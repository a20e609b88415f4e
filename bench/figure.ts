// Several measurements of one thing as one figure: the median, and how far the middle half of them lies apart.
import type { Figure } from './benchmark.ts';

/** The value below which this part of them lies; nothing measured has none. */
export function quantile(values: readonly number[], part: number): number {
  if (values.length === 0) return Number.NaN;
  const ordered = values.toSorted((a, b) => a - b);
  const place = (ordered.length - 1) * part;
  const below = ordered[Math.floor(place)]!;
  const above = ordered[Math.ceil(place)]!;
  return below + (above - below) * (place % 1);
}

/** `without` is what the same costs with nothing to measure. */
export function figure(values: readonly number[], without = 0): Figure {
  const at = (part: number) => quantile(values, part) - without;
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}
