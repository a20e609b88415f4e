// The law itself: what the customer sees, what the live viewer shows and what a late joiner gets are the same, and nothing went wrong.
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { Lab } from './lab.ts';

declare const lab: Lab;

/** `withBoxes` false: after many changes Firefox does not always lay out as it would afresh, so a late joiner's boxes say nothing. */
export async function expectLaw(page: Page, withBoxes = true): Promise<void> {
  const told = (lines: readonly string[]) =>
    withBoxes ? lines : lines.filter((line) => !line.trimStart().startsWith('□'));
  const { customer, live, late, resyncs, failures } = await page.evaluate(() => lab.compare());
  expect(failures).toEqual([]);
  expect(resyncs).toBe(0);
  expect(told(late)).toEqual(told(customer));
  expect(told(live)).toEqual(told(late));
  expect(customer.length).toBeGreaterThan(3);
}
