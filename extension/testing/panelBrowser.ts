// The built extension in a real Chromium: its true side panel, opened by its button beside a page.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page, Target } from 'puppeteer-core';
import { build } from 'vite';
import { launchChromium } from '../../tests/harness/chromium.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface PanelBrowser {
  readonly id: string;
  /** The side panel, opened afresh; `signedIn` fills the settings first. */
  openPanel(signedIn?: { relay: string; token: string }): Promise<Page>;
  /** Any page of the extension in a tab. */
  openPage(path: string): Promise<Page>;
  nextTab(urlPart: string): Promise<Page>;
  close(): Promise<void>;
}

export const PANEL_PATH = 'extension/panel/panel.html';

export async function startPanelBrowser(): Promise<PanelBrowser> {
  const outDir = await mkdtemp(join(tmpdir(), 'alongside-chrome-'));
  await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    mode: 'chrome',
    logLevel: 'error',
    build: { outDir },
  });
  const browser = await launchChromium({ pipe: true, enableExtensions: [outDir] });
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
  const { host: id } = new URL(worker.url());
  const extensionOf = async () => {
    const extension = (await browser.extensions()).get(id);
    if (!extension) throw new Error('the extension is not loaded');
    return extension;
  };
  const isPanel = (target: Target) => target.url().endsWith(PANEL_PATH);
  const gone = () =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (browser.targets().some(isPanel)) return;
        browser.off('targetdestroyed', check);
        resolve();
      };
      browser.on('targetdestroyed', check);
      check();
    });
  const openPage = async (path: string) => {
    const page = await browser.newPage();
    await page.goto(`chrome-extension://${id}/${path}`);
    return page;
  };
  return {
    id,
    openPage,
    async openPanel(signedIn) {
      const settings = await openPage('extension/options/options.html');
      const press = async () => (await extensionOf()).triggerAction(settings);
      // In a window that shows the panel, the button closes it.
      if (browser.targets().some(isPanel)) {
        await press();
        await gone();
      }
      await settings.evaluate(async (given) => {
        await chrome.storage.session.clear();
        await chrome.storage.local.clear();
        if (given) await chrome.storage.local.set(given);
        // The background sets this as it starts, which may still be under way.
        await chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
      }, signedIn);
      await press();
      const panel = await (await browser.waitForTarget(isPanel)).asPage();
      await panel.waitForSelector('main');
      return panel;
    },
    async nextTab(urlPart) {
      const target = await browser.waitForTarget((one) => one.url().includes(urlPart));
      return target.asPage();
    },
    async close() {
      await browser.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
