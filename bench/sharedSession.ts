// A live session on the demo's stage, for a benchmark to measure: real relay, real browsers, the true side panel.
import type { Page } from 'puppeteer-core';
import { enterKey, press, readKey, viewerFrame } from '../demo/people.ts';
import { startStage } from '../demo/stage.ts';
import { servePages } from '../tests/harness/serve.ts';

export interface SharedSession {
  readonly customer: Page;
  readonly panel: Page;
  close(): Promise<void>;
}

/** `html` is the body of the customer's page; null for the demo's shop. `dist/snippet` and `dist/chrome` must be built. */
export async function startSharedSession(html: string | null): Promise<SharedSession> {
  const chromium = process.env['ALONGSIDE_CHROMIUM'] ?? '/usr/bin/chromium';
  const stage = await startStage({ chromium, headless: true });
  const { shop: customer, panel, relay } = stage;
  const body = `<!doctype html><meta charset="utf-8"><title>Benchmark</title>
    <script async src="${relay.origin}/alongside.js"></script>
    <body><button data-alongside-open>Get help</button>${html}`;
  const site = await servePages((path) => (path === '/' ? { body } : undefined));
  const close = async () => {
    await stage.close();
    await site.close();
  };
  try {
    if (html !== null) await customer.goto(site.origin);
    await press(panel, 'Start with a security key');
    await enterKey(customer, await readKey(panel));
    await press(customer, 'Allow');
    await viewerFrame(panel);
    return { customer, panel, close };
  } catch (error) {
    await close();
    throw error;
  }
}
