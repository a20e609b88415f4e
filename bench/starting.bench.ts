// Sharing starts on a page of 100,000 nodes: the longest time in which nothing else could run, and how long a key that a person presses
// meanwhile waits for the page. By the clock, so only a quiet machine tells the truth.
import { openArena } from './arena.ts';
import type { Arena, RecorderName } from './arena.ts';
import type { Benchmark, Row } from './benchmark.ts';
import { figure, quantile } from './figure.ts';
import { pageOf } from './pages.ts';

const nodes = 100_000;
const tabs = 1;
const keyEveryMs = 15;
const recorders: readonly RecorderName[] = ['none', 'ours', 'rrweb', 'openReplay'];

interface Probe {
  longestMs: number;
  readonly waitedMs: number[];
}

export const starting: Benchmark = {
  name: 'starting',
  async run({ say }) {
    const body = pageOf('mixed', nodes);
    const arena = await openArena((path) => (path === '/page' ? { body } : undefined));
    try {
      const longest: Record<RecorderName, number[]> = {
        none: [],
        ours: [],
        rrweb: [],
        openReplay: [],
      };
      const waited: Record<RecorderName, number[]> = {
        none: [],
        ours: [],
        rrweb: [],
        openReplay: [],
      };
      for (let run = 0; run < tabs; run++) {
        for (const recorder of run % 2 ? recorders.toReversed() : recorders) {
          const probe = await startOnce(arena, recorder, run === 0);
          longest[recorder].push(probe.longestMs);
          waited[recorder].push(quantile(probe.waitedMs, 1));
          say(
            `${recorder}: longest ${probe.longestMs.toFixed(0)} ms, ${probe.waitedMs.length} keys waited up to ${quantile(probe.waitedMs, 1).toFixed(0)} ms`,
          );
        }
      }
      const row = (what: string, of: Record<RecorderName, number[]>): Row => ({
        what: `${what}, 100,000 nodes`,
        ...(of === longest && { picture: 'Longest task at the start' }),
        unit: 'ms',
        ours: figure(of.ours),
        rrweb: figure(of.rrweb),
        openReplay: figure(of.openReplay),
        limit: figure(of.none),
        goal: { of: 'ours', atMost: 50 },
      });
      return [
        row('longest task while sharing starts', longest),
        row('a key waits while sharing starts, at most', waited),
      ];
    } finally {
      await arena.close();
    }
  },
};

async function startOnce(arena: Arena, recorder: RecorderName, verify: boolean): Promise<Probe> {
  const tab = await arena.open('/page', recorder);
  try {
    const keys = { isPressing: true };
    let pressed: Promise<void> = Promise.resolve();
    async function press(): Promise<void> {
      while (keys.isPressing) {
        await tab.session.send('Input.dispatchKeyEvent', {
          type: 'keyDown',
          key: 'a',
          code: 'KeyA',
        });
        await tab.session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'a', code: 'KeyA' });
        await new Promise((done) => setTimeout(done, keyEveryMs));
      }
    }
    const { bytes } = await tab.start(async () => {
      await tab.page.evaluate(watch);
      pressed = press();
    });
    keys.isPressing = false;
    await pressed;
    if (recorder !== 'none' && bytes < 500) throw new Error(`${recorder} has sent no page`);
    const probe = await tab.page.evaluate(() => (window as unknown as { probe: Probe }).probe);
    await tab.page.evaluate(
      () => void ((window as unknown as { probing: boolean }).probing = false),
    );
    if (verify && recorder === 'ours') await tab.verify();
    return probe;
  } finally {
    await tab.close();
  }
}

/** Runs in the page: a task right after each other, so that whatever comes between shows as a gap; and every key, by when it was pressed. */
function watch(): void {
  const probe: Probe = { longestMs: 0, waitedMs: [] };
  const state = window as unknown as { probe: Probe; probing: boolean };
  state.probe = probe;
  state.probing = true;
  addEventListener('keydown', (event) => probe.waitedMs.push(performance.now() - event.timeStamp), {
    capture: true,
  });
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  port1.addEventListener('message', () => {
    const now = performance.now();
    probe.longestMs = Math.max(probe.longestMs, now - last);
    last = now;
    if (state.probing) port2.postMessage(0);
  });
  port1.start();
  port2.postMessage(0);
}
