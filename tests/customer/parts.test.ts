// What a session loads on demand, in real Chromium against a real relay: held back, kept out, and there in time.
import type { HTTPRequest, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message } from '../../protocol/frame.ts';
import type { GrantId, NodeId } from '../../protocol/ids.ts';
import type { AlongsideFacade } from '../../snippet/surface.ts';
import { byName, grantControl, press, says, setStage, share, stateIs } from './stage.ts';
import type { Stage } from './stage.ts';
import { site } from './site.ts';
import { requestAll } from '../../protocol/testing/control.ts';

declare const Alongside: AlongsideFacade;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(site);
});
afterAll(() => stage.close());

interface Held {
  /** Resolves when the page asks for the part. */
  readonly asked: Promise<void>;
  letThrough(): Promise<void>;
}

/** The page gets no such part until it is let through. */
async function hold(page: Page, part: string): Promise<Held> {
  let request: HTTPRequest;
  await page.setRequestInterception(true);
  const asked = new Promise<void>((resolve) => {
    page.on('request', (each) => {
      if (!each.url().includes(`/alongside-${part}-`)) return void each.continue();
      request = each;
      resolve();
    });
  });
  return { asked, letThrough: () => request.continue() };
}

async function keepOut(page: Page, part: string): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (each) =>
    each.url().includes(`/alongside-${part}-`) ? void each.abort() : void each.continue(),
  );
}

const typing = (number: number, grant: GrantId, text: string): Message => ({
  kind: 'command',
  number,
  grant,
  action: { type: 'text', node: 0 as NodeId, text },
});

const valueOfLow = (page: Page) =>
  page.evaluate(() => document.querySelector<HTMLInputElement>('#low')!.value);

test('[CONTROL-11] what performs commands is fetched with the request, and commands wait for it in order', async () => {
  const page = await stage.open('/');
  const held = await hold(page, 'control');
  const agent = await share(stage, page);
  await page.focus('#low');
  agent.send(requestAll);
  await held.asked;
  await press(page, 'Allow');
  const { grant } = await agent.hears('controlGranted');
  await page.focus('#low');
  for (const [index, text] of ['a', 'b', 'c'].entries()) agent.send(typing(index + 1, grant, text));
  await held.letThrough();
  const third = await agent.hears('outcome', 0, ({ number }) => number === 3);
  expect(third.result).toBe('performed');
  expect(await valueOfLow(page)).toBe('abc');
});

test('[SESSION-2] a stop while control is still loading is instant: nothing that waited is performed when it has come', async () => {
  const page = await stage.open('/');
  const held = await hold(page, 'control');
  const agent = await share(stage, page);
  await grantControl(agent, page);
  await held.asked;
  const { grant } = await agent.hears('controlGranted');
  agent.send(typing(1, grant, 'a'));
  // Its answer tells that the command before it has arrived as well.
  let from = agent.received.length;
  agent.send({ kind: 'resync' });
  await agent.hears('snapshot', from);
  await press(page, 'Stop control');
  expect((await agent.hears('controlRevoked')).reason).toBe('customer');
  await held.letThrough();
  from = agent.received.length;
  agent.send(requestAll);
  await press(page, 'Allow');
  const again = await agent.hears('controlGranted', from);
  await page.focus('#low');
  agent.send(typing(2, again.grant, 'b'));
  const second = await agent.hears('outcome', from, ({ number }) => number === 2);
  expect(second.result).toBe('performed');
  expect(await valueOfLow(page)).toBe('b');
});

test('[CONTROL-11] when it cannot be loaded the request ends with a sentence, and sharing goes on', async () => {
  const page = await stage.open('/');
  await keepOut(page, 'control');
  const agent = await share(stage, page);
  agent.send(requestAll);
  expect((await agent.hears('controlRevoked')).reason).toBe('failed');
  const bar = await byName(page, 'Stop sharing');
  await says(bar, 'Sam Carter sees this page. Control could not be loaded.');
  const dialogs = await bar.evaluate(
    (at) => (at.getRootNode() as ShadowRoot).querySelectorAll('dialog').length,
  );
  expect(dialogs).toBe(0);
  await stateIs(page, 'active');
  const from = agent.received.length;
  await page.evaluate(() => document.body.append('goes on'));
  await agent.hears('batch', from);
});

test('[CONTROL-11] a grant that outlives a reload brings what performs its commands along', async () => {
  const page = await stage.open('/');
  const agent = await share(stage, page);
  await grantControl(agent, page);
  const from = agent.received.length;
  await page.reload();
  const { grant } = await agent.hears('controlGranted', from);
  await agent.hears('snapshot', from);
  await page.focus('#low');
  agent.send(typing(1, grant, 'still'));
  expect((await agent.hears('outcome', from)).result).toBe('performed');
  expect(await valueOfLow(page)).toBe('still');
});

test('[CONSENT-7] what asks the customer is fetched when there is something to ask, not by a page that only goes on', async () => {
  const page = await stage.open('/');
  const agent = await share(stage, page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const isAsking = (address: string) => address.includes('/alongside-asking-');
  const from = agent.received.length;
  await page.reload();
  await agent.hears('snapshot', from);
  expect(asked.filter(isAsking)).toEqual([]);
  agent.send(requestAll);
  await press(page, 'Allow');
  await agent.hears('controlGranted', from);
  expect(asked.filter(isAsking)).toHaveLength(1);
});

test('[CONSENT-7] a request that cannot be asked about ends with a sentence, and sharing goes on', async () => {
  const page = await stage.open('/');
  const agent = await share(stage, page);
  const from = agent.received.length;
  // It came with the page before.
  await page.setCacheEnabled(false);
  await keepOut(page, 'asking');
  await page.reload();
  await agent.hears('snapshot', from);
  agent.send(requestAll);
  expect((await agent.hears('controlRevoked', from)).reason).toBe('failed');
  const bar = await byName(page, 'Stop sharing');
  await says(bar, 'Sam Carter sees this page. Control could not be loaded.');
  await stateIs(page, 'active');
});

test('[CONSENT-7] without it nobody begins to share: the customer reads a sentence, and may try again', async () => {
  const page = await stage.open('/');
  await keepOut(page, 'asking');
  const agent = await stage.callAgent();
  await page.evaluate((key) => Alongside.join(key), agent.securityKey);
  const toast = await byName(page, 'Close');
  await says(toast, 'Something went wrong, so sharing was stopped. Your call goes on.');
  await stateIs(page, 'ended');
  expect(agent.received.filter(({ kind }) => kind === 'viewGranted')).toEqual([]);
  page.removeAllListeners('request');
  await page.setRequestInterception(false);
  const another = await stage.callAgent();
  await page.evaluate((key) => Alongside.join(key), another.securityKey);
  await press(page, 'Allow');
  await another.hears('snapshot');
});

test('[OVERLAY-6] what the agent sees is fetched when it is pressed; a second press on the way takes it back', async () => {
  const page = await stage.open('/');
  const held = await hold(page, 'sees');
  await share(stage, page);
  await press(page, 'What the agent sees');
  await held.asked;
  await press(page, 'What the agent sees');
  await Promise.all([
    page.waitForResponse((answer) => answer.url().includes('/alongside-sees-')),
    held.letThrough(),
  ]);
  expect(await page.$('aria/Close[role="button"]')).toBeNull();
  await press(page, 'What the agent sees');
  await press(page, 'Close');
  await byName(page, 'Stop sharing');
});

test('[OVERLAY-6] when what the agent sees cannot be loaded, the bar says so and goes on', async () => {
  const page = await stage.open('/');
  await keepOut(page, 'sees');
  await share(stage, page);
  await press(page, 'What the agent sees');
  const bar = await byName(page, 'Stop sharing');
  await says(bar, 'Sam Carter sees this page. This could not be loaded. Please try again.');
  await press(page, 'Pause');
  await says(bar, 'Paused. Sam Carter sees nothing.');
  expect(await page.$('aria/Close[role="button"]')).toBeNull();
});

test('[OVERLAY-10] without the part that goes along with sharing the bar stays, says so where it is pressed, and each press tries again', async () => {
  const page = await stage.open('/');
  await keepOut(page, 'watch');
  await share(stage, page);
  const bar = await byName(page, 'Stop sharing');
  expect(await page.$('aria/Move this bar[role="button"]')).toBeNull();
  await press(page, 'What the agent sees');
  await says(bar, 'Sam Carter sees this page. This could not be loaded. Please try again.');
  page.removeAllListeners('request');
  await page.setRequestInterception(false);
  await press(page, 'What the agent sees');
  await byName(page, 'What Sam Carter sees', 'dialog');
  await press(page, 'Close');
  await page.focus('#low');
  for (let times = 0; times < 2; times++) await page.keyboard.press('Escape');
  await says(bar, 'Paused. Sam Carter sees nothing.');
});

const wants = (node: number): Message => ({
  kind: 'assetWanted',
  pictures: [node as NodeId],
  addresses: [],
  hashes: [],
});

test('[ASSET-11] what looks after assets is fetched when a viewer first asks, and not before', async () => {
  const page = await stage.open('/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const agent = await share(stage, page);
  await page.evaluate(() => document.body.append('goes on'));
  await agent.hears('batch');
  expect(asked.filter((address) => address.includes('/alongside-assets-'))).toEqual([]);
  await Promise.all([
    page.waitForResponse((answer) => answer.url().includes('/alongside-assets-')),
    agent.send(wants(1)),
  ]);
});

test('[ASSET-11] when it cannot be fetched the session goes on, and the next wish tries again', async () => {
  const page = await stage.open('/');
  await keepOut(page, 'assets');
  const agent = await share(stage, page);
  const isAssets = (request: HTTPRequest) => request.url().includes('/alongside-assets-');
  for (let times = 0; times < 2; times++) {
    const failed = new Promise<void>((resolve) => {
      page.on('requestfailed', (request) => isAssets(request) && resolve());
    });
    agent.send(wants(1));
    await failed;
    // The page has heard of it as well.
    await page.evaluate(() => new Promise((done) => setTimeout(done)));
  }
  const from = agent.received.length;
  await page.evaluate(() => document.body.append('goes on'));
  expect((await agent.hears('batch', from)).kind).toBe('batch');
  await stateIs(page, 'active');
});
