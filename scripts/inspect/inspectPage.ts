// Inspects one page: opened in one browser context, mirrored into a viewer in another that shares no cookie with it, compared.
import type { Browser, BrowserContext, JSHandle, Page } from 'puppeteer-core';
import { deflate } from '../../channel/deflate.ts';
import { compareNodes } from './compareNodes.ts';
import { comparePictures } from './comparePictures.ts';
import type { Inspected } from './inspection.ts';
import { openPage } from './openPage.ts';
import type { PageLimits } from './openPage.ts';
import type * as CustomerSide from './page/customerSide.ts';
import type * as ViewerSide from './page/viewerSide.ts';
import { warningsOf } from './warningsOf.ts';
import { withoutScripts } from './withoutScripts.ts';

export interface Bench {
  readonly browser: Browser;
  /** Code of the two sides, each an expression whose value is the side. */
  readonly customerSide: string;
  readonly viewerSide: string;
  /** An empty page for the viewer to stand in. */
  readonly viewerAddress: string;
  readonly noScripts: boolean;
  readonly limits: PageLimits;
}

type Customer = JSHandle<typeof CustomerSide>;
type Viewer = JSHandle<typeof ViewerSide>;

const viewport = { width: 1280, height: 800 };
/** A canvas or frame of which more than this part looks otherwise is not what the customer sees. */
const OTHER_PICTURE = 0.1;

export async function inspectPage(
  bench: Bench,
  named: string,
  address: string,
): Promise<Inspected> {
  const contexts: BrowserContext[] = [];
  const newPage = async () => {
    const context = await bench.browser.createBrowserContext();
    contexts.push(context);
    const page = await context.newPage();
    await page.setViewport(viewport);
    page.setDefaultTimeout(bench.limits.openMs);
    return page;
  };
  try {
    const page = await newPage();
    if (bench.noScripts) await withoutScripts(page);
    const opened = await openPage(page, address, bench.limits);
    if (!opened.ok) return notLoaded(named, opened.problem);
    const agent = await newPage();
    // The last policy is the one that keeps the scripts off.
    const policies = bench.noScripts ? opened.policies.slice(0, -1) : opened.policies;
    return await compare(bench, named, page, agent, policies);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return notLoaded(named, `It could not be inspected: ${why.split('\n', 1)[0]}`);
  } finally {
    await Promise.all(contexts.map((context) => context.close().catch(() => undefined)));
  }
}

async function compare(
  bench: Bench,
  named: string,
  page: Page,
  agent: Page,
  policies: readonly string[],
): Promise<Inspected> {
  const missingAssets = watchAssets(agent);
  await agent.goto(bench.viewerAddress);
  const viewer = (await agent.evaluateHandle(bench.viewerSide)) as Viewer;
  await viewer.evaluate(
    (side, loopback) => side.open(loopback),
    /^(localhost|127\.|\[::1\])/.test(new URL(page.url()).hostname),
  );
  const customer = (await page.evaluateHandle(bench.customerSide)) as Customer;
  const seen = await customer.evaluate((side) => side.look());
  const framesWithSnippet = await snippetsIn(page);
  await customer.evaluate((side) => {
    side.rest();
    side.snapshot();
  });
  const first = await pump(customer, viewer);
  await agent
    .waitForNetworkIdle({ idleTime: 300, timeout: bench.limits.restMs })
    .catch(() => undefined);
  await pump(customer, viewer);
  const last = await customer.evaluate((side) => {
    side.rest();
    return side.finish();
  });
  const applied = await viewer.evaluate((side, frames) => side.apply(frames), last.frames);
  await viewer.evaluate((side) => {
    side.rest();
    return Promise.race([side.settled(), new Promise((done) => setTimeout(done, 3000))]);
  });
  // From here on the customer's page has to stay as it was described.
  await page.setJavaScriptEnabled(false).catch(() => undefined);
  const described = await viewer.evaluate((side) => side.describe());
  const compared = compareNodes(last.nodes, described);
  const customerPicture = await page.screenshot({ captureBeyondViewport: false });
  const agentPicture = await agent.screenshot({ captureBeyondViewport: false });
  const hidden = [...last.nodes, ...described].flatMap(({ hidden: box }) => (box ? [box] : []));
  const pictures = comparePictures(customerPicture, agentPicture, hidden);
  const otherPictures = compared.pictures.flatMap(({ path, box }) => {
    const part = pictures.partOf(box);
    if (part <= OTHER_PICTURE) return [];
    return [
      {
        path,
        expected: 'what is drawn in it',
        seen: `${Math.round(part * 100)} % of its pixels differ`,
      },
    ];
  });
  const failures = [
    ...last.failures,
    ...(applied.inexact.length > 0 ? ['the last change did not survive as HTML'] : []),
    ...applied.problems.map((problem) => `a frame could not be read (${problem})`),
    ...(applied.resyncs > 0 ? [`the viewer asked for ${applied.resyncs} fresh snapshots`] : []),
  ];
  const facts = { seen, policies, framesWithSnippet, missingAssets: missingAssets(), failures };
  return {
    inspection: {
      page: named,
      nodes: compared.nodes,
      differences: [...compared.differences, ...otherPictures],
      pixelDifference: pictures.part,
      snapshotBytes: first.snapshotBytes,
      snapshotMs: Math.round(last.snapshotMs * 10) / 10,
      warnings: warningsOf(facts),
    },
    pictures: { customer: customerPicture, agent: agentPicture, difference: pictures.difference },
  };
}

/** Carries frames over until none come any more; a page that never rests is taken as it is after a while. */
async function pump(customer: Customer, viewer: Viewer): Promise<{ snapshotBytes: number }> {
  let snapshotBytes = 0;
  let resyncs = 0;
  for (let round = 0; round < 20; round++) {
    const frames = await customer.evaluate(async (side) => {
      await new Promise((done) => setTimeout(done, 50));
      return side.take();
    });
    if (frames.length === 0) break;
    if (round === 0) snapshotBytes = await wireBytes(frames[0]!);
    const result = await viewer.evaluate((side, list) => side.apply(list), frames);
    await customer.evaluate((side, upTo) => side.acknowledged(upTo), result.applied);
    if (result.inexact.length > 0)
      await customer.evaluate((side, runs) => side.inexact(runs), result.inexact);
    if (result.resyncs > resyncs) await customer.evaluate((side) => side.snapshot());
    resyncs = result.resyncs;
  }
  return { snapshotBytes };
}

/** The kind, and the rest as it crosses the wire. */
const wireBytes = async (frame: string) =>
  1 + (await deflate(new Uint8Array(Buffer.from(frame, 'base64')).subarray(1))).length;

async function snippetsIn(page: Page): Promise<Set<string>> {
  const found = new Set<string>();
  for (const frame of page.frames().slice(1)) {
    const isThere = frame.evaluate(() => 'Alongside' in window).catch(() => false);
    // A frame that is busy or has not loaded says nothing.
    const late = new Promise<false>((done) => setTimeout(done, 500, false));
    if (await Promise.race([isThere, late])) found.add(frame.url());
  }
  return found;
}

function watchAssets(agent: Page): () => { address: string; why: string }[] {
  const missing = new Map<string, string>();
  agent.on('requestfailed', (request) => {
    const why = request.failure()?.errorText.replace('net::ERR_', '') ?? 'failed';
    if (why !== 'ABORTED') missing.set(request.url(), why.replaceAll('_', ' ').toLowerCase());
  });
  agent.on('response', (response) => {
    if (response.status() >= 400) missing.set(response.url(), `status ${response.status()}`);
  });
  return () =>
    [...missing]
      .filter(([address]) => !address.endsWith('/favicon.ico'))
      .map(([address, why]) => ({ address, why }));
}

export function notLoaded(page: string, problem: string): Inspected {
  return {
    inspection: {
      page,
      nodes: null,
      differences: [],
      pixelDifference: null,
      snapshotBytes: null,
      snapshotMs: null,
      warnings: [{ kind: 'notLoaded', text: problem }],
    },
    pictures: null,
  };
}
