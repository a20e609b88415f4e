// The built extension in a real Chromium: its true side panel, opened by its button beside a page.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { launchChromium } from '../../tests/harness/chromium.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface PanelBrowser {
  readonly id: string;
  /** A fresh side panel in a window of its own; `signedIn` fills the settings first. */
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
      await settings.evaluate(async (given) => {
        await chrome.storage.session.clear();
        await chrome.storage.local.clear();
        if (given) await chrome.storage.local.set(given);
        // The background sets this as it starts, which may still be under way.
        await chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
      }, signedIn);
      const before = new Set(browser.targets());
      await (await extensionOf()).triggerAction(settings);
      const target = await browser.waitForTarget(
        (one) => !before.has(one) && one.url().endsWith(PANEL_PATH),
      );
      const panel = await target.asPage();
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
