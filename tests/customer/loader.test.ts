// The loader in real Chromium: what an idle page pays, what is kept, and what a strict policy does.
import { gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AlongsideFacade } from '../../snippet/surface.ts';
import { byName, says, setStage, stateIs } from './stage.ts';
import type { Stage } from './stage.ts';
import { site } from './site.ts';

declare const Alongside: AlongsideFacade;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(site);
});
afterAll(() => stage.close());

async function openNew(): Promise<{
  page: Page;
  requests: string[];
  lines: string[];
  thrown: string[];
}> {
  const page = await stage.open('/plain');
  const requests: string[] = [];
  const lines: string[] = [];
  const thrown: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => lines.push(message.text()));
  page.on('pageerror', (error) => thrown.push((error as Error).message));
  return { page, requests, lines, thrown };
}
const ofRelay = (urls: string[]) => urls.filter((url) => url.startsWith(stage.relayOrigin));

test('[LOADER-1] an idle page makes one request to the relay and gains one frozen global', async () => {
  const { page, requests, thrown } = await openNew();
  const before = await page.evaluate(() => Object.getOwnPropertyNames(window));
  await page.goto(`${stage.siteOrigin}/`);
  await stateIs(page, 'idle');
  expect(ofRelay(requests)).toEqual([`${stage.relayOrigin}/alongside.js`]);
  const gained = await page.evaluate(
    (known) => Object.getOwnPropertyNames(window).filter((name) => !known.includes(name)),
    before,
  );
  expect(gained.filter((name) => !/puppeteer|aria/.test(name))).toEqual(['Alongside']);
  expect(await page.evaluate(() => Object.isFrozen(Alongside))).toBe(true);
  expect(await page.evaluate(() => document.documentElement.lastElementChild?.localName)).toBe(
    'body',
  );
  expect(thrown).toEqual([]);
});

test('[LOADER-2] it weighs at most 1.5 KB', async () => {
  const source = await (await fetch(`${stage.relayOrigin}/alongside.js`)).text();
  expect(gzipSync(source, { level: 9 }).length).toBeLessThanOrEqual(1536);
});

test('[LOADER-3] calls made before it has loaded are kept and made in order', async () => {
  const { page, thrown } = await openNew();
  await page.goto(`${stage.siteOrigin}/kept`);
  await byName(page, 'Security key', 'textbox');
  await page.waitForFunction(() => (window as never as { heard: string[] }).heard.length === 2);
  expect(await page.evaluate(() => (window as never as { heard: string[] }).heard)).toEqual([
    'ready idle',
    'incomplete',
  ]);
  // [LOADER-6] What the page's own listener threw was the page's own error, and stopped nothing.
  expect(thrown).toEqual(['the page’s own']);
});

test('[LOADER-6] no call of the page’s throws, whatever it is given', async () => {
  const page = await stage.open('/bare');
  await stateIs(page, 'idle');
  const threw = await page.evaluate(() => {
    const calls: (() => void)[] = [
      () => Alongside.pause(),
      () => Alongside.resume(),
      () => Alongside.revoke(),
      () => Alongside.end(),
      () => Alongside.q.push([], ['join'], ['nothing', 1]),
      () => Alongside.on('ready', 'no function' as never)(),
    ];
    return calls.map((call) => {
      try {
        call();
        return 'fine';
      } catch (error) {
        return String(error);
      }
    });
  });
  expect(new Set(threw)).toEqual(new Set(['fine']));
});

test('[LOADER-4] a person’s click on an opener asks for the key; a script’s click does not', async () => {
  const { page, requests } = await openNew();
  await page.goto(`${stage.siteOrigin}/`);
  await stateIs(page, 'idle');
  await page.evaluate(() => document.getElementById('help')!.click());
  await page.evaluate(() => Promise.resolve());
  expect(ofRelay(requests)).toHaveLength(1);
  await page.click('#help b');
  await byName(page, 'Enter your security key', 'dialog');
  await stateIs(page, 'asking');
});

test('[LOADER-5] with the relay in its policy, a strict page works', async () => {
  const { page, lines } = await openNew();
  await page.goto(`${stage.siteOrigin}/strict`);
  await page.click('#help');
  const field = await byName(page, 'Security key', 'textbox');
  // [OVERLAY-2] The constructed sheet is at work without 'unsafe-inline'.
  expect(await field.evaluate((at) => getComputedStyle(at).borderTopLeftRadius)).toBe('8px');
  await field.type('123456789');
  await (await byName(page, 'Continue')).click();
  await says(field, 'That key is not right. Check the digits with the agent.');
  expect(lines.filter((line) => line.includes('Alongside'))).toEqual([]);
});

test('[LOADER-5] without it in script-src, one console line names the directive, and a sentence tells who asked', async () => {
  const { page, lines, thrown } = await openNew();
  await page.goto(`${stage.siteOrigin}/strict/script`);
  await stateIs(page, 'idle');
  await page.click('#help');
  await page.waitForSelector('aria/Close[role="button"]');
  expect(await page.$eval('html > dialog', (dialog) => dialog.textContent)).toContain(
    'Please tell the agent.',
  );
  await (await byName(page, 'Close')).click();
  expect(await page.$('html > dialog')).toBeNull();
  expect(lines.filter((line) => line.startsWith('Alongside'))).toEqual([
    `Alongside is blocked by this page's Content-Security-Policy. Add: script-src ${stage.relayOrigin}`,
  ]);
  expect(thrown).toEqual([]);
});

test('[LOADER-5] without it in connect-src, the same, and the sentence stands under the field', async () => {
  const { page, lines, thrown } = await openNew();
  await page.goto(`${stage.siteOrigin}/strict/connect`);
  await page.click('#help');
  const field = await byName(page, 'Security key', 'textbox');
  await field.type('123456789');
  await (await byName(page, 'Continue')).click();
  await says(field, 'This website is not set up for sharing. Please tell the agent.');
  const sockets = stage.relayOrigin.replace('http', 'ws');
  expect(lines.filter((line) => line.startsWith('Alongside'))).toEqual([
    `Alongside is blocked by this page's Content-Security-Policy. Add: connect-src ${stage.relayOrigin} ${sockets}`,
  ]);
  expect(thrown).toEqual([]);
});

test('[LOADER-5] with its https address alone in connect-src, the key is taken, and then the same', async () => {
  const { page, lines, thrown } = await openNew();
  const { securityKey } = await stage.callAgent();
  await page.goto(`${stage.siteOrigin}/strict/socket`);
  await page.click('#help');
  const field = await byName(page, 'Security key', 'textbox');
  await field.type(securityKey);
  await (await byName(page, 'Continue')).click();
  await says(field, 'This website is not set up for sharing. Please tell the agent.');
  expect(lines.filter((line) => line.startsWith('Alongside'))).toHaveLength(1);
  expect(thrown).toEqual([]);
});

test('[LOADER-6] a page that keeps the loader out is left alone', async () => {
  const { page, thrown } = await openNew();
  await page.goto(`${stage.siteOrigin}/strict/closed`);
  expect(await page.evaluate(() => 'Alongside' in window)).toBe(false);
  expect(thrown).toEqual([]);
});
