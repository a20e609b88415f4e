// The one table that `npm run bench` prints, in Markdown: ours beside the peers and the limit, and what became of the goal.
import type { Figure, Row } from './benchmark.ts';

const heads = ['what', 'ours', 'rrweb', 'OpenReplay', 'limit', 'ratio', 'goal', 'verdict'];

export type Verdict = 'met' | 'missed' | '–';

/** Ours as a part of what the goal speaks of; without a goal, of rrweb's. Null where there is nothing to compare with. */
export function ratioOf({ ours, rrweb, limit, goal }: Row): number | null {
  const other = goal?.of === 'ours' ? goal.atMost : (goal?.of === 'limit' ? limit : rrweb)?.median;
  if (other === undefined) return null;
  // Less than nothing is a difference that noise has swallowed: as good as none.
  return Math.max(ours.median, 0) / Math.max(other, 0);
}

export function verdictOn(row: Row): Verdict {
  if (!row.goal) return '–';
  const ratio = ratioOf(row);
  // Not-a-number is a measurement that failed, and must not pass.
  return ratio !== null && ratio <= (row.goal.of === 'ours' ? 1 : row.goal.atMost)
    ? 'met'
    : 'missed';
}

export function goalOf({ goal, unit }: Row): string {
  if (!goal) return '–';
  if (goal.of === 'ours') return `≤ ${goal.atMost} ${unit}`;
  return `≤ ${percent(goal.atMost)} of ${goal.of === 'limit' ? 'the limit' : goal.of}`;
}

export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => {
    const ratio = ratioOf(row);
    return [
      row.what,
      figure(row.ours, row.unit),
      figure(row.rrweb, row.unit),
      figure(row.openReplay, row.unit),
      figure(row.limit, row.unit),
      ratio === null ? '–' : percent(ratio),
      goalOf(row),
      verdictOn(row),
    ];
  });
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...cells.map((line) => line[column]?.length ?? 0)),
  );
  const line = (texts: readonly string[]) =>
    `| ${texts.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join(
    '\n',
  );
}

/** The median, and how far the middle half of the runs lies apart, where it does. */
function figure(value: Figure | undefined, unit: string): string {
  if (!value) return '–';
  const { median, low, high } = value;
  const [middle, from, to] = [median, low, high].map(digits);
  const spread = from === to ? '' : ` (${from}–${to})`;
  return `${middle} ${unit}${spread}`;
}

/** Two decimals for what is small, none for what is large: no more digits than the measurement is worth. */
function digits(value: number): string {
  return value.toFixed(Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0);
}

function percent(part: number): string {
  if (!Number.isFinite(part)) return '–';
  return `${(part * 100).toFixed(part < 0.1 ? 1 : 0)} %`;
}
