// Two pages in two processes have two clocks. Each is compared with ours; the quickest answer is off by the least.
import type { Page } from 'puppeteer-core';

const ours = () => performance.timeOrigin + performance.now();

/** What to add to a page's `performance.timeOrigin + performance.now()` to have our time, in milliseconds. */
export async function clockOffsetMs(page: Page, tries = 20): Promise<number> {
  let best = { tripMs: Number.POSITIVE_INFINITY, offsetMs: 0 };
  for (let count = 0; count < tries; count++) {
    const before = ours();
    const theirs = await page.evaluate(() => performance.timeOrigin + performance.now());
    const after = ours();
    const tripMs = after - before;
    if (tripMs < best.tripMs) best = { tripMs, offsetMs: (before + after) / 2 - theirs };
  }
  return best.offsetMs;
}
