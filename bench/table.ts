// The one table that `npm run bench` prints, in Markdown.
import type { Row } from './benchmark.ts';

const heads = ['what', 'measured', 'goal', 'verdict'];

export type Verdict = 'met' | 'missed' | '–';

export function verdictOn({ measured, atMost }: Row): Verdict {
  if (atMost === null) return '–';
  // Not-a-number is a measurement that failed, and must not pass.
  return measured <= atMost ? 'met' : 'missed';
}

export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.what,
    `${figure(row.measured)} ${row.unit}`,
    row.atMost === null ? '–' : `≤ ${row.atMost} ${row.unit}`,
    verdictOn(row),
  ]);
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...cells.map((line) => line[column]?.length ?? 0)),
  );
  const line = (texts: readonly string[]) =>
    `| ${texts.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join(
    '\n',
  );
}

/** Two decimals for what is small, none for what is large: no more digits than the measurement is worth. */
function figure(value: number): string {
  return value.toFixed(Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0);
}
