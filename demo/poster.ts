// Draws posters: markup in, PNG files out, by a browser of its own.
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import puppeteer from 'puppeteer-core';
import { chromiumFlags } from './chromiumFlags.ts';

export interface Poster {
  readonly html: string;
  readonly file: `${string}.png`;
}

export async function drawPosters(chromium: string, posters: readonly Poster[]): Promise<void> {
  const browser = await puppeteer.launch({
    executablePath: chromium,
    headless: true,
    pipe: true,
    args: chromiumFlags(true),
  });
  try {
    const page = await browser.newPage();
    for (const { html, file } of posters) {
      await mkdir(dirname(file), { recursive: true });
      await page.setContent(html);
      const poster = await page.waitForSelector('.poster');
      await poster!.screenshot({ path: file, omitBackground: true });
    }
  } finally {
    await browser.close();
  }
}
