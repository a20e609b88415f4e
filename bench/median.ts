// The middle of several runs: one slow run on a busy machine does not move it.
export function median(values: readonly number[]): number {
  if (values.length === 0) return Number.NaN;
  const ordered = values.toSorted((a, b) => a - b);
  const middle = ordered.length >> 1;
  return ordered.length % 2 === 1
    ? ordered[middle]!
    : (ordered[middle - 1]! + ordered[middle]!) / 2;
}
