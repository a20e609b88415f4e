// The second half of the law: the customer's frame and the live viewer's, side by side in one screenshot, look the same.
import type { Page } from 'puppeteer-core';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { expect } from 'vitest';
import { halvesAreEqual } from './halvesAreEqual.ts';
import type { Lab } from './lab.ts';

declare const lab: Lab;

/** What edges may differ by, and the caret, which blinks: far less than a letter in each of ten places. */
const MOST_PIXELS = 60;

/** How many pixels of the two halves differ, edges that are drawn softly left out. */
export function differingPixels(picture: Uint8Array, width: number, height: number): number {
  const file = Buffer.from(picture);
  if (halvesAreEqual(file, width)) return 0;
  const { data, width: whole } = PNG.sync.read(file);
  const half = (from: number) =>
    Buffer.concat(
      Array.from({ length: height }, (_, row) =>
        data.subarray((row * whole + from) * 4, (row * whole + from + width) * 4),
      ),
    );
  return pixelmatch(half(0), half(width), undefined, width, height);
}

/** Where the viewer draws marks of its own (masked, withheld, foreign), the pictures differ by right, and are not compared. */
export async function expectAlike(page: Page): Promise<void> {
  const { isMarked, width, height } = await page.evaluate(() => lab.stage());
  if (isMarked) return;
  const picture = await page.screenshot({
    clip: { x: 0, y: 0, width: width * 2, height },
    captureBeyondViewport: false,
    optimizeForSpeed: true,
  });
  expect(differingPixels(picture, width, height)).toBeLessThanOrEqual(MOST_PIXELS);
}
