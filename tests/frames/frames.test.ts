// Frames of another origin in real browsers: what joins is shown and followed, by nobody but whom the frame's site allows.
import type { Browser, Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers } from '../harness/browsers.ts';
import type { FramesLab } from './lab.ts';
import { serveFrames, snippet } from './serveFrames.ts';
import type { FrameSites } from './serveFrames.ts';

declare const lab: FramesLab;

const filler = '<style>p { color: rgb(1, 2, 3) }</style><ul><li>one<li>two</ul>';
const pages: Readonly<Record<string, string>> = {
  '/top':
    '<h1>Shop</h1><div id=around><iframe id=f src="{b}/child" width=400 height=200></iframe></div>',
  '/child': `${snippet('{a}')}<p id=p>canary</p>${filler}<input value="typed"><input type=password value="hunter2-password"><div id=box style="height:50px;overflow:auto"><p style="height:500px">tall</p></div>`,
};

let sites: FrameSites;
beforeAll(async () => {
  sites = await serveFrames(pages);
});
afterAll(() => sites?.close());

describe.each(browsers)('in $name', ({ name: of, launch }) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  async function open(path: string): Promise<Page> {
    const page = await browser.newPage();
    await page.goto(`${sites.a}/lab`);
    await page.evaluate((address) => lab.open(address), path);
    return page;
  }

  const shows = (page: Page, path: string[], text: string) =>
    page.waitForFunction((at, wanted) => lab.text(...at).includes(wanted), {}, path, text);

  function frameAt(page: Page, path: string): Frame {
    const found = page.frames().find((frame) => frame.url().endsWith(path));
    if (!found) throw new Error(`no frame shows ${path}`);
    return found;
  }

  /** What stands in the frame, and what the viewer shows there. */
  async function expectAlike(page: Page, path: string, at: string[]): Promise<void> {
    const frame = frameAt(page, path);
    await frame.evaluate(sites.describeHere);
    const customer = await frame.evaluate(() =>
      (window as unknown as { describeHere: () => string[] }).describeHere(),
    );
    const viewer = await page.evaluate((selectors) => lab.describe(...selectors), at);
    expect(viewer).toEqual(customer);
    expect(customer.length).toBeGreaterThan(3);
    expect(await page.evaluate(() => lab.failures)).toEqual([]);
  }

  test(`[FRAME-1] ${of}: a frame that joins is shown, and its changes follow`, async () => {
    const page = await open('/top');
    await page.evaluate(() => lab.share());
    await shows(page, ['#f'], 'canary');
    await expectAlike(page, '/child', ['#f']);
    await frameAt(page, '/child').evaluate(() => {
      document.querySelector('#p')!.textContent = 'changed';
      document.querySelector('input')!.value = 'more';
      document.querySelector('#box')!.scrollTop = 100;
      document.body.append(Object.assign(document.createElement('i'), { textContent: 'last' }));
    });
    await shows(page, ['#f'], 'last');
    await page.waitForFunction(() => lab.shown('#f')!.querySelector('#box')!.scrollTop === 100);
    await expectAlike(page, '/child', ['#f']);
    expect(await page.evaluate(() => lab.isLabelled('#f'))).toBe(false);
    expect(await page.evaluate(() => lab.left())).not.toContain('hunter2');
    expect(
      await page.evaluate(() => lab.answers.filter(({ kind }) => kind !== 'frameAck')),
    ).toEqual([]);
    await page.close();
  });
});
