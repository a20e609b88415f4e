// The real browser of the tests. Closed by whoever launched it.
import puppeteer from 'puppeteer-core';
import type { Browser, LaunchOptions } from 'puppeteer-core';

const quiet = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

export function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  return puppeteer.launch({
    executablePath: process.env['ALONGSIDE_CHROMIUM'] ?? '/usr/bin/chromium',
    headless: true,
    ...options,
    args: [...quiet, ...(options.args ?? [])],
  });
}
