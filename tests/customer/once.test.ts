// A command is performed once or refused, never twice, at whatever point the line, the page or the panel breaks off; and the agent hears which.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { grantControl, press, setStage, share } from './stage.ts';
import type { Agent, Stage } from './stage.ts';
import { doneOf, outcomeOf, pressAt, send, tries, writePage } from './writePage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(writePage);
});
afterAll(() => stage?.close());

const count = pressAt(50, 20);

async function writing(): Promise<{ page: Page; agent: Agent }> {
  const page = await stage.open('/');
  const agent = await share(stage, page);
  await grantControl(agent, page);
  return { page, agent };
}

/** The line is cut and comes back; the agent is another connection. */
async function cut(agent: Agent): Promise<Agent> {
  let back = agent;
  await stage.relayAway(async () => undefined);
  back = await agent.again();
  await back.hears('controlGranted');
  return back;
}

test('[CONTROL-8] a number that is sent again is answered again, and performed once', async () => {
  const { page, agent } = await writing();
  expect(await tries(agent, 5, count)).toBe('performed');
  expect(await tries(agent, 5, count)).toBe('performed');
  expect(await tries(agent, 4, count)).toBe('unknown');
  expect(await tries(agent, 5, pressAt(200, 20))).toBe('performed');
  expect(await doneOf(page, 'count')).toBe(1);
});

test('[CONTROL-8] a line cut before it came: performed when it is sent again', async () => {
  const { page, agent } = await writing();
  const back = await cut(agent);
  expect(await tries(back, 5, count)).toBe('performed');
  expect(await doneOf(page, 'count')).toBe(1);
});

test('[CONTROL-8] a line cut after it was performed, its outcome lost: told again, not performed again', async () => {
  const { page, agent } = await writing();
  send(agent, 5, count);
  await page.waitForFunction(() => localStorage.getItem('count') === '1');
  const back = await cut(agent);
  expect(await tries(back, 5, count)).toBe('performed');
  expect(await doneOf(page, 'count')).toBe(1);
});

test('[CONTROL-8] on the next page: what was done is told, what was not begun is refused', async () => {
  const { page, agent } = await writing();
  send(agent, 5, pressAt(500, 120));
  await page.waitForFunction(() => location.pathname === '/other');
  const { grant } = await agent.hears('controlGranted', 0, (one) => one.grant > 1);
  expect(grant).toBe(2);
  expect(await tries(agent, 5, pressAt(500, 120))).toBe('performed');
  expect(await tries(agent, 6, count)).toBe('staleGrant');
  expect(await tries(agent, 7, count, 2)).toBe('performed');
  expect(await doneOf(page, 'count')).toBe(1);
});

test('[CONTROL-8] a page that was left in the middle of it: nobody knows, and it is not done again', async () => {
  const { page, agent } = await writing();
  // As a page leaves it that dies between the two.
  await page.evaluate(() => sessionStorage.setItem('alongside.outcomes', '[[5,17]]'));
  const from = agent.received.length;
  await page.reload();
  await agent.hears('controlGranted', from);
  expect(await tries(agent, 5, count)).toBe('unknown');
  expect(await doneOf(page, 'count')).toBe(0);
});

test('[CONTROL-8] without a grant it can be asked what came of them; what was not begun never will be', async () => {
  const { page, agent } = await writing();
  expect(await tries(agent, 5, count)).toBe('performed');
  await press(page, 'Stop control');
  await agent.hears('controlRevoked');
  const from = agent.received.length;
  agent.send({ kind: 'outcomesWanted', numbers: [5, 6] });
  expect(await outcomeOf(agent, 5, from)).toBe('performed');
  expect(await outcomeOf(agent, 6, from)).toBe('noGrant');
  await grantControl(agent, page);
  expect(await tries(agent, 6, count, 2)).toBe('noGrant');
  expect(await doneOf(page, 'count')).toBe(1);
});

test('[CONTROL-8] the agent’s reload changes nothing: the numbers go on', async () => {
  const { page, agent } = await writing();
  expect(await tries(agent, 5, count)).toBe('performed');
  const back = await agent.again();
  agent.leave();
  back.send({ kind: 'resync' });
  await back.hears('controlGranted');
  expect(await tries(back, 5, count)).toBe('performed');
  expect(await tries(back, 6, count)).toBe('performed');
  expect(await doneOf(page, 'count')).toBe(2);
});
