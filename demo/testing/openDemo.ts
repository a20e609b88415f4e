// The demo's stage for its own browser tests: both sites, a relay that only answers, one real browser.
// Invariant: whatever a page complains about, in the console or by throwing, ends in `complaints`.
import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { launchChromium } from '../../tests/harness/chromium.ts';
import { servePages } from '../../tests/harness/serve.ts';
import type { PageServer } from '../../tests/harness/serve.ts';
import { serveDemo } from '../serve.ts';
import type { DemoSites } from '../serve.ts';

export interface Visit {
  readonly page: Page;
  readonly complaints: string[];
}

export interface Stage {
  readonly sites: DemoSites;
  readonly relay: PageServer;
  /** A visitor of their own, with an empty basket; the one before leaves, so that their page's animations cost nothing. */
  visit(options?: { relayDown?: boolean }): Promise<Visit>;
  close(): Promise<void>;
}

const stub = { type: 'text/javascript', body: 'window.Alongside = { state: "idle" };' };

export async function openDemo(): Promise<Stage> {
  const relay = await servePages((path) => (path === '/alongside.js' ? stub : undefined));
  const sites = await serveDemo({ shopPort: 0, crmPort: 0, relayOrigin: relay.origin });
  const browser: Browser = await launchChromium();
  let context: BrowserContext | undefined;
  return {
    sites,
    relay,
    visit: async ({ relayDown = false } = {}) => {
      await context?.close();
      context = await browser.createBrowserContext();
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warn')
          complaints.push(`${message.text()} ${message.location().url ?? ''}`.trim());
      });
      await page.setViewport({ width: 1280, height: 860 });
      if (relayDown) {
        await page.setRequestInterception(true);
        page.on('request', (request) => {
          void (request.url().startsWith(relay.origin)
            ? request.abort('connectionrefused')
            : request.continue());
        });
      }
      return { page, complaints };
    },
    close: async () => {
      await browser.close();
      await Promise.all([sites.close(), relay.close()]);
    },
  };
}

/** Waits until the element with that id reads so. */
export async function waitForWords(page: Page, id: string, words: string): Promise<void> {
  await page.waitForFunction(
    (wantedId, wanted) => document.getElementById(wantedId)?.textContent?.includes(wanted) ?? false,
    {},
    id,
    words,
  );
}

/** What the address form is filled with, as Ana fills it. */
export async function fillAddress(page: Page, country: string): Promise<void> {
  const typed = {
    name: 'Ana Ruiz',
    email: 'ana.ruiz@example.com',
    phone: '+34 910 555 017',
    street: 'Calle de Pelayo 41',
    city: 'Madrid',
    postcode: '28004',
  };
  for (const [id, value] of Object.entries(typed)) await page.locator(`#${id}`).fill(value);
  await page.select('#country', country);
  // Far enough ahead for any clock, and the one form in which every locale's date field accepts it.
  await page.locator('#delivery-date').fill('2090-12-01');
}
