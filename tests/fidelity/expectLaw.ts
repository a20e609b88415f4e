// The law itself: what the customer sees, what the live viewer shows and what a late joiner gets are the same, and nothing went wrong.
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { Lab } from './lab.ts';

declare const lab: Lab;

/** `withBoxes` false: after many changes Firefox does not always lay out as it would afresh, so a late joiner's boxes say nothing. */
export async function expectLaw(page: Page, withBoxes = true): Promise<void> {
  const { lines, unlike, resyncs, failures } = await page.evaluate(
    (boxes) => lab.law(boxes),
    withBoxes,
  );
  expect(failures).toEqual([]);
  expect(resyncs).toBe(0);
  expect(unlike?.late).toEqual(unlike?.customer);
  expect(unlike?.live).toEqual(unlike?.late);
  expect(unlike).toBeNull();
  expect(lines).toBeGreaterThan(3);
}
