// The lab in a real browser, for the tests of one file: launched once, with one page that goes on from each customer's page to the next.
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { PageServer } from '../harness/serve.ts';
import type { Lab } from './lab.ts';

declare const lab: Lab;

/** Two frames side by side, whole in one picture. */
const viewport = { width: 1600, height: 600 };

export interface OpenLab {
  browser(): Browser;
  /** A lab that nobody else uses. Closed by whoever asked for it. */
  another(): Promise<Page>;
  /** The lab with the customer's page of this address, mirrored. It is taken down when the next one is opened. */
  open(path: string): Promise<Page>;
  /** The next one gets a page of its own: where the pointer is, and what is pressed, would outlive this one. */
  renew(): Promise<void>;
}

export function useLab(launch: () => Promise<Browser>, server: () => PageServer): OpenLab {
  let browser: Browser;
  let page: Page | null = null;

  async function another(): Promise<Page> {
    const made = await browser.newPage();
    await made.setViewport(viewport);
    await made.goto(`${server().origin}/lab`);
    return made;
  }

  /** Gone before the next one comes: that would have the focus only until this one goes. */
  async function renew(): Promise<void> {
    const old = page;
    page = null;
    await old?.close();
  }

  beforeAll(async () => {
    browser = await launch();
  });
  afterEach(({ task }) => {
    if (task.result?.state !== 'fail') return;
    // Not waited for: a page that hangs is why a test failed, and not to hold up the next.
    void renew().catch(() => undefined);
  });
  afterAll(() => browser?.close());

  return {
    browser: () => browser,
    another,
    renew,
    async open(path) {
      if (page && !(await page.evaluate(() => lab.leave()))) await renew();
      page ??= await another();
      await page.evaluate((address) => lab.open(address), path);
      return page;
    },
  };
}
