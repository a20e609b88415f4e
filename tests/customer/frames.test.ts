// Frames of another site in a real session: a relay, the built snippet on both sites, and an agent who speaks the protocol.
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message } from '../../protocol/frame.ts';
import type { NodeId } from '../../protocol/ids.ts';
import { STREAM_NODES } from '../../protocol/ids.ts';
import { servePages } from '../harness/serve.ts';
import type { PageServer } from '../harness/serve.ts';
import { grantControl, press, setStage, share, stateIs } from './stage.ts';
import type { Agent, Stage } from './stage.ts';

let stage: Stage;
let shop: PageServer;
let pay: PageServer;
beforeAll(async () => {
  stage = await setStage(() => undefined);
  const loader = `${stage.relayOrigin}/alongside.js`;
  shop = await servePages((path) => {
    const frame = `<iframe id=pay src="${pay.origin}/pay"></iframe>`;
    if (path === '/')
      return { body: `<!doctype html><script async src="${loader}"></script>${frame}` };
    // Its snippet comes when the frame has long been there.
    if (path === '/late') return { body: `<!doctype html>${frame}` };
    return undefined;
  });
  pay = await servePages((path) =>
    path === '/pay'
      ? {
          body: `<!doctype html><script async src="${loader}" data-frame-parents="${shop.origin}"></script><p id=p>canary</p><input type=password value=hunter2>`,
        }
      : undefined,
  );
});
afterAll(async () => {
  await stage?.close();
  await shop?.close();
  await pay?.close();
});

async function open(path: string): Promise<{ page: Page; child: Frame }> {
  const page = await stage.open('/nothing');
  await page.goto(`${shop.origin}${path}`);
  const child = page.frames().find((frame) => frame.url().startsWith(pay.origin))!;
  await child.waitForSelector('#p');
  return { page, child };
}

const ofFrames = ({ received }: Agent) => received.filter(({ kind }) => kind.startsWith('frame'));
const asText = (messages: Message[]) =>
  messages.map((message) => ('ops' in message ? new TextDecoder().decode(message.ops) : '')).join();
const isStopped = (child: Frame) =>
  child.waitForFunction(() => /native code/.test(String(CSSStyleSheet.prototype.insertRule)));

test('[FRAME-3] a frame joins after consent alone, and leaves with a pause, and with the end', async () => {
  const { page, child } = await open('/');
  await stateIs(page, 'idle');
  const fetched = () =>
    child.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    );
  expect(await fetched()).toEqual(['/alongside.js']);
  const agent = await share(stage, page);
  const { stream } = await agent.hears('frame');
  const { ops } = await agent.hears('frameSnapshot');
  expect(new TextDecoder().decode(ops)).toContain('canary');
  agent.send({ kind: 'frameAck', stream, sequence: 1 });
  await child.evaluate(() => document.body.append('changed'));
  expect(asText([await agent.hears('frameBatch')])).toContain('changed');
  // One stream alone is told anew.
  let from = agent.received.length;
  agent.send({ kind: 'frameResync', stream });
  expect((await agent.hears('frameSnapshot', from)).stream).toBe(stream);
  expect(agent.received.slice(from).some(({ kind }) => kind === 'snapshot')).toBe(false);

  await press(page, 'Pause');
  await isStopped(child);
  await agent.hears('tab', from);
  from = agent.received.length;
  await child.evaluate(() => document.body.append('meanwhile'));
  await press(page, 'Resume');
  const again = await agent.hears('frameSnapshot', from);
  // Numbers are never used twice, so that no node is taken for another.
  expect(again.stream).toBeGreaterThan(stream);
  expect(asText([again])).toContain('meanwhile');
  const between = agent.received.slice(from, agent.received.indexOf(again));
  expect(asText(between)).not.toContain('meanwhile');

  await press(page, 'Stop sharing');
  await isStopped(child);
  expect(asText(ofFrames(agent))).not.toContain('hunter2');
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await page.close();
});

test('[FRAME-6] an agent who comes later gets what has joined along with the page', async () => {
  const { page } = await open('/');
  const agent = await share(stage, page);
  await agent.hears('frameSnapshot');
  const from = agent.received.length;
  agent.send({ kind: 'resync' });
  await agent.hears('snapshot', from);
  expect(asText([await agent.hears('frameSnapshot', from)])).toContain('canary');
  await page.close();
});

test('[FRAME-8] a frame that was there before the snippet of the page around it joins all the same', async () => {
  const { page, child } = await open('/late');
  await child.waitForFunction(() => 'Alongside' in window);
  await page.evaluate((source) => {
    const script = document.createElement('script');
    script.src = source;
    document.head.append(script);
  }, `${stage.relayOrigin}/alongside.js`);
  await stateIs(page, 'idle');
  const agent = await share(stage, page);
  expect(asText([await agent.hears('frameSnapshot')])).toContain('canary');
  await page.close();
});

test('[FRAME-10] a command into a frame that has joined is unsupported', async () => {
  const { page } = await open('/');
  const agent = await share(stage, page);
  const { stream } = await agent.hears('frameSnapshot');
  await grantControl(agent, page);
  const { grant } = await agent.hears('controlGranted');
  const node = (stream * STREAM_NODES + 3) as NodeId;
  const place = { node, x: 0.5, y: 0.5 };
  agent.send({
    kind: 'command',
    number: 1,
    grant,
    action: { type: 'click', place, button: 0, count: 1, modifiers: 0 },
  });
  expect((await agent.hears('outcome')).result).toBe('unsupported');
  await page.close();
});
