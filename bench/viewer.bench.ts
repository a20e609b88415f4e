// What it costs the agent's browser to build a page from its snapshot and to apply a batch, from the bytes of the wire: processor time of
// the main thread. The page is not drawn meanwhile: drawing it costs whoever built it the same.
import type { Page } from 'puppeteer-core';
import { openArena } from './arena.ts';
import type { Arena, Tab } from './arena.ts';
import type { Benchmark, Context, Row } from './benchmark.ts';
import { bundleForPage } from './bundleForPage.ts';
import { figure } from './figure.ts';
import { median } from './median.ts';
import { pageOf } from './pages.ts';
import { workloads } from './workloads.ts';

type Side = 'ours' | 'rrweb' | 'limit';
const entries: Readonly<Record<Side, string>> = {
  ours: 'agent.ts',
  rrweb: 'rrwebAgent.ts',
  limit: 'native.ts',
};
const sides: readonly Side[] = ['ours', 'rrweb', 'limit'];
const rounds = 1;
const runsPerTab = 3;

/** What each side is given: the page, then the batch. */
interface Told {
  readonly page: readonly string[];
  readonly batch: readonly string[];
}

/** Elements there must be, less what a viewer may rightly leave out or put elsewhere. */
const MOST_OF_THEM = 0.9;
const BATCH_ELEMENTS = 6000;

interface Agent {
  open(): Promise<void>;
  hold(told: readonly string[]): void;
  play(): Promise<unknown>;
  shown(): Document;
}
declare const agent: Agent;

export const viewer: Benchmark = {
  name: 'viewer',
  async run(context) {
    const arena = await openArena((path) => {
      const nodes = Number(/^\/made\/(\d+)$/.exec(path)?.[1]);
      return nodes ? { body: pageOf('mixed', nodes) } : undefined;
    });
    try {
      const rows: Row[] = [];
      for (const nodes of [10_000]) rows.push(...(await measure(arena, nodes, context)));
      return rows;
    } finally {
      await arena.close();
    }
  },
};

async function measure(arena: Arena, nodes: number, { say }: Context): Promise<Row[]> {
  const { told, elements } = await record(arena, nodes);
  const built: Record<Side, number[]> = { ours: [], rrweb: [], limit: [] };
  const applied: Record<Side, number[]> = { ours: [], rrweb: [], limit: [] };
  for (let round = 0; round < rounds; round++) {
    for (const side of round % 2 ? sides.toReversed() : sides) {
      const page = await arena.browser.newPage();
      try {
        await page.bringToFront();
        await page.goto(`${arena.wire.origin}/agent`);
        await page.evaluate(await bundleForPage(entries[side], 'agent'));
        for (let run = 0; run < runsPerTab; run++) {
          await page.evaluate(() => agent.open());
          await page.evaluate(() => void (document.body.hidden = true));
          built[side].push(await costOf(page, told[side].page, elements * MOST_OF_THEM));
          applied[side].push(
            await costOf(page, told[side].batch, elements * MOST_OF_THEM + BATCH_ELEMENTS),
          );
        }
      } finally {
        await page.close();
      }
    }
  }
  say(
    `${nodes} nodes: built ${JSON.stringify(mediansOf(built))}, applied ${JSON.stringify(mediansOf(applied))}`,
  );
  const row = (what: string, of: Record<Side, number[]>): Row => ({
    ...(nodes === 10_000 && { picture: `Viewer, ${what}` }),
    what: `viewer, ${what}: ${nodes.toLocaleString('en')} nodes`,
    unit: 'ms',
    ours: figure(of.ours),
    rrweb: figure(of.rrweb),
    limit: figure(of.limit),
    goal: { of: 'rrweb', atMost: 0.2 },
  });
  return [row('page built', built), row('1,000 × 10 added', applied)];
}

const mediansOf = (of: Record<Side, number[]>) =>
  Object.fromEntries(
    Object.entries(of).map(([side, values]) => [side, Math.round(median(values))]),
  );

/** One page and one batch, as each recorder tells them. */
async function record(
  arena: Arena,
  nodes: number,
): Promise<{ told: Record<Side, Told>; elements: number }> {
  let elements = 0;
  const [added] = workloads;
  const told: Partial<Record<Side, Told>> = {};
  const at = async (recorder: 'ours' | 'rrweb' | 'none', take: (tab: Tab) => Promise<Told>) => {
    const tab = await arena.open(`/made/${nodes}`, recorder);
    try {
      await tab.page.evaluate(`(${added!.before})()`);
      return await take(tab);
    } finally {
      await tab.close();
    }
  };
  told.ours = await at('ours', async (tab) => {
    const page = (await tab.start()).messages.map((frame) => frame.toString('base64'));
    const batch = (await tab.cost(added!.phases[0]!)).messages.map((frame) =>
      frame.toString('base64'),
    );
    if ((await tab.verify()) > 0) throw new Error('part of the page had to be told again');
    return { page, batch };
  });
  told.rrweb = await at('rrweb', async (tab) => ({
    page: (await tab.start()).messages.map(String),
    batch: (await tab.cost(added!.phases[0]!)).messages.map(String),
  }));
  told.limit = await at('none', async ({ page }) => {
    elements = await page.evaluate(() => document.getElementsByTagName('*').length);
    return {
      page: [await page.evaluate(() => document.documentElement.innerHTML)],
      batch: [
        String(
          await page.evaluate(`(${added!.phases[0]})(), document.querySelector('#area').innerHTML`),
        ),
      ],
    };
  });
  return { told: told as Record<Side, Told>, elements };
}

async function costOf(page: Page, told: readonly string[], expected: number): Promise<number> {
  await page.evaluate((list) => agent.hold(list), told);
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('HeapProfiler.collectGarbage');
  const threadMs = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ThreadTime')!.value * 1000;
  };
  /** Until so many elements are shown, and a while longer. */
  const rest = (until: number) =>
    page.evaluate(async (wanted) => {
      const count = () => agent.shown().getElementsByTagName('*').length;
      for (let looks = 0; looks < 100 && count() < wanted; looks++)
        await new Promise((done) => setTimeout(done, 100));
      for (let looks = 0; looks < 3; looks++) await new Promise((done) => setTimeout(done, 100));
      return count();
    }, until);
  const before = await threadMs();
  await rest(0);
  const restMs = (await threadMs()) - before;
  const startMs = await threadMs();
  await page.evaluate(async () => void (await agent.play()));
  const elements = await rest(expected);
  const mainMs = (await threadMs()) - startMs - restMs;
  await session.detach();
  if (elements < expected)
    throw new Error(`only ${elements} of ${Math.round(expected)} elements are shown`);
  return mainMs;
}
