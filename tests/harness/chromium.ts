// The real browser of the tests. Closed by whoever launched it.
import puppeteer from 'puppeteer-core';
import type { Browser, LaunchOptions } from 'puppeteer-core';
import { chromiumFlags } from '../../demo/chromiumFlags.ts';

export function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  return puppeteer.launch({
    executablePath: process.env['ALONGSIDE_CHROMIUM'] ?? '/usr/bin/chromium',
    headless: true,
    ...options,
    args: [...chromiumFlags(true), ...(options.args ?? [])],
  });
}
