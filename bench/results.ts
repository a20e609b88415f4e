// What `bench/RESULTS.md` says: where and with what it was measured, the table, and every goal that was missed, with by how much.
import type { Row } from './benchmark.ts';
import { goalOf, ratioOf, table, verdictOn } from './table.ts';

export interface Circumstances {
  readonly date: string;
  readonly machine: string;
  /** Names with their versions. */
  readonly versions: readonly string[];
  /** Benchmarks that could not measure. */
  readonly failed: readonly string[];
  /** Kept by hand: what was tried where a goal is missed. */
  readonly tried: string;
}

export function results(rows: readonly Row[], circumstances: Circumstances): string {
  const { date, machine, versions, failed, tried } = circumstances;
  const missed = rows.filter((row) => verdictOn(row) === 'missed');
  const met = rows.filter((row) => verdictOn(row) === 'met');
  return `# Results

Written by \`npm run bench\` on ${date}: ${machine}; ${versions.join(', ')}.

![Each figure as a part of rrweb's](../docs/images/bench.svg)

Every figure of ours is the built code at work: policy, mirror, codec, deflate and channel over a real socket, and each run is verified: what left
the page, applied in the viewer, is the page. rrweb records with its usual options, OpenReplay with an agent watching; both send over the same
machine. Times are the processor time of the page's main thread until everything has left, medians with the middle half of the runs in brackets;
rrweb's time has no compression in it, its bytes are gzip over all events as one stream, ours are what crossed the wire. Added time is what the
same work takes without a recorder, taken off. The limit is the browser by itself: \`outerHTML\`, that HTML deflated, \`innerHTML\`, a bare echo,
or no recorder at all. rrweb's bundle is its recorder imported from \`rrweb\`. The ratio is to what the goal speaks of, and to rrweb where there is none.

${table(rows)}

## Missed

${missed.length === 0 ? 'No goal was missed.' : missed.map(shortfall).join('\n')}
${failed.length === 0 ? '' : `\nCould not be measured: ${failed.join(', ')}.\n`}
${met.length} of ${met.length + missed.length} goals were met.

${tried.trim()}
`;
}

/** By how much a goal was missed. */
export function shortfall(row: Row): string {
  const ratio = ratioOf(row);
  const wanted = row.goal?.of === 'ours' ? 1 : (row.goal?.atMost ?? Number.NaN);
  const times = ratio === null ? Number.NaN : ratio / wanted;
  const by = Number.isFinite(times)
    ? `${times.toFixed(times < 10 ? 2 : 0)} times what it may be`
    : 'not measured';
  return `- ${row.what}: ${by} (${goalOf(row)})`;
}
