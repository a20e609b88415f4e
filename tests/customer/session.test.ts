// The customer's session in real Chromium, against a real relay, with an agent who speaks the protocol.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message } from '../../protocol/frame.ts';
import type { GrantId, NodeId } from '../../protocol/ids.ts';
import { kinds } from '../../protocol/kinds.ts';
import type { AlongsideFacade } from '../../snippet/surface.ts';
import { byName, grantControl, press, says, setStage, share, stateIs } from './stage.ts';
import type { Agent, Stage } from './stage.ts';
import { site } from './site.ts';
import { requestAll } from '../../protocol/testing/control.ts';

declare const Alongside: AlongsideFacade;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(site);
});
afterAll(() => stage.close());

const kindsOf = (messages: readonly Message[]) => messages.map(({ kind }) => kind);
const ofPage = (messages: readonly Message[]) =>
  messages.filter(({ kind }) => kinds[kind].family !== 'controlPlane');

/** The highest number of what the agent has to say: a message that passes comes after all that were sent before. */
async function roundTrip(agent: Agent): Promise<void> {
  const from = agent.received.length;
  agent.send({ kind: 'resync' });
  await agent.hears('tab', from);
}

test('[CONSENT-1] nothing of the page leaves before the customer allows it, and then a snapshot does', async () => {
  const page = await stage.open('/');
  const agent = await stage.callAgent();
  await page.click('#help');
  const field = await byName(page, 'Security key', 'textbox');
  await field.type(agent.securityKey);
  await press(page, 'Continue');
  await byName(page, 'Share this page with Sam Carter?', 'dialog');
  await stateIs(page, 'pending');
  await page.mouse.move(100, 100);
  await page.evaluate(() => document.body.append('changed'));
  expect(ofPage(agent.received)).toEqual([]);
  await press(page, 'Allow');
  await agent.hears('snapshot');
  const order = kindsOf(agent.received);
  expect(order.indexOf('viewGranted')).toBeLessThan(order.indexOf('snapshot'));
  await stateIs(page, 'active');
});

test('[CONSENT-1] declining shares nothing and ends the session', async () => {
  const page = await stage.open('/');
  const agent = await stage.callAgent();
  await page.evaluate((key) => Alongside.join(key), agent.securityKey);
  await press(page, 'Decline');
  expect((await agent.hears('ended')).reason).toBe('viewDeclined');
  expect(ofPage(agent.received)).toEqual([]);
  await says(await byName(page, 'Close'), 'You declined. Nothing was shared. Your call goes on.');
});

test('[SESSION-3] a reload and a navigation continue the session without asking, write mode included, with higher grants', async () => {
  const page = await stage.open('/');
  const agent = await share(stage, page);
  await grantControl(agent, page);
  const follow = () => Promise.all([page.waitForNavigation(), page.click('#next')]);
  for (const move of [() => page.reload(), follow]) {
    const from = agent.received.length;
    const before = agent.received.filter(({ kind }) => kind === 'controlGranted').length;
    await move();
    const { grant } = await agent.hears('controlGranted', from);
    // [SESSION-1] A command that was meant for the page before finds no grant.
    expect(grant).toBe(before + 1);
    await agent.hears('snapshot', from);
    expect((await agent.hears('tab', from)).state).toBe('leaving');
    await byName(page, 'Stop control');
    await stateIs(page, 'active');
  }
});

test('[SESSION-3] the back button brings a page back into the session', async () => {
  const page = await stage.open('/');
  const agent = await share(stage, page);
  let from = agent.received.length;
  await page.click('#next');
  await agent.hears('snapshot', from);
  from = agent.received.length;
  await page.goBack();
  await agent.hears('snapshot', from);
  expect(new URL(page.url()).pathname).toBe('/');
  await stateIs(page, 'active');
});

test('[SESSION-2] Stop control revokes at once: a command that is on its way is refused', async () => {
  const page = await stage.open('/');
  const agent = await share(stage, page);
  await grantControl(agent, page);
  const { grant } = await agent.hears('controlGranted');
  await press(page, 'Stop control');
  expect((await agent.hears('controlRevoked')).reason).toBe('customer');
  agent.send({
    kind: 'command',
    number: 1,
    grant,
    action: { type: 'navigate', to: 'address', address: '/next' },
  });
  await roundTrip(agent);
  expect(new URL(page.url()).pathname).toBe('/');
});

test('[SESSION-2] a command under an earlier grant is refused as stale', async () => {
  const page = await stage.open('/');
  const agent = await share(stage, page);
  await grantControl(agent, page);
  const command = (number: number, grant: number): Message => ({
    kind: 'command',
    number,
    grant: grant as GrantId,
    action: { type: 'text', node: 0 as NodeId, text: 'x' },
  });
  const from = agent.received.length;
  await page.reload();
  await agent.hears('controlGranted', from);
  agent.send(command(1, 1));
  expect((await agent.hears('outcome')).result).toBe('staleGrant');
});

test('[CONSENT-5] a second request while one is being answered opens no second prompt', async () => {
  const page = await stage.open('/');
  const agent = await share(stage, page);
  agent.send(requestAll);
  agent.send(requestAll);
  const decline = await byName(page, 'Decline');
  const dialogs = await decline.evaluate(
    (at) => (at.getRootNode() as ShadowRoot).querySelectorAll('dialog').length,
  );
  expect(dialogs).toBe(1);
  await decline.click();
  await agent.hears('controlDeclined');
  await roundTrip(agent);
  expect(kindsOf(agent.received).filter((kind) => kind === 'controlDeclined')).toHaveLength(1);
});

test('[SESSION-4] while paused nothing of the page is sent; resuming sends a fresh snapshot', async () => {
  const page = await stage.open('/');
  const agent = await share(stage, page);
  await press(page, 'Pause');
  await says(await byName(page, 'Resume'), 'Paused. Sam Carter sees nothing.');
  await stateIs(page, 'paused');
  const from = agent.received.length;
  await page.evaluate(() => document.body.append('while paused'));
  await page.mouse.move(200, 200);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
  await roundTrip(agent);
  expect(ofPage(agent.received.slice(from))).toEqual([]);
  await press(page, 'Resume');
  await agent.hears('snapshot', from);
});

test('[SESSION-4] while the agent is away nothing of the page is sent, and the bar says so', async () => {
  const page = await stage.open('/');
  const agent = await share(stage, page);
  agent.leave();
  const bar = await byName(page, 'Stop sharing');
  await says(bar, 'Sam Carter is away and sees nothing.');
  await page.evaluate(() => document.body.append('while away'));
  const back = await agent.again();
  await back.hears('snapshot');
  await says(bar, 'Sam Carter sees this page');
  expect((await back.hears('tab')).state).toBe('visible');
});

test('[SESSION-5] when the relay has been away, the session goes on with a fresh snapshot', async () => {
  const page = await stage.open('/');
  const agent = await share(stage, page);
  const bar = await byName(page, 'Stop sharing');
  await stage.relayAway(async () => {
    await says(bar, 'Reconnecting…');
    await stateIs(page, 'active');
  });
  const back = await agent.again();
  expect((await back.hears('snapshot')).ops.length).toBeGreaterThan(0);
  await says(bar, 'Sam Carter sees this page');
});

test('[SESSION-6] a second tab takes over, and the first one says so', async () => {
  const page = await stage.open('/');
  const agent = await share(stage, page);
  const saved = await page.evaluate(() => sessionStorage.getItem('alongside')!);
  const second = await page.browserContext().newPage();
  await second.evaluateOnNewDocument((kept) => sessionStorage.setItem('alongside', kept), saved);
  const from = agent.received.length;
  await second.goto(`${stage.siteOrigin}/next`);
  await agent.hears('snapshot', from);
  await page.bringToFront();
  await says(await byName(page, 'Close'), 'Sharing goes on in another tab.');
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test('[SESSION-7] the agent’s end is told with the agent’s name, and leaves the page as it was', async () => {
  const page = await stage.open('/');
  const children = await page.evaluate(() => document.documentElement.childElementCount);
  const agent = await share(stage, page);
  agent.send({ kind: 'end' });
  await says(await byName(page, 'Close'), 'Sam Carter ended sharing. Your call goes on.');
  await stateIs(page, 'ended');
  await press(page, 'Close');
  await stateIs(page, 'idle');
  expect(await page.evaluate(() => document.documentElement.childElementCount)).toBe(children);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test('[SESSION-8] an inner failure ends the session visibly, and nothing is thrown into the page', async () => {
  const page = await stage.open('/');
  const thrown: unknown[] = [];
  page.on('pageerror', (error) => thrown.push(error));
  const agent = await share(stage, page);
  // What a page may well break: storage that suddenly refuses.
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new Error('full');
    };
  });
  await press(page, 'Pause');
  await agent.hears('ended');
  await says(
    await byName(page, 'Close'),
    'Something went wrong, so sharing was stopped. Your call goes on.',
  );
  expect(thrown).toEqual([]);
});

test('[SESSION-9] the customer’s pointer is told as a place on a node, from trusted events only', async () => {
  const page = await stage.open('/');
  const agent = await share(stage, page);
  const box = (await (await page.$('h1'))!.boundingBox())!;
  await page.mouse.move(box.x + box.width / 4, box.y + box.height / 2);
  const told = await agent.hears(
    'pointer',
    0,
    ({ at, gone }) => !gone && Math.abs(at.x - 0.25) < 0.05 && Math.abs(at.y - 0.5) < 0.05,
  );
  expect(told.at.node).toBeGreaterThan(0);
  const from = agent.received.length;
  await page.evaluate(() => {
    const heading = document.querySelector('h1')!;
    heading.dispatchEvent(
      new PointerEvent('pointermove', { bubbles: true, clientX: 5, clientY: 5 }),
    );
    return new Promise(requestAnimationFrame);
  });
  await roundTrip(agent);
  expect(kindsOf(agent.received.slice(from))).not.toContain('pointer');
  // Over the bar it is nobody's business.
  const later = agent.received.length;
  await (await byName(page, 'Pause')).hover();
  expect((await agent.hears('pointer', later, ({ gone }) => gone)).at.node).toBe(0);
});

async function unreachableRelay(page: Page): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) =>
    request.url().includes('/api/') ? void request.abort() : void request.continue(),
  );
}

test('[CONSENT-6] a relay that is down is a sentence under the field, which keeps focus and digits', async () => {
  const page = await stage.open('/');
  await stateIs(page, 'idle');
  await unreachableRelay(page);
  await page.click('#help');
  const field = await byName(page, 'Security key', 'textbox');
  await field.type('123456789');
  await page.keyboard.press('Enter');
  await says(field, 'Sharing cannot be reached right now. Check your connection and try again.');
  const kept = await field.evaluate((at) => [
    (at as HTMLInputElement).value,
    (at.getRootNode() as ShadowRoot).activeElement === at,
  ]);
  expect(kept).toEqual(['123 456 789', true]);
});
