// The site's policy on a customer's page in real Chromium, from the relay's file to what an agent hears.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { MessageOf } from '../../protocol/frame.ts';
import type { NodeId } from '../../protocol/ids.ts';
import { NO_NODE } from '../../protocol/ids.ts';
import { parseSitePolicy } from '../../protocol/parseSitePolicy.ts';
import type { SitePolicy } from '../../protocol/sitePolicy.ts';
import { requestAll } from '../../protocol/testing/control.ts';
import { byName, grantControl, press, says, setStage, share } from './stage.ts';
import type { Agent, Stage } from './stage.ts';
import { site } from './site.ts';

const page = (relay: string, body: string) =>
  `<!doctype html><title>Shop</title><script async src="${relay}/alongside.js"></script>${body}`;

const rules = [
  { name: 'Cards', mask: ['#card'] },
  { name: 'Payment', path: { starts: '/pay' }, pause: 'Payment details are private.' },
  { name: 'No ink', path: { equals: '/quiet' }, deny: ['draw'] },
  { name: 'Only looking', path: { equals: '/quiet/look' }, deny: ['control'] },
  { name: 'Careful', path: { equals: '/quiet/careful' }, deny: ['navigate'] },
  { name: 'Asks', path: { equals: '/quiet/asks' }, confirm: ['#next'] },
];

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(
    (path, relay) =>
      /^\/(shop|pay|quiet)/.test(path)
        ? {
            body: page(
              relay,
              '<p id=card>hunter2-card</p><p id=open>shown-open</p><a id=next href=/pay>Pay</a>',
            ),
          }
        : site(path, relay),
    rules,
  );
});
afterAll(() => stage.close());

const ofPage = ({ received }: Agent, from = 0) =>
  received.slice(from).filter((message) => message.kind === 'snapshot' || message.kind === 'batch');
const textOf = (agent: Agent, from = 0) =>
  ofPage(agent, from)
    .map((message) => new TextDecoder().decode((message as MessageOf<'batch'>).ops))
    .join('\n');
const policyOf = (...written: object[]): SitePolicy => {
  const parsed = parseSitePolicy({ rules: written });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.policy;
};
const bar = (shop: Page) => byName(shop, 'Stop sharing');

/** Messages keep their order: what was sent before this has been heard. */
async function roundTrip(agent: Agent): Promise<void> {
  const from = agent.received.length;
  agent.send({ kind: 'why', node: 1 as NodeId });
  await agent.hears('because', from);
}

test('[POLICY-3] the first snapshot is under the relay’s policy already, and a change of it reaches a page that is shared', async () => {
  const shop = await stage.open('/shop');
  const agent = await share(stage, shop);
  expect(textOf(agent)).toContain('shown-open');
  expect(textOf(agent)).not.toContain('hunter2');
  const from = agent.received.length;
  await stage.editPolicy([...rules, { name: 'More', maskByDefault: true }]);
  await agent.hears('policyChanged', from);
  await agent.hears('snapshot', from);
  await shop.evaluate(() => (document.getElementById('open')!.textContent = 'hunter2-open'));
  await roundTrip(agent);
  expect(textOf(agent, from)).not.toContain('hunter2');
  expect(textOf(agent, from)).not.toContain('shown-open');
  const back = agent.received.length;
  await stage.editPolicy(rules);
  await agent.hears('policyChanged', back);
  await agent.hears('snapshot', back);
  agent.leave();
});

test('[POLICY-8] a page that is paused sends nothing, both sides read why, *Resume* does not lift it, and it goes on by itself', async () => {
  const shop = await stage.open('/shop');
  const agent = await share(stage, shop);
  await grantControl(agent, shop);
  const from = agent.received.length;
  await shop.evaluate(() => {
    history.pushState(null, '', '/pay/now');
    document.getElementById('open')!.textContent = 'hunter2-pay';
  });
  expect(await agent.hears('pageRules', from)).toMatchObject({
    pause: 'Payment details are private.',
  });
  expect((await agent.hears('controlRevoked', from)).reason).toBe('paused');
  const sentence = 'Payment details are private. Sam Carter does not see this page.';
  await says(await bar(shop), sentence);
  await press(shop, 'Pause');
  await press(shop, 'Resume');
  await says(await bar(shop), sentence);
  await shop.mouse.move(50, 60);
  agent.send({ kind: 'resync' });
  agent.send(requestAll);
  await agent.hears('controlDeclined', from);
  // What had left before it was paused may still have been on its way.
  const paused = agent.received.findIndex(
    (message, at) => at >= from && message.kind === 'pageRules' && message.pause !== '',
  );
  expect(ofPage(agent, paused)).toEqual([]);
  expect(textOf(agent, from)).not.toContain('hunter2');
  expect(agent.received.slice(paused).filter(({ kind }) => kind === 'pointer')).toEqual([]);
  await shop.evaluate(() => history.back());
  await agent.hears('snapshot', from);
  await agent.hears('pageRules', from, ({ pause }) => pause === '');
  await says(await bar(shop), 'Sam Carter sees this page');
  const before = agent.received.length;
  await Promise.all([shop.waitForNavigation(), shop.click('#next')]);
  await agent.hears('pageRules', before, ({ pause }) => pause !== '');
  const left = agent.received.findLastIndex(
    (message) => message.kind === 'tab' && message.state === 'leaving',
  );
  expect(left).toBeGreaterThan(before);
  expect(textOf(agent, left)).toBe('');
  agent.leave();
});

test('[POLICY-11] the agent’s own policy only adds, is obeyed at once, and on the next page before the agent can say so again', async () => {
  const shop = await stage.open('/shop');
  const agent = await share(stage, shop);
  const from = agent.received.length;
  agent.send({
    kind: 'agentPolicy',
    policy: policyOf({ name: 'Ours', mask: ['#open'], unmask: ['#card'] }),
  });
  await agent.hears('batch', from);
  const changed = agent.received.length;
  await shop.evaluate(() => (document.getElementById('open')!.textContent = 'hunter2-open'));
  await agent.hears('batch', changed);
  expect(textOf(agent, from)).not.toMatch(/hunter2|shown-open/);
  const next = agent.received.length;
  await shop.reload();
  await agent.hears('snapshot', next);
  expect(textOf(agent, next)).not.toMatch(/hunter2|shown-open/);
  agent.leave();
});

test('[POLICY-9] what the policy denies is told to the agent, and what it does not deny is shown', async () => {
  const shop = await stage.open('/quiet');
  const agent = await share(stage, shop);
  expect(await agent.hears('pageRules', 0, ({ denied }) => denied.length > 0)).toMatchObject({
    pause: '',
    denied: ['draw'],
  });
  agent.send({
    kind: 'annotation',
    id: 1,
    anchor: 1 as NodeId,
    colour: 0,
    points: [{ x: 1, y: 1 }],
  });
  agent.send({ kind: 'comment', id: 1, at: { node: NO_NODE, x: 0.5, y: 0.5 }, text: 'Seen' });
  await byName(shop, 'Hide this note');
  agent.leave();
});

test('[POLICY-10] both sides learn who decided', async () => {
  const shop = await stage.open('/shop');
  const agent = await share(stage, shop);
  // Node ids count on from 1 in document order: one of them is the masked paragraph.
  const from = agent.received.length;
  for (let node = 1; node < 40; node++) agent.send({ kind: 'why', node: node as NodeId });
  const { reasons } = await agent.hears('because', from, (because) => because.reasons.length > 0);
  expect(reasons).toEqual([{ treatment: 'masked', by: 'relay', rule: 'Cards' }]);
  await press(shop, 'What the agent sees');
  await press(shop, 'Show on the page');
  await (
    await byName(shop, 'Close')
  ).evaluate(
    (button) =>
      new Promise<void>((resolve) => {
        const look = () =>
          /“Cards” \(1\)/.test(button.closest('section')!.textContent)
            ? resolve()
            : requestAnimationFrame(look);
        look();
      }),
  );
  agent.leave();
});

test('[POLICY-9] what the policy denies is neither asked for nor granted, and what it has confirmed is asked about', async () => {
  const look = await stage.open('/quiet/look');
  const first = await share(stage, look);
  first.send(requestAll);
  expect((await first.hears('controlDeclined')).reason).toBe('policy');
  first.leave();

  const shop = await stage.open('/quiet/careful');
  const agent = await share(stage, shop);
  await grantControl(agent, shop);
  const { grant, kinds } = await agent.hears('controlGranted');
  expect(kinds).toEqual(['click', 'fill']);
  agent.send({
    kind: 'command',
    number: 1,
    grant,
    action: { type: 'navigate', to: 'reload', address: '' },
  });
  expect((await agent.hears('outcome')).result).toBe('denied');
  agent.leave();
});

test('[POLICY-9] what the policy has confirmed, the customer is asked about', async () => {
  const shop = await stage.open('/quiet/asks');
  const agent = await share(stage, shop);
  await grantControl(agent, shop);
  const { grant } = await agent.hears('controlGranted');
  const from = agent.received.length;
  for (let node = 1; node < 30; node++)
    agent.send({
      kind: 'command',
      number: node + 1,
      grant,
      action: {
        type: 'click',
        place: { node: node as NodeId, x: 0.5, y: 0.5 },
        button: 0,
        count: 1,
        modifiers: 0,
      },
    });
  expect((await agent.hears('commandWaits', from)).for).toBe('answer');
  agent.leave();
});
