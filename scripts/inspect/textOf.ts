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
  for (const { path, expected, seen } of differences.slice(0, MOST_LISTED))
    lines.push(`  ≠ ${shorten(path)}`, `      the page: ${expected}`, `      the agent: ${seen}`);
  if (differences.length > MOST_LISTED)
    lines.push(
      `  … and ${differences.length - MOST_LISTED} more; --report and --json list them all`,
    );
  for (const { text } of warnings) lines.push(`  ! ${text}`);
  return lines.join('\n');
}

/** The end of a path says which node it is. */
const shorten = (path: string) => (path.length > 110 ? `… ${path.slice(-108)}` : path);
