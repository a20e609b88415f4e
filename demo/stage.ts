// The whole product on one machine: relay, shop, CRM, an agent's browser with the extension in its side panel beside the CRM,
// and a customer's browser in the shop. What `dist/` holds is what runs.
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import { startRelay } from '../relay/hosts/node/startRelay.ts';
import type { Relay, RelayOptions } from '../relay/hosts/node/startRelay.ts';
import { chromiumFlags } from './chromiumFlags.ts';
import { serveDemo } from './serve.ts';
import type { DemoSites } from './serve.ts';

export const COMPANY = 'Tansy & Tin';
export const AGENT = 'Sam Okoro';

export interface StageOptions {
  readonly chromium: string;
  readonly headless: boolean;
  /** Whether the caller closes the stage when a signal comes; otherwise a signal closes the browsers and ends the process. */
  readonly leaveSignals?: boolean;
  readonly ports?: { readonly relay: number; readonly shop: number; readonly crm: number };
  readonly relay?: RelayOptions;
}

export interface Stage {
  readonly relay: Relay;
  readonly sites: DemoSites;
  readonly agent: Browser;
  readonly customer: Browser;
  readonly crm: Page;
  readonly panel: Page;
  readonly shop: Page;
  /** A fresh side panel, signed in unless told otherwise, beside a page of its own. */
  openPanel(beside: string, signedIn?: boolean): Promise<{ page: Page; panel: Page }>;
  close(): Promise<void>;
}

const extension = fileURLToPath(new URL('../dist/chrome', import.meta.url));
const PANEL = '/extension/panel/panel.html';

export async function startStage(options: StageOptions): Promise<Stage> {
  const closers: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).toReversed()) await closer();
  };
  const launch = async (size: string, enableExtensions?: string[]) => {
    const browser = await puppeteer.launch({
      executablePath: options.chromium,
      headless: options.headless,
      defaultViewport: null,
      pipe: true,
      handleSIGINT: !options.leaveSignals,
      handleSIGTERM: !options.leaveSignals,
      handleSIGHUP: !options.leaveSignals,
      args: [...chromiumFlags(options.headless), `--window-size=${size}`],
      ...(enableExtensions && { enableExtensions }),
    });
    closers.push(() => browser.close());
    return browser;
  };
  try {
    const { relay: relayPort = 0, shop: shopPort = 0, crm: crmPort = 0 } = options.ports ?? {};
    const relay = await startRelay({ company: COMPANY, port: relayPort, ...options.relay });
    closers.push(() => relay.close());
    const sites = await serveDemo({ shopPort, crmPort, relayOrigin: relay.origin });
    closers.push(() => sites.close());

    const agent = await launch('1440,900', [extension]);
    const worker = await agent.waitForTarget((target) => target.type() === 'service_worker');
    const id = new URL(worker.url()).host;
    const token = await relay.issueAgentToken(AGENT);

    async function openPanel(
      beside: string,
      signedIn = true,
    ): Promise<{ page: Page; panel: Page }> {
      const settings = await agent.newPage();
      await settings.goto(`chrome-extension://${id}/extension/options/options.html`);
      await settings.evaluate(
        async (given) => {
          await chrome.storage.session.clear();
          await chrome.storage.local.clear();
          await chrome.storage.local.set(given);
          // The background sets this as it starts, which may still be under way.
          await chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
        },
        signedIn ? { relay: relay.origin, token } : {},
      );
      const page = await agent.newPage();
      await page.goto(beside);
      await settings.close();
      await page.bringToFront();
      const before = new Set(agent.targets());
      const installed = (await agent.extensions()).get(id);
      if (!installed) throw new Error('the extension is not in place');
      await installed.triggerAction(page);
      const target = await agent.waitForTarget(
        (one) => !before.has(one) && one.url().endsWith(PANEL),
      );
      const panel = await target.asPage();
      await panel.waitForSelector('main');
      return { page, panel };
    }

    const { page: crm, panel } = await openPanel(sites.crmOrigin);
    const customer = await launch('1280,860');
    const [shop = await customer.newPage()] = await customer.pages();
    await shop.goto(sites.shopOrigin);
    return { relay, sites, agent, customer, crm, panel, shop, openPanel, close };
  } catch (error) {
    await close();
    throw error;
  }
}
