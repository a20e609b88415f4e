// An agent's extension that lies: commands of its own making, at a real page, through a real relay. What the customer has not allowed does not happen.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { controlKinds } from '../../protocol/command.ts';
import type { Action, ControlKind } from '../../protocol/command.ts';
import { encode } from '../../protocol/frame.ts';
import { NO_NODE } from '../../protocol/ids.ts';
import type { NodeId } from '../../protocol/ids.ts';
import { limits } from '../../protocol/limits.ts';
import { armed, byName, grantControl, press, setStage, share, stateOf } from './stage.ts';
import type { Agent, Stage } from './stage.ts';
import { doneOf, placeAt, pressAt, send, tries, writePage } from './writePage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(writePage);
});
afterAll(() => stage?.close());

async function shared(): Promise<{ page: Page; agent: Agent }> {
  const page = await stage.open('/');
  return { page, agent: await share(stage, page) };
}

async function writing(): Promise<{ page: Page; agent: Agent }> {
  const parts = await shared();
  await grantControl(parts.agent, parts.page);
  return parts;
}

/** The customer allows these of all that is asked for. */
async function grantSome(agent: Agent, page: Page, kinds: readonly ControlKind[], how = 'Allow') {
  const words = {
    click: 'Press buttons and links',
    fill: 'Fill in fields',
    navigate: 'Go to other pages of this website',
  };
  const from = agent.received.length;
  agent.send({ kind: 'controlRequested', kinds: [...controlKinds] });
  for (const kind of controlKinds)
    if (!kinds.includes(kind)) await (await byName(page, words[kind], 'checkbox')).click();
  const button = await byName(page, how);
  await armed(button);
  await button.click();
  return agent.hears('controlGranted', from);
}

/** Everything that was sent before has been dealt with. */
async function roundTrip(agent: Agent): Promise<void> {
  const from = agent.received.length;
  agent.send({ kind: 'resync' });
  await agent.hears('snapshot', from);
}

const count = pressAt(50, 20);
const type = (text: string, node: NodeId = NO_NODE): Action => ({ type: 'text', node, text });
const go = (address: string): Action => ({ type: 'navigate', to: 'address', address });

test('[CONTROL-3] [ROOM-4] without a grant nothing is performed, whatever number it claims', async () => {
  const { page, agent } = await shared();
  for (const grant of [0, 1, 2, 2 ** 40]) send(agent, 10 + (grant % 7), count, grant);
  agent.send({ kind: 'controlReturned' });
  await roundTrip(agent);
  expect(await doneOf(page, 'count')).toBe(0);
  expect(agent.received.some(({ kind }) => kind === 'outcome')).toBe(false);
});

test('[CONTROL-3] a forged grant number is stale, before and after the real one', async () => {
  const { page, agent } = await writing();
  expect(await tries(agent, 1, count, 0)).toBe('staleGrant');
  expect(await tries(agent, 2, count, 2)).toBe('staleGrant');
  expect(await tries(agent, 3, count, Number.MAX_SAFE_INTEGER)).toBe('staleGrant');
  expect(await doneOf(page, 'count')).toBe(0);
});

test('[CONTROL-12] of a kind that is not granted nothing is performed, by any detour', async () => {
  const { page, agent } = await shared();
  await grantSome(agent, page, ['fill']);
  expect(await tries(agent, 1, count)).toBe('notGranted');
  expect(
    await tries(agent, 2, { type: 'drag', phase: 'start', place: placeAt(50, 20), modifiers: 0 }),
  ).toBe('notGranted');
  expect(
    await tries(agent, 3, {
      type: 'key',
      node: NO_NODE,
      key: 'Enter',
      code: 'Enter',
      modifiers: 0,
    }),
  ).toBe('notGranted');
  expect(await tries(agent, 4, go('/other'))).toBe('notGranted');
  expect(await tries(agent, 5, pressAt(500, 120))).toBe('notGranted');
  // The amount's form is sent by Enter: that is a press.
  expect(await tries(agent, 6, pressAt(50, 220))).toBe('performed');
  expect(
    await tries(agent, 7, {
      type: 'key',
      node: NO_NODE,
      key: 'Enter',
      code: 'Enter',
      modifiers: 0,
    }),
  ).toBe('notGranted');
  expect(await doneOf(page, 'count')).toBe(0);
  expect(await doneOf(page, 'submitted')).toBe(0);
  expect(new URL(page.url()).pathname).toBe('/');
});

test('[SESSION-2] after Stop control nothing is performed, and no message of the agent’s brings it back', async () => {
  const { page, agent } = await writing();
  await press(page, 'Stop control');
  await agent.hears('controlRevoked');
  send(agent, 1, count);
  send(agent, 2, count, 2);
  await roundTrip(agent);
  expect(await doneOf(page, 'count')).toBe(0);
  // The room knows who may grant: an agent that says so is thrown out.
  agent.send({ kind: 'controlGranted', grant: 2 as never, kinds: [...controlKinds], once: [] });
  const back = await agent.again();
  send(back, 3, count, 2);
  await roundTrip(back);
  expect(await doneOf(page, 'count')).toBe(0);
});

test('[CONTROL-4] [CONSENT-2] the consent dialog is answered by nobody but the customer', async () => {
  const { page, agent } = await shared();
  await grantSome(agent, page, ['click']);
  agent.send({ kind: 'controlRequested', kinds: ['fill', 'navigate'] });
  const allow = await byName(page, 'Allow');
  await armed(allow);
  const { x, y, width, height } = (await allow.boundingBox())!;
  const from = agent.received.length;
  const at = pressAt(x + width / 2, y + height / 2);
  send(agent, 1, at);
  send(agent, 2, { type: 'key', node: NO_NODE, key: 'Enter', code: 'Enter', modifiers: 0 });
  send(agent, 3, { type: 'key', node: NO_NODE, key: 'Tab', code: 'Tab', modifiers: 0 });
  send(agent, 4, { type: 'key', node: NO_NODE, key: ' ', code: 'Space', modifiers: 0 });
  await agent.hears('outcome', from, ({ number }) => number === 4);
  await roundTrip(agent);
  expect(agent.received.slice(from).filter(({ kind }) => kind === 'controlGranted')).toMatchObject(
    agent.received
      .slice(from)
      .filter(({ kind }) => kind === 'controlGranted')
      .map(() => ({ kinds: ['click'] })),
  );
  await press(page, 'Decline');
});

test('[CONTROL-4] the bar is not the agent’s to press', async () => {
  const { page, agent } = await writing();
  for (const [index, name] of ['Stop sharing', 'Pause', 'Stop control'].entries()) {
    const { x, y, width, height } = (await (await byName(page, name)).boundingBox())!;
    await tries(agent, index + 1, pressAt(x + width / 2, y + height / 2));
  }
  expect(await stateOf(page)).toBe('active');
  await byName(page, 'Stop control');
});

test('[CONTROL-4] [CONTROL-5] locked, masked, blocked and file: neither by place nor by keyboard', async () => {
  const { page, agent } = await writing();
  expect(await tries(agent, 1, pressAt(500, 20))).toBe('locked');
  expect(await tries(agent, 2, pressAt(650, 20))).toBe('blocked');
  expect(await tries(agent, 3, pressAt(800, 20))).toBe('forbidden');
  expect(await tries(agent, 4, pressAt(650, 120))).toBe('masked');
  expect(await tries(agent, 5, pressAt(350, 20))).toBe('masked');
  // The caret may stand there, no letter may.
  await page.focus('#secret');
  for (const [index, action] of [
    type('x'),
    { type: 'paste', node: NO_NODE, text: 'x' } as const,
    { type: 'key', node: NO_NODE, key: 'Backspace', code: 'Backspace', modifiers: 0 } as const,
    { type: 'fill', node: NO_NODE, value: 'x' } as const,
  ].entries())
    expect(await tries(agent, 10 + index, action)).toBe('masked');
  expect(await page.$eval('#secret', (field) => (field as HTMLInputElement).value)).toBe('hunter2');
  for (const what of ['locked', 'blocked', 'file', 'masked'])
    expect(await doneOf(page, what)).toBe(0);
});

test('[CONTROL-6] no address leads off the site or runs anything', async () => {
  const { page, agent } = await writing();
  const addresses = [
    'https://elsewhere.example/',
    '//elsewhere.example/',
    'javascript:done("ran")',
    ' java\nscript:done("ran")',
    'data:text/html,<script>done("ran")</script>',
    'blob:null/1',
    `blob:${stage.siteOrigin}/1`,
    'file:///etc/passwd',
    'about:blank',
    'view-source:/other',
    'http://[::1',
  ];
  for (const [index, address] of addresses.entries())
    expect(await tries(agent, 1 + index, go(address)), address).toBe('otherOrigin');
  expect(await tries(agent, 30, pressAt(50, 120))).toBe('otherOrigin');
  expect(await tries(agent, 31, pressAt(200, 120))).toBe('otherOrigin');
  expect(await tries(agent, 32, pressAt(350, 120))).toBe('otherOrigin');
  expect(await doneOf(page, 'ran')).toBe(0);
  expect(await doneOf(page, 'script')).toBe(0);
  expect(new URL(page.url()).origin).toBe(stage.siteOrigin);
});

test('[CONTROL-8] replayed, reordered and huge numbers perform nothing twice, and nothing late', async () => {
  const { page, agent } = await writing();
  expect(await tries(agent, 10, count)).toBe('performed');
  for (let turn = 0; turn < 20; turn++) send(agent, 10, count);
  expect(await tries(agent, 9, count)).toBe('unknown');
  expect(await tries(agent, 0, count)).toBe('unknown');
  expect(await tries(agent, Number.MAX_SAFE_INTEGER, count)).toBe('performed');
  expect(await tries(agent, 11, count)).toBe('unknown');
  expect(await doneOf(page, 'count')).toBe(2);
});

test('[PROTO-2] text beyond its limit closes nothing and types nothing', async () => {
  const { page, agent } = await writing();
  await tries(agent, 1, pressAt(200, 20));
  const long = 'x'.repeat(limits.commandTextLength);
  expect(await tries(agent, 2, type(long))).toBe('performed');
  const frame = encode({
    kind: 'command',
    number: 3,
    grant: 1 as never,
    action: type('y'.repeat(10)),
  });
  // The writer would cut it: this one claims a length that the reader does not take.
  const forged = Uint8Array.from([
    ...frame.slice(0, 5),
    0xff,
    0xff,
    0x7f,
    ...new Uint8Array(40_000).fill(121),
  ]);
  agent.sendBytes(forged);
  await roundTrip(agent);
  const value = await page.$eval('#text', (field) => (field as HTMLInputElement).value);
  expect(value).toBe(long);
});

test('[CONSENT-9] what is granted for once is used once, sent twice in one breath', async () => {
  const { page, agent } = await shared();
  await grantSome(agent, page, controlKinds, 'Only once');
  const from = agent.received.length;
  for (const number of [1, 2, 3]) send(agent, number, count);
  await agent.hears('controlRevoked', from, ({ reason }) => reason === 'used');
  await roundTrip(agent);
  const results = agent.received
    .slice(from)
    .flatMap((one) => (one.kind === 'outcome' ? [one.result] : []));
  expect(results[0]).toBe('performed');
  expect(results.slice(1).every((result) => result === 'noGrant')).toBe(true);
  expect(await doneOf(page, 'count')).toBe(1);
});
