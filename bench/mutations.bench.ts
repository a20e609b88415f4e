// What a page's own work costs more for being recorded: processor time of its main thread until the last batch has left, less the same
// work without a recorder, and the bytes.
import { openArena } from './arena.ts';
import type { Arena, RecorderName, Tab } from './arena.ts';
import type { Benchmark, Context, Figure, Row } from './benchmark.ts';
import { figure } from './figure.ts';
import { median } from './median.ts';
import { pageOf } from './pages.ts';
import { animation, appendTo, workloads } from './workloads.ts';
import type { Workload } from './workloads.ts';

/** The same cost, as far as it can be measured. */
const SAME_COST = 1.2;
const rounds = 1;
const runsPerTab = 2;
const recorders: readonly RecorderName[] = ['none', 'ours', 'rrweb', 'openReplay'];

type Measured = Record<RecorderName, { readonly mainMs: number[]; readonly bytes: number[] }>;

export const mutations: Benchmark = {
  name: 'mutations',
  async run(context) {
    const page = pageOf('mixed', 1000);
    const arena = await openArena((path) => (path === '/page' ? { body: page } : undefined));
    try {
      const times: Row[] = [];
      const bytes: Row[] = [];
      for (const workload of workloads) {
        const measured = await measure(arena, workload, context);
        times.push({ ...time(measured, workload), goal: { of: 'rrweb', atMost: 0.4 } });
        bytes.push(size(measured, workload));
      }
      const animated = await measure(arena, animation, context);
      const few = await measure(arena, appendTo(10), context);
      const many = await measure(arena, appendTo(50_000), context);
      return [
        ...times,
        ...bytes,
        { ...time(animated, animation), goal: { of: 'rrweb', atMost: 0.05 } },
        size(animated, animation),
        time(few, appendTo(10)),
        time(many, appendTo(50_000)),
        timesAsMuch(time(many, appendTo(50_000)), time(few, appendTo(10))),
      ];
    } finally {
      await arena.close();
    }
  },
};

/** The others are compared with each other. */
const pictured: readonly Workload[] = [...workloads, animation];

function time({ none, ours, rrweb, openReplay }: Measured, workload: Workload): Row {
  const { name } = workload;
  const without = median(none.mainMs);
  return {
    what: `added time: ${name}`,
    ...(pictured.includes(workload) && {
      picture: name.replace(/^./, (first) => first.toUpperCase()),
    }),
    unit: 'ms',
    ours: figure(ours.mainMs, without),
    rrweb: figure(rrweb.mainMs, without),
    openReplay: figure(openReplay.mainMs, without),
  };
}

/** What so many siblings make of it. */
function timesAsMuch(many: Row, few: Row): Row {
  const times = (a?: Figure, b?: Figure) =>
    figure([a && b ? Math.max(a.median, 0.1) / Math.max(b.median, 0.1) : Number.NaN]);
  return {
    what: 'append to 50,000 siblings, as many times what ten cost',
    unit: '×',
    ours: times(many.ours, few.ours),
    rrweb: times(many.rrweb, few.rrweb),
    openReplay: times(many.openReplay, few.openReplay),
    goal: { of: 'ours', atMost: SAME_COST },
  };
}

function size({ ours, rrweb, openReplay }: Measured, { name }: Workload): Row {
  const kb = (bytes: readonly number[]) => figure(bytes.map((count) => count / 1024));
  return {
    what: `bytes: ${name}`,
    unit: 'KB',
    ours: kb(ours.bytes),
    rrweb: kb(rrweb.bytes),
    openReplay: kb(openReplay.bytes),
    goal: { of: 'rrweb', atMost: 0.5 },
  };
}

async function measure(arena: Arena, workload: Workload, { say }: Context): Promise<Measured> {
  const measured: Measured = {
    none: { mainMs: [], bytes: [] },
    ours: { mainMs: [], bytes: [] },
    rrweb: { mainMs: [], bytes: [] },
    openReplay: { mainMs: [], bytes: [] },
  };
  for (let round = 0; round < rounds; round++) {
    for (const recorder of round % 2 ? recorders.toReversed() : recorders) {
      if (round > 0 && recorder === 'openReplay') continue;
      const tab = await arena.open('/page', recorder);
      try {
        await tab.page.evaluate(`(${workload.before})()`);
        await tab.start();
        if (recorder === 'openReplay') await tab.joined();
        for (let run = 0; run < runsPerTab; run++) {
          const { mainMs, bytes } = await runOnce(tab, workload);
          measured[recorder].mainMs.push(mainMs);
          measured[recorder].bytes.push(bytes);
          if (recorder === 'ours' && run === runsPerTab - 1) await tab.verify();
          await tab.rest(workload.after);
        }
      } finally {
        await tab.close();
      }
    }
  }
  const { none, ours, rrweb, openReplay } = measured;
  const shown = (values: readonly number[]) => median(values).toFixed(1);
  say(
    `${workload.name}: none ${shown(none.mainMs)} ms, ours ${shown(ours.mainMs)} ms ${shown(ours.bytes)} B, rrweb ${shown(rrweb.mainMs)} ms ${shown(rrweb.bytes)} B, OpenReplay ${shown(openReplay.mainMs)} ms ${shown(openReplay.bytes)} B`,
  );
  return measured;
}

async function runOnce(tab: Tab, { phases }: Workload): Promise<{ mainMs: number; bytes: number }> {
  let mainMs = 0;
  let bytes = 0;
  for (const phase of phases) {
    const cost = await tab.cost(phase);
    mainMs += cost.mainMs;
    if (tab.recorder !== 'none' && cost.messages.length === 0)
      throw new Error(`${tab.recorder} has sent nothing`);
    bytes += cost.bytes;
  }
  return { mainMs, bytes };
}
