// A page of our own in a real browser with control at work in it, served from two origins on loopback.
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { bundle } from '../../../tests/harness/bundle.ts';
import { launchChromium } from '../../../tests/harness/chromium.ts';
import { servePages } from '../../../tests/harness/serve.ts';

export interface OpenStage {
  readonly page: Page;
  /** Another origin that answers every path. */
  readonly elsewhere: string;
  /** A fresh page with this body. */
  show(body: string): Promise<void>;
  close(): Promise<void>;
}

export async function openStage(
  launch: () => Promise<Browser> = launchChromium,
): Promise<OpenStage> {
  const script = await bundle(fileURLToPath(new URL('inPage.ts', import.meta.url)));
  let shown = '';
  const own = await servePages((path) =>
    path === '/stage.js'
      ? { type: 'text/javascript', body: script }
      : {
          body: `<!doctype html><script src="/stage.js"></script><body>${path === '/' ? shown : path}`,
        },
  );
  const other = await servePages(() => ({ body: '<p>elsewhere</p>' }));
  const browser = await launch();
  const page = await browser.newPage();
  await page.setViewport({ width: 800, height: 600 });
  return {
    page,
    elsewhere: other.origin,
    async show(body) {
      shown = body;
      await page.goto(`${own.origin}/`);
    },
    async close() {
      await browser.close();
      await Promise.all([own.close(), other.close()]);
    },
  };
}
