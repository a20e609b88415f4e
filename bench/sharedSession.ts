// A live session on real parts, for a benchmark to measure: relay, customer's Chromium with the built snippet, agent's
// Chromium with the built extension in a tab. Sees what people see: buttons by their names, the key on the screen.
import type { Browser, LaunchOptions, Page } from 'puppeteer-core';
import { startRelay } from '../relay/hosts/node/startRelay.ts';
import { launchChromium } from '../tests/harness/chromium.ts';
import { servePages } from '../tests/harness/serve.ts';

export interface SharedSession {
  readonly customer: Page;
  readonly panel: Page;
  close(): Promise<void>;
}

/** `html` is the body of the customer's page. Both `dist/snippet` and `dist/chrome` must be built. */
export async function startSharedSession(html: string): Promise<SharedSession> {
  const closers: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const closer of closers.toReversed()) await closer();
  };
  const launch = async (options?: LaunchOptions): Promise<Browser> => {
    const browser = await launchChromium(options);
    closers.push(() => browser.close());
    return browser;
  };
  try {
    const relay = await startRelay({ company: 'Acme' });
    closers.push(() => relay.close());
    const body = `<!doctype html><meta charset="utf-8"><title>Benchmark</title>
      <script async src="${relay.origin}/alongside.js"></script><body>${html}`;
    const site = await servePages((path) => (path === '/' ? { body } : undefined));
    closers.push(() => site.close());

    const agent = await launch({ pipe: true, enableExtensions: ['dist/chrome'] });
    const panel = await openPanel(agent, relay.origin, await relay.issueAgentToken('Sam'));
    await press(panel, 'Start with a security key');
    const securityKey = await readKey(panel);

    const customer = await (await launch()).newPage();
    await customer.goto(site.origin);
    await customer.waitForFunction(() => 'Alongside' in window);
    await customer.evaluate(joinWith, securityKey);
    await press(customer, 'Allow');
    await panel.waitForSelector(`iframe[title="Customer's page"]`);
    return { customer, panel, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The panel as a tab, signed in as its own settings would have it. */
async function openPanel(agent: Browser, relay: string, token: string): Promise<Page> {
  const worker = await agent.waitForTarget((target) => target.type() === 'service_worker');
  const id = new URL(worker.url()).host;
  const panel = await agent.newPage();
  await panel.goto(`chrome-extension://${id}/extension/panel/panel.html`);
  await panel.evaluate((settings) => chrome.storage.local.set(settings), { relay, token });
  await panel.reload();
  return panel;
}

async function press(page: Page, name: string): Promise<void> {
  await page
    .locator(`::-p-aria([name="${name}"][role="button"])`)
    // A consent button counts only once it has been in sight for a while.
    .filter((button) => button.ariaDisabled !== 'true')
    .click();
}

async function readKey(panel: Page): Promise<string> {
  const shown = await panel.waitForFunction(
    () => /\b(\d{3})\s(\d{3})\s(\d{3})\b/.exec(document.body.innerText)?.[0],
  );
  return (await shown.jsonValue())!.replaceAll(/\D/g, '');
}

/** Runs in the customer's page. */
function joinWith(securityKey: string): void {
  (window as unknown as { Alongside: { join(key: string): void } }).Alongside.join(securityKey);
}
