// Where recorders are measured: a real browser, a fresh tab for each, one line out, and the main thread's processor time, which a busy
// machine does not change as it does the clock's.
import { gzipSync } from 'node:zlib';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { launchChromium } from '../tests/harness/chromium.ts';
import { bundleForPage } from './bundleForPage.ts';
import { openWire } from './wire.ts';
import type { Wire } from './wire.ts';

export type RecorderName = 'none' | 'ours' | 'rrweb' | 'openReplay';

const entries: Readonly<Record<RecorderName, string>> = {
  none: 'none.ts',
  ours: 'customer.ts',
  rrweb: 'rrweb.ts',
  openReplay: 'openReplay.ts',
};

/** What every recorder's script leaves in the page. */
interface PageRecorder {
  connect(address: string): Promise<void>;
  start(): void;
  stop(): void;
  alone(): number;
  inexact(runs: readonly { first: number; count: number }[]): void;
  describe(): { lines: string[]; failures: string[] };
}
declare const recorder: PageRecorder;

interface Agent {
  open(): Promise<void>;
  hold(frames: readonly string[]): void;
  play(): Promise<{
    applied: number;
    resyncs: number;
    inexact: { first: number; count: number }[];
  }>;
  describe(): Promise<string[]>;
}
declare const agent: Agent;

export interface Cost {
  /** Processor time of the page's main thread: all that the page has to wait for. */
  readonly mainMs: number;
  /** As they crossed the wire. */
  readonly messages: readonly Buffer[];
  /** On the wire: ours and OpenReplay's recordings as they were sent, the rest as one stream of gzip, which is kinder than one by one. */
  readonly bytes: number;
}

export interface Tab {
  readonly page: Page;
  readonly session: CDPSession;
  readonly recorder: RecorderName;
  /** Runs `work` (source of a function without arguments) in the page and waits until all that follows from it has left. */
  cost(work: string): Promise<Cost>;
  /** Runs `work` and waits likewise, without a look at what it costs. */
  rest(work: string): Promise<void>;
  /** `onset` is called when the page is at rest, right before. */
  start(onset?: () => Promise<unknown>): Promise<Cost>;
  /** An agent comes to where recording goes on. OpenReplay alone knows such a thing: it begins anew, and sends live from then on. */
  joined(): Promise<Cost>;
  stop(): Promise<void>;
  /** The snapshot without whatever brings it away, by the clock. Ours and rrweb's alone. */
  alone(): Promise<number>;
  /** Ours alone: throws unless all that has left so far, applied in a viewer, is the page. Returns how many runs had to be told again. */
  verify(): Promise<number>;
  close(): Promise<void>;
}

export interface Arena {
  readonly browser: Browser;
  readonly wire: Wire;
  /** `ready` is the source of an expression: true once the page stands. */
  open(path: string, recorder: RecorderName, ready?: string): Promise<Tab>;
  close(): Promise<void>;
}

/** OpenReplay tells of itself before it tells of the page: what is less than this is not yet the answer. */
const FIRST_BYTES = 500;

type Served = { readonly body: string | Uint8Array; readonly type?: string };

export async function openArena(serve: (path: string) => Served | undefined): Promise<Arena> {
  const scripts = new Map<RecorderName, string>();
  for (const [name, entry] of Object.entries(entries))
    scripts.set(name as RecorderName, await bundleForPage(entry, 'recorder'));
  const agentScript = await bundleForPage('agent.ts', 'agent');
  const wire = await openWire((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const script = scripts.get(pathname.slice(1) as RecorderName);
    const served = script
      ? { body: script, type: 'text/javascript' }
      : pathname === '/agent'
        ? { body: '<!doctype html><style>body { margin: 0 }</style>' }
        : serve(pathname);
    response.writeHead(served ? 200 : 404, {
      'content-type': served?.type ?? 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    });
    response.end(served?.body ?? '');
  });
  const browser = await launchChromium({
    defaultViewport: { width: 1280, height: 720 },
    protocolTimeout: 120_000,
  });
  let viewer: Page | null = null;

  async function agentPage(): Promise<Page> {
    if (!viewer) {
      viewer = await browser.newPage();
      await viewer.goto(`${wire.origin}/agent`);
      await viewer.evaluate(agentScript);
    }
    await viewer.bringToFront();
    return viewer;
  }

  async function open(path: string, name: RecorderName, ready = 'true'): Promise<Tab> {
    const page = await browser.newPage();
    const session = await page.createCDPSession();
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await session.send('HeapProfiler.enable');
    await page.bringToFront();
    await page.goto(`${wire.origin}${path}`, { waitUntil: 'load', timeout: 120_000 });
    await page.waitForFunction(ready, { timeout: 60_000 });
    // As a page loads it, so that it is compiled as it is there.
    await page.addScriptTag({ url: `/${name}` });
    await page.evaluate((address) => recorder.connect(address), wire.origin);
    // OpenReplay sends when its own clock strikes.
    const patience = name === 'openReplay' ? { looks: 3, eachMs: 200 } : { looks: 2, eachMs: 60 };
    const leastBytes = name === 'openReplay' ? FIRST_BYTES : 1;
    let isLive = false;
    /** All frames of ours since the last start. */
    let sent: Buffer[] = [];

    async function threadMs(): Promise<number> {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find((metric) => metric.name === 'ThreadTime')!.value * 1000;
    }

    /** Until two looks, each with room for whatever the page still had to do, have found nothing new. */
    async function settle(isDue = false): Promise<void> {
      for (let quiet = 0, looks = 0; quiet < patience.looks; looks++) {
        if (looks > 500) throw new Error(`${name} does not come to rest`);
        const before = wire.received.length;
        await page.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), patience.eachMs);
        const isAwaited = isDue && bytesOf(wire.received) < leastBytes && looks < 40;
        quiet = wire.received.length === before && !isAwaited ? quiet + 1 : 0;
      }
    }

    async function cost(
      work: string | (() => void),
      onset: () => Promise<unknown> = async () => undefined,
    ): Promise<Cost> {
      await session.send('HeapProfiler.collectGarbage');
      await settle();
      wire.take();
      await onset();
      const before = await threadMs();
      if (typeof work === 'string') await page.evaluate(`(async () => void (await (${work})()))()`);
      else work();
      await settle(name !== 'none');
      const mainMs = (await threadMs()) - before;
      const messages = wire.take();
      if (name === 'ours') sent.push(...messages);
      const isAsSent = name === 'ours' || (name === 'openReplay' && !isLive);
      return { mainMs, messages, bytes: (isAsSent ? bytesOf : gzipBytesOf)(messages) };
    }

    return {
      page,
      session,
      recorder: name,
      cost: (work) => cost(work),
      async rest(work) {
        await page.evaluate(`void (${work})()`);
        await settle();
        const messages = wire.take();
        if (name === 'ours') sent.push(...messages);
      },
      start(onset) {
        sent = [];
        return cost('() => recorder.start()', onset);
      },
      joined() {
        isLive = true;
        return cost(() => wire.openReplay.summonAgent());
      },
      stop: () => page.evaluate(() => recorder.stop()),
      async alone() {
        await session.send('HeapProfiler.collectGarbage');
        return page.evaluate(() => recorder.alone());
      },
      async verify() {
        const other = await agentPage();
        await other.evaluate(() => agent.open());
        const apply = (frames: readonly Buffer[]) =>
          other.evaluate(
            (list) => {
              agent.hold(list);
              return agent.play();
            },
            frames.map((frame) => frame.toString('base64')),
          );
        let result = await apply(sent);
        let toldAgain = 0;
        for (let turns = 0; result.inexact.length > 0; turns++) {
          if (turns > 8) throw new Error('the viewer is never satisfied');
          toldAgain += result.inexact.length;
          await page.evaluate((runs) => recorder.inexact(runs), result.inexact);
          await settle();
          result = await apply(wire.take());
        }
        const shown = await other.evaluate(() => agent.describe());
        await page.bringToFront();
        const { lines, failures } = await page.evaluate(() => recorder.describe());
        if (failures.length > 0) throw new Error(`the mirror failed: ${failures.join('\n')}`);
        if (result.resyncs > 0) throw new Error('the viewer asked for a snapshot');
        if (lines.length < 4) throw new Error('the page is empty');
        const differs = lines.findIndex((line, at) => line !== shown[at]);
        if (differs >= 0 || lines.length !== shown.length) {
          const at = differs < 0 ? lines.length : differs;
          throw new Error(
            `the viewer shows another page, at line ${at} of ${lines.length} (${shown.length} there):\n${lines.slice(Math.max(0, at - 3), at + 2).join('\n')}\n instead\n${shown.slice(Math.max(0, at - 3), at + 2).join('\n')}`,
          );
        }
        return toldAgain;
      },
      async close() {
        await page.close();
      },
    };
  }

  return {
    browser,
    wire,
    open,
    async close() {
      await browser.close();
      await wire.close();
    },
  };
}

const bytesOf = (messages: readonly Buffer[]): number =>
  messages.reduce((sum, { length }) => sum + length, 0);

const gzipBytesOf = (messages: readonly Buffer[]): number =>
  gzipSync(Buffer.concat(messages), { level: 6 }).length;
