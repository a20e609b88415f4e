// A page of the built extension in a real browser: Chromium or Firefox. Closed by whoever opened it.
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import { manifestFor } from '../../manifest.config.ts';
import { launchChromium } from './chromium.ts';

const PANEL = 'extension/panel/panel.html';
const UUID = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const folder = (target: string) => fileURLToPath(new URL(`../../dist/${target}`, import.meta.url));

export function openExtensionPage(
  target: 'chrome' | 'firefox',
): Promise<{ browser: Browser; page: Page }> {
  return target === 'chrome' ? inChromium() : inFirefox();
}

async function inChromium() {
  const browser = await launchChromium({ pipe: true, enableExtensions: [folder('chrome')] });
  const worker = await browser.waitForTarget((one) => one.type() === 'service_worker');
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${new URL(worker.url()).host}/${PANEL}`);
  return { browser, page };
}

async function inFirefox() {
  const { gecko } = (
    manifestFor('firefox') as unknown as { browser_specific_settings: { gecko: { id: string } } }
  ).browser_specific_settings;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env['ALONGSIDE_FIREFOX'] ?? '/usr/bin/firefox-esr',
    headless: true,
    protocol: 'webDriverBiDi',
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [gecko.id]: UUID }),
      'app.update.disabledForTesting': true,
    },
  });
  await browser.installExtension(folder('firefox'));
  const page = await browser.newPage();
  // Firefox does not tell when such a page has loaded: the page itself is asked.
  void page.goto(`moz-extension://${UUID}/${PANEL}`).catch(() => undefined);
  await page.waitForFunction(() => document.querySelector('main') !== null, { polling: 100 });
  return { browser, page };
}
