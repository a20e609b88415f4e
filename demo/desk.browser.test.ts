// The desk in a real browser: who is on the phone, where they are stuck, and what it tells whoever listens.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDemo, waitForWords } from './testing/openDemo.ts';
import type { Stage } from './testing/openDemo.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openDemo();
});
afterAll(() => stage.close());

const conversation = () => {
  const { conversationId, conversationChannel, conversationState } = document.body.dataset;
  return [conversationId, conversationChannel, conversationState];
};

test('shows the call with Ana Ruiz and where she is stuck, and counts its time', async () => {
  const { page, complaints } = await stage.visit();
  await page.goto(stage.sites.crmOrigin);
  await waitForWords(page, 'customer-name', 'Ana Ruiz');
  await waitForWords(page, 'stuck-title', 'Cannot complete checkout');
  const first = await page.$eval('#call-time', (time) => time.textContent);
  await page.waitForFunction(
    (before) => document.getElementById('call-time')?.textContent !== before,
    {},
    first,
  );
  expect(complaints).toEqual([]);
});

test('tells which conversation is on screen, and that it has ended', async () => {
  const { page } = await stage.visit();
  await page.evaluateOnNewDocument(() => {
    const heard: unknown[] = [];
    addEventListener('message', ({ data }) => heard.push(data));
    Object.assign(window, { heard });
  });
  await page.goto(stage.sites.crmOrigin);
  await waitForWords(page, 'customer-name', 'Ana Ruiz');
  expect(await page.evaluate(conversation)).toEqual(['voice-20417', 'voice', 'active']);
  expect(new URL(page.url()).searchParams.get('conversation')).toBe('voice-20417');

  await page.locator('#cases li:nth-child(3) button').click();
  await waitForWords(page, 'customer-name', 'Mei Lindqvist');
  expect(await page.evaluate(conversation)).toEqual(['chat-20416', 'chat', 'active']);
  await page.locator('#end-call').click();
  await waitForWords(page, 'call-word', 'Chat ended');
  expect(await page.evaluate(conversation)).toEqual(['chat-20416', 'chat', 'ended']);
  await page.waitForFunction(() => 'heard' in window && (window.heard as unknown[]).length === 3);
  expect(await page.evaluate(() => 'heard' in window && (window.heard as unknown[])[2])).toEqual({
    type: 'conversation',
    id: 'chat-20416',
    channel: 'chat',
    state: 'ended',
  });
});

test('keeps a draft note with its case', async () => {
  const { page } = await stage.visit();
  await page.goto(stage.sites.crmOrigin);
  await page.type('#notes', 'Country was set to the UK.');
  await page.locator('#cases li:nth-child(2) button').click();
  await waitForWords(page, 'customer-name', 'Tom Whitlock');
  expect(await page.$eval('#notes', (notes) => 'value' in notes && notes.value)).toBe('');
  await page.locator('#cases li:nth-child(1) button').click();
  await waitForWords(page, 'customer-name', 'Ana Ruiz');
  expect(await page.$eval('#notes', (notes) => 'value' in notes && notes.value)).toBe(
    'Country was set to the UK.',
  );
});

test('fits every window from 390 to 1280 px wide', async () => {
  const { page } = await stage.visit();
  await page.goto(stage.sites.crmOrigin);
  await waitForWords(page, 'customer-name', 'Ana Ruiz');
  for (const width of [390, 700, 1280]) {
    await page.setViewport({ width, height: 860 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, `at ${width}`).toBe(0);
  }
});
