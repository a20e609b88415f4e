// What it costs a page to be told as a whole: processor time of its main thread until the last byte has left, and the bytes. In a fresh
// tab, as sharing starts in real life, and again in the same one.
import { deflateRawSync } from 'node:zlib';
import { bytesOf, gzipBytesOf, openArena } from './arena.ts';
import type { Arena, Cost, RecorderName } from './arena.ts';
import type { Benchmark, Context, Row } from './benchmark.ts';
import { figure } from './figure.ts';
import { median } from './median.ts';
import { pageOf } from './pages.ts';
import type { Shape } from './pages.ts';

interface Subject {
  readonly name: string;
  readonly path: string;
  /** Fresh tabs for each recorder. */
  readonly tabs: number;
}

const made = (shape: Shape, nodes: number, tabs: number): Subject => ({
  name: `${shape}, ${nodes.toLocaleString('en')} nodes`,
  path: `/made/${shape}/${nodes}`,
  tabs,
});

const subjects: readonly Subject[] = [
  made('mixed', 1000, 5),
  made('text', 10_000, 5),
  made('forms', 10_000, 5),
  made('svg', 10_000, 5),
  made('tables', 10_000, 5),
  made('shop', 10_000, 5),
  made('mixed', 10_000, 5),
  made('mixed', 60_000, 3),
];
const warmRuns = 2;
const recorders: readonly RecorderName[] = ['none', 'ours', 'rrweb'];

export const snapshot: Benchmark = {
  name: 'snapshot',
  async run(context) {
    const arena = await openArena((path) => {
      const [, kind, shape, nodes] = path.split('/');
      return kind === 'made' ? { body: pageOf(shape as Shape, Number(nodes)) } : undefined;
    });
    try {
      const rows: Row[][] = [];
      for (const subject of subjects) rows.push(await measure(arena, subject, context));
      // All of one kind together.
      return [0, 1, 2].flatMap((kind) => rows.flatMap((three) => three[kind] ?? []));
    } finally {
      await arena.close();
    }
  },
};

async function measure(arena: Arena, { name, path, tabs }: Subject, { say }: Context) {
  const cold: Record<RecorderName, number[]> = { none: [], ours: [], rrweb: [] };
  const warm: Record<RecorderName, number[]> = { none: [], ours: [], rrweb: [] };
  const html: number[] = [];
  const bytes = { ours: 0, rrweb: 0, html: 0 };
  let toldAgain = 0;
  for (let run = 0; run < tabs; run++) {
    for (const recorder of run % 2 ? recorders.toReversed() : recorders) {
      const tab = await arena.open(path, recorder);
      try {
        if (recorder === 'none') {
          const reads = 10;
          const { mainMs } = await tab.cost(
            `() => { let sum = 0; for (let i = 0; i < ${reads}; i++) sum += document.documentElement.outerHTML.length; return sum; }`,
          );
          html.push(mainMs / reads);
          const text = await tab.page.evaluate(
            () => `<!doctype html>${document.documentElement.outerHTML}`,
          );
          bytes.html = deflateRawSync(text, { level: 6 }).length;
        }
        const first = await tab.start();
        cold[recorder].push(first.mainMs);
        bytesIn(first, recorder);
        for (let again = 0; again < warmRuns; again++) {
          await tab.stop();
          warm[recorder].push((await tab.start()).mainMs);
        }
        if (recorder === 'ours') toldAgain += await tab.verify();
      } finally {
        await tab.close();
      }
    }
  }

  function bytesIn({ messages }: Cost, recorder: RecorderName): void {
    if (recorder === 'ours') bytes.ours = bytesOf(messages);
    if (recorder !== 'rrweb') return;
    bytes.rrweb = gzipBytesOf(messages);
    if (bytes.rrweb < 1000) throw new Error('rrweb has sent no page');
  }

  const time = (what: string, of: Record<RecorderName, number[]>): Row => ({
    what: `snapshot, ${what}: ${name}`,
    unit: 'ms',
    ours: figure(of.ours, median(of.none)),
    rrweb: figure(of.rrweb, median(of.none)),
    limit: figure(html),
    goal: { of: 'rrweb', atMost: 0.1 },
  });
  const kb = (count: number) => figure([count / 1024]);
  const rows: Row[] = [
    time('first', cold),
    time('again', warm),
    {
      what: `snapshot, bytes: ${name}`,
      unit: 'KB',
      ours: kb(bytes.ours),
      rrweb: kb(bytes.rrweb),
      limit: kb(bytes.html),
      goal: { of: 'limit', atMost: 1 },
    },
  ];
  for (const row of rows)
    say(
      `${row.what}: ours ${row.ours.median.toFixed(1)}, rrweb ${row.rrweb?.median.toFixed(1)}, limit ${row.limit?.median.toFixed(2)}`,
    );
  if (toldAgain > 0) say(`${name}: ${toldAgain} runs had to be told again`);
  return rows;
}
