// An inspection in words, for a terminal.
import type { Inspection } from './inspection.ts';
import { fidelity, kilobytes, percent } from './figures.ts';

const MOST_LISTED = 20;

export function textOf(inspection: Inspection): string {
  const { page, nodes, differences, pixelDifference, snapshotBytes, snapshotMs, warnings } =
    inspection;
  const lines = [page];
  if (nodes === null)
    return [...lines, ...warnings.map(({ text }) => `  Not loaded. ${text}`)].join('\n');
  lines.push(
    `  Fidelity   ${fidelity(inspection)}, ${differences.length} of ${nodes} nodes differ`,
    `  Pixels     ${percent(pixelDifference!)} differ`,
    `  Snapshot   ${kilobytes(snapshotBytes!)} on the wire, taken in ${snapshotMs} ms`,
  );
  const alike = Map.groupBy(differences, ({ path }) => path);
  for (const [path, [first, ...more]] of [...alike].slice(0, MOST_LISTED)) {
    const others = more.length > 0 ? ` and ${more.length} more like it` : '';
    const { expected, seen } = first!;
    lines.push(
      `  ≠ ${shorten(path)}${others}`,
      `      the page: ${expected}`,
      `      the agent: ${seen}`,
    );
  }
  if (alike.size > MOST_LISTED)
    lines.push(
      `  … and at ${alike.size - MOST_LISTED} more places; --report and --json list them all`,
    );
  for (const { text } of warnings) lines.push(`  ! ${text}`);
  return lines.join('\n');
}

/** The end of a path says which node it is. */
const shorten = (path: string) => (path.length > 110 ? `… ${path.slice(-108)}` : path);
