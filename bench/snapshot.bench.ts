// What it costs a page to be told as a whole: processor time of its main thread until the last byte has left, and the bytes. In a fresh
// tab, as sharing starts in real life, and again in the same one; and the snapshot alone, without deflating and sending. Pages made to
// measure, and interfaces as they ship.
import { deflateRawSync } from 'node:zlib';
import { openArena } from './arena.ts';
import type { Arena, RecorderName, Tab } from './arena.ts';
import type { Benchmark, Context, Row } from './benchmark.ts';
import { figure } from './figure.ts';
import { median } from './median.ts';
import { pageOf } from './pages.ts';
import type { Shape } from './pages.ts';
import { realPages, serveReal } from './realPages.ts';

interface Subject {
  readonly name: string;
  readonly path: string;
  /** Its name in the picture. */
  readonly picture?: string;
  readonly ready?: string;
}

const made = (shape: Shape, nodes: number): Subject => ({
  name: `${shape}, ${nodes.toLocaleString('en')} nodes`,
  path: `/made/${shape}/${nodes}`,
});

const subjects: readonly Subject[] = [
  made('mixed', 1000),
  made('text', 10_000),
  made('forms', 10_000),
  made('svg', 10_000),
  made('tables', 10_000),
  made('shop', 10_000),
  { ...made('mixed', 10_000), picture: '10,000 nodes' },
  { ...made('mixed', 60_000), picture: '60,000 nodes' },
  ...realPages.map(({ name, ready }, at) => ({
    name,
    path: `/real/${at}`,
    ready,
    ...(at < 2 && { picture: name.split(',')[0]! }),
  })),
];
/** Fresh tabs for each recorder and page, and how often in each it begins anew. */
const tabs = 1;
const warmRuns = 2;
const aloneRuns = 3;
/** Measured in one tab alone: a figure that only gives the others their meaning. */
const once: readonly RecorderName[] = ['none', 'openReplay'];
const outerReads = 10;
const recorders: readonly RecorderName[] = ['none', 'ours', 'rrweb', 'openReplay'];

export const snapshot: Benchmark = {
  name: 'snapshot',
  async run(context) {
    const arena = await openArena((path) => {
      const [, kind, shape, nodes] = path.split('/');
      return kind === 'made' ? { body: pageOf(shape as Shape, Number(nodes)) } : serveReal(path);
    });
    try {
      const rows: Row[][] = [];
      for (const subject of subjects) rows.push(await measure(arena, subject, context));
      // All of one kind together.
      return [0, 1, 2, 3].flatMap((kind) => rows.flatMap((four) => four[kind] ?? []));
    } finally {
      await arena.close();
    }
  },
};

type PerRecorder<T> = Record<RecorderName, T>;
const forEach = <T>(make: () => T): PerRecorder<T> => ({
  none: make(),
  ours: make(),
  rrweb: make(),
  openReplay: make(),
});

async function measure(arena: Arena, { name, path, ready, picture }: Subject, { say }: Context) {
  const first = forEach<number[]>(() => []);
  const again = forEach<number[]>(() => []);
  const alone = forEach<number[]>(() => []);
  const bytes = forEach(() => 0);
  const html: { mainMs: number[]; bytes: number } = { mainMs: [], bytes: 0 };
  let nodes = 0;
  for (let run = 0; run < tabs; run++) {
    for (const recorder of run % 2 ? recorders.toReversed() : recorders) {
      if (run > 0 && once.includes(recorder)) continue;
      const tab = await arena.open(path, recorder, ready);
      try {
        if (recorder === 'none') {
          html.mainMs.push((await tab.cost(readHtml(outerReads))).mainMs / outerReads);
          const text = String(await tab.page.evaluate(`(${readHtml(1)})()`));
          html.bytes = deflateRawSync(text, { level: 6 }).length;
          nodes = Number(await tab.page.evaluate(countNodes));
        }
        const cost = await tab.start();
        // It waits for its own clock, and sometimes for longer than we do.
        if (recorder === 'openReplay' && cost.bytes < 500) continue;
        first[recorder].push(cost.mainMs);
        bytes[recorder] = cost.bytes;
        if (recorder !== 'none' && cost.bytes < 500)
          throw new Error(`${recorder} has sent no page: ${cost.bytes} bytes`);
        again[recorder].push(...(await startAnew(tab)));
        if (recorder === 'ours') await verify(tab, name, say);
        if (recorder !== 'ours' && recorder !== 'rrweb') continue;
        await tab.stop();
        for (let turn = 0; turn < aloneRuns; turn++) alone[recorder].push(await tab.alone());
      } finally {
        await tab.close();
      }
    }
  }
  const time = (what: string, of: PerRecorder<number[]>): Row => ({
    ...(picture && what === 'first' && { picture: `Snapshot, ${picture}` }),
    what: `snapshot, ${what}: ${name}`,
    unit: 'ms',
    ours: figure(of.ours, median(of.none)),
    rrweb: figure(of.rrweb, median(of.none)),
    ...(of.openReplay.length > 0 && { openReplay: figure(of.openReplay, median(of.none)) }),
    limit: figure(html.mainMs),
    goal: { of: 'rrweb', atMost: 0.1 },
  });
  const kb = (count: number) => figure([count / 1024]);
  const rows: Row[] = [
    time('first', first),
    time('again', again),
    {
      what: `snapshot, alone: ${name}`,
      unit: 'ms',
      ours: figure(alone.ours),
      rrweb: figure(alone.rrweb),
      limit: figure(html.mainMs),
      goal: { of: 'rrweb', atMost: 0.1 },
    },
    {
      what: `snapshot, bytes: ${name}`,
      ...(picture && { picture: `Snapshot bytes, ${picture}` }),
      unit: 'KB',
      ours: kb(bytes.ours),
      rrweb: kb(bytes.rrweb),
      ...(bytes.openReplay > 0 && { openReplay: kb(bytes.openReplay) }),
      limit: kb(html.bytes),
      goal: { of: 'limit', atMost: 1 },
    },
  ];
  say(`${name} (${nodes} nodes)`);
  return rows;
}

/** In the same tab; for OpenReplay by an agent who comes, each time one more. */
async function startAnew(tab: Tab): Promise<number[]> {
  const mainMs: number[] = [];
  for (let run = 0; run < warmRuns; run++) {
    if (tab.recorder === 'openReplay') {
      mainMs.push((await tab.joined()).mainMs);
      continue;
    }
    await tab.stop();
    mainMs.push((await tab.start()).mainMs);
  }
  return mainMs;
}

async function verify(tab: Tab, name: string, say: Context['say']): Promise<void> {
  const toldAgain = await tab.verify();
  if (toldAgain > 0) say(`${name}: ${toldAgain} runs had to be told again, node by node`);
}

/** Runs in the page: what the browser itself writes of it, shadow roots included. */
const readHtml = (times: number) => `() => {
  const roots = [];
  const collect = (root) => { for (const one of root.querySelectorAll('*')) if (one.shadowRoot) { roots.push(one.shadowRoot); collect(one.shadowRoot); } };
  collect(document);
  let html = '';
  for (let i = 0; i < ${times}; i++)
    html = roots.length ? document.documentElement.getHTML({ shadowRoots: roots }) : document.documentElement.outerHTML;
  return '<!doctype html>' + html;
}`;

const countNodes = `(() => {
  let nodes = 0;
  const count = (root) => { const walker = document.createTreeWalker(root); while (walker.nextNode()) { nodes++; if (walker.currentNode.shadowRoot) count(walker.currentNode.shadowRoot); } };
  count(document);
  return nodes;
})()`;
