// The trail and the receipt in real Chromium: through a walk over the site, to the relay's ledger, and into a file of the customer's.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Action } from '../../protocol/command.ts';
import type { NodeId, SessionId } from '../../protocol/ids.ts';
import { verifyTrail } from '../../protocol/trail.ts';
import type { Head } from '../../protocol/trail.ts';
import { createTrailStore } from '../../relay/ledger/trailStore.ts';
import { openData } from '../../relay/hosts/node/openData.ts';
import { byName, grantControl, press, says, setStage, share, stateIs } from './stage.ts';
import type { Agent, Stage } from './stage.ts';

/** Each in a place where the agent does not see it; `told-` words are seen. */
const page = (relay: string, title: string) => `<!doctype html><title>told-${title}</title>
<script async src="${relay}/alongside.js"></script>
<a id="next" href="/two?canary-query#canary-hash">told-next</a>
<button id="order" data-alongside="lock" onclick="window.ordered = true">told-order</button>
<button id="hidden" data-alongside="mask" aria-label="canary-label">canary-text</button>
<div data-alongside="block"><button id="blocked" title="canary-blocked">canary-blocked</button></div>
<label>told-street <input id="street" value="canary-value"></label>
<label>told-password <input id="password" type="password" value="canary-password"></label>
<input id="card" autocomplete="cc-number" placeholder="canary-card" value="canary-card">
<p>told-words canary-not-told</p>`;

let stage: Stage;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-receipt-'));
  stage = await setStage((path, relay) => {
    const name = path.split('?')[0];
    if (name === '/one') return { body: page(relay, 'one') };
    return name === '/two' ? { body: page(relay, 'two') } : undefined;
  });
});
afterAll(async () => {
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
});

async function download(of: Page): Promise<string> {
  const to = await mkdtemp(join(folder, 'saved-'));
  const cdp = await of.createCDPSession();
  await cdp.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    browserContextId: of.browserContext().id!,
    downloadPath: to,
    eventsEnabled: true,
  });
  const done = new Promise<void>((resolve) => {
    cdp.on('Browser.downloadProgress', ({ state }) => state === 'completed' && resolve());
  });
  await press(of, 'Download a receipt');
  await done;
  const [name] = await readdir(to);
  expect(name).toMatch(/^receipt-\d{4}-\d\d-\d\d\.html$/);
  return readFile(join(to, name!), 'utf8');
}

interface Saved {
  readonly session: SessionId;
  readonly head: Head;
  readonly entries: readonly { readonly entry: { readonly kind: string } }[];
}
const dataIn = (html: string): Saved =>
  JSON.parse(/id="alongside-receipt">([^]*?)<\/script>/.exec(html)![1]!) as Saved;

/** Commands in order, each answered before the next. */
function commander(agent: Agent, grant: () => Promise<number>) {
  let number = 0;
  return async (action: Action) => {
    number++;
    agent.send({ kind: 'command', number, grant: (await grant()) as never, action });
    const mine = number;
    return (await agent.hears('outcome', 0, (outcome) => outcome.number === mine)).result;
  };
}

/** Presses what stands at the middle of `selector`, wherever it is on the page. */
async function clickOn(of: Page, selector: string): Promise<Action> {
  const [x, y] = await of.$eval(selector, (element) => {
    const box = element.getBoundingClientRect();
    return [(box.x + box.width / 2) / innerWidth, (box.y + box.height / 2) / innerHeight] as const;
  });
  return { type: 'click', place: { node: 0 as NodeId, x, y }, button: 0, count: 1, modifiers: 0 };
}

test('[RECEIPT-1] [RECEIPT-2] [RECEIPT-4] [TRAIL-3] [TRAIL-4] a walk through the site and all that was done is in the receipt and in the ledger, nothing secret in either', async () => {
  const of = await stage.open('/one?canary-query#canary-hash');
  const agent = await share(stage, of);
  await grantControl(agent, of);
  const granted = await agent.hears('controlGranted');
  let latest: number = granted.grant;
  const run = commander(agent, async () => latest);
  expect(await run(await clickOn(of, '#order'))).toBe('locked');
  expect(await run(await clickOn(of, '#hidden'))).toBe('masked');
  expect(await run(await clickOn(of, '#blocked'))).toBe('blocked');
  expect(await run(await clickOn(of, '#street'))).toBe('performed');
  for (const text of ['canary', '-', 'typed'])
    expect(await run({ type: 'text', node: 0 as NodeId, text })).toBe('performed');
  await press(of, 'Pause');
  await agent.hears('tab', 0, ({ state }) => state === 'paused');
  await press(of, 'Resume');

  let from = agent.received.length;
  await Promise.all([of.waitForNavigation(), of.click('#next')]);
  await stateIs(of, 'active');
  await agent.hears('snapshot', from);
  from = agent.received.length;
  agent.send({ kind: 'controlRequested', kinds: ['click', 'fill', 'navigate'] });
  await press(of, 'Allow');
  latest = (await agent.hears('controlGranted', from)).grant;
  expect(await run(await clickOn(of, '#password'))).toBe('masked');
  await press(of, 'Stop sharing');
  await agent.hears('ended');
  const stored = await of.evaluate(() => Object.keys(sessionStorage));
  expect(stored).toEqual([]);

  const html = await download(of);
  const { session, head, entries } = dataIn(html);
  expect(html).not.toContain('canary');
  for (const told of ['told-one', 'told-two', 'told-order', 'told-street', 'told-password', '/two'])
    expect(html).toContain(told);
  expect(html).toContain('Typed in “told-street”, 3 times');
  expect(html).toContain('Refused: only you can use it');
  const kinds = entries.map(({ entry }) => entry.kind);
  expect(kinds.filter((kind) => /^(view|page|paused|resumed|ended)/.test(kind))).toEqual([
    'viewGranted',
    'page',
    'paused',
    'resumed',
    'page',
    'ended',
  ]);

  const { sql, close } = openData(stage.data);
  const links = createTrailStore(sql).links(session);
  close();
  expect(JSON.stringify(links)).not.toContain('canary');
  // The customer's head is the chain's last: nothing can be added, cut or edited behind it.
  expect(verifyTrail(session, links, [head])).toEqual([]);
  expect(head.position).toBe(links.length);
  const told = links.filter(({ number }) => number !== null).map(({ kind }) => kind);
  expect(told).toEqual(kinds.filter((kind) => !/^(viewGranted|ended)$/.test(kind)));
  expect(links.at(-1)?.kind).toBe('ended');

  await press(of, 'Close');
  expect(await of.$('aria/Download a receipt[role="button"]')).toBeNull();
  await of.close();
});

test('[RECEIPT-4] who declines is offered no receipt, and a receipt that cannot be made is said', async () => {
  const declining = await stage.open('/one');
  const agent = await stage.callAgent();
  await declining.evaluate(
    (key) => (window as never as { Alongside: { join(key: string): void } }).Alongside.join(key),
    agent.securityKey,
  );
  await press(declining, 'Decline');
  await byName(declining, 'Close');
  expect(await declining.$('aria/Download a receipt[role="button"]')).toBeNull();
  await declining.close();

  const of = await stage.open('/one');
  await of.setRequestInterception(true);
  of.on('request', (each) =>
    each.url().includes('/alongside-receipt-') ? void each.abort() : void each.continue(),
  );
  await share(stage, of);
  await of.waitForFunction(() => sessionStorage.getItem('alongside.trail')?.includes('"page"'));
  await press(of, 'Stop sharing');
  await press(of, 'Download a receipt');
  await says(await byName(of, 'Close'), 'This could not be loaded. Please try again.');
  await of.close();
});

test('[TRAIL-8] where what records a session cannot be loaded, the session goes on, and the relay’s own entries are kept', async () => {
  const of = await stage.open('/one');
  await of.setRequestInterception(true);
  of.on('request', (each) =>
    each.url().includes('/alongside-trail-') ? void each.abort() : void each.continue(),
  );
  const agent = await share(stage, of);
  await of.evaluate(() => document.body.append('later'));
  await agent.hears('batch');
  await press(of, 'Stop sharing');
  expect((await agent.hears('ended')).reason).toBe('endedByCustomer');
  await byName(of, 'Close');
  expect(await of.$('aria/Download a receipt[role="button"]')).toBeNull();
  await of.close();
});
