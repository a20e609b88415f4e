// The browser that opens pages from anywhere: with its sandbox wherever it can have one, and no page may hold a command for ever.
import puppeteer from 'puppeteer-core';
import type { Browser } from 'puppeteer-core';
import { chromiumFlags } from '../../demo/chromiumFlags.ts';

export function launch(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: process.env['ALONGSIDE_CHROMIUM'] ?? '/usr/bin/chromium',
    headless: true,
    protocolTimeout: 60_000,
    args: chromiumFlags(false),
  });
}
