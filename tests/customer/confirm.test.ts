// A press that commits, by the site's policy: asked about in a prompt that only the customer answers, whatever the agent's side sends meanwhile.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { NO_NODE } from '../../protocol/ids.ts';
import { byName, grantControl, press, setStage, share } from './stage.ts';
import type { Agent, Stage } from './stage.ts';
import { doneOf, outcomeOf, pressAt, send, tries, writePage } from './writePage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(writePage, [
    { name: 'Payments', confirm: ['commits'] },
    { name: 'No way out', deny: ['navigate'] },
  ]);
});
afterAll(() => stage?.close());

const pay = pressAt(200, 220);
const title = 'Sam Carter wants to press "Pay £49"';

async function asked(): Promise<{ page: Page; agent: Agent }> {
  const page = await stage.open('/');
  const agent = await share(stage, page);
  await grantControl(agent, page);
  send(agent, 1, pay);
  await byName(page, title, 'dialog');
  expect((await agent.hears('commandWaits')).for).toBe('answer');
  expect(await doneOf(page, 'submitted')).toBe(0);
  return { page, agent };
}

test('[CONSENT-10] Press it presses it, once', async () => {
  const { page, agent } = await asked();
  await press(page, 'Press it');
  expect(await outcomeOf(agent, 1)).toBe('performed');
  expect(await doneOf(page, 'submitted')).toBe(1);
});

test("[CONSENT-10] Don't and Escape decline, and the agent hears it", async () => {
  const { page, agent } = await asked();
  await press(page, "Don't");
  expect(await outcomeOf(agent, 1)).toBe('declined');
  const enter = { type: 'key', node: NO_NODE, key: 'Enter', code: 'Enter', modifiers: 0 } as const;
  await tries(agent, 2, pressAt(50, 220));
  send(agent, 3, enter);
  await byName(page, title, 'dialog');
  await page.keyboard.press('Escape');
  expect(await outcomeOf(agent, 3)).toBe('declined');
  expect(await doneOf(page, 'submitted')).toBe(0);
});

test('[CONSENT-10] nothing that the agent sends meanwhile answers it, and it goes with the grant', async () => {
  const { page, agent } = await asked();
  const { x, y, width, height } = (await (await byName(page, 'Press it')).boundingBox())!;
  send(agent, 2, pressAt(x + width / 2, y + height / 2));
  send(agent, 3, pay);
  agent.send({ kind: 'controlReturned' });
  expect(await outcomeOf(agent, 1)).toBe('noGrant');
  expect(await outcomeOf(agent, 2)).toBe('noGrant');
  expect(await page.$('aria/Press it[role="button"]')).toBeNull();
  expect(await doneOf(page, 'submitted')).toBe(0);
});

test('[CONTROL-12] what the policy denies is not asked for, and denied', async () => {
  const page = await stage.open('/');
  const agent = await share(stage, page);
  agent.send({ kind: 'controlRequested', kinds: ['navigate'] });
  expect((await agent.hears('controlDeclined')).reason).toBe('policy');
  await grantControl(agent, page);
  expect((await agent.hears('controlGranted')).kinds).toEqual(['click', 'fill']);
  expect(await tries(agent, 1, { type: 'navigate', to: 'reload', address: '' })).toBe('denied');
  expect(await tries(agent, 2, pressAt(500, 120))).toBe('denied');
});
