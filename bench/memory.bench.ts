// What being recorded adds to the memory of the customer's page, after everything has left and garbage has been collected: the script heap,
// what the browser's own objects take, and buffers.
import { openArena } from './arena.ts';
import type { RecorderName, Tab } from './arena.ts';
import type { Benchmark, Row } from './benchmark.ts';
import { figure } from './figure.ts';
import { median } from './median.ts';
import { pageOf } from './pages.ts';

const tabs = 1;
const sizes = [10_000] as const;
const recorders: readonly RecorderName[] = ['none', 'ours', 'rrweb', 'openReplay'];

export const memory: Benchmark = {
  name: 'memory',
  async run({ say }) {
    const arena = await openArena((path) => {
      const nodes = Number(/^\/made\/(\d+)$/.exec(path)?.[1]);
      return nodes ? { body: pageOf('mixed', nodes) } : undefined;
    });
    try {
      const rows: Row[] = [];
      for (const nodes of sizes) {
        const kb: Record<RecorderName, number[]> = {
          none: [],
          ours: [],
          rrweb: [],
          openReplay: [],
        };
        for (let run = 0; run < tabs; run++) {
          for (const recorder of run % 2 ? recorders.toReversed() : recorders) {
            const tab = await arena.open(`/made/${nodes}`, recorder);
            try {
              const before = await usedKb(tab);
              const { bytes } = await tab.start();
              if (recorder !== 'none' && bytes < 500)
                throw new Error(`${recorder} has sent no page`);
              kb[recorder].push(((await usedKb(tab)) - before) / (nodes / 10_000));
              if (recorder === 'ours' && run === 0) await tab.verify();
            } finally {
              await tab.close();
            }
          }
        }
        say(
          `${nodes} nodes, KB per 10,000: ${JSON.stringify(kb, (_, v) => (typeof v === 'number' ? Math.round(v) : v))}`,
        );
        const without = median(kb.none);
        rows.push({
          what: `memory per 10,000 nodes, of ${nodes.toLocaleString('en')}`,
          ...(nodes === 10_000 && { picture: 'Memory in the page' }),
          unit: 'KB',
          ours: figure(kb.ours, without),
          rrweb: figure(kb.rrweb, without),
          openReplay: figure(kb.openReplay, without),
          goal: { of: 'rrweb', atMost: 1 },
        });
      }
      return rows;
    } finally {
      await arena.close();
    }
  },
};

async function usedKb({ session, page }: Tab): Promise<number> {
  for (let turn = 0; turn < 3; turn++) {
    await session.send('HeapProfiler.collectGarbage');
    await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
  }
  const { usedSize, embedderHeapUsedSize, backingStorageSize } =
    await session.send('Runtime.getHeapUsage');
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1024;
}
