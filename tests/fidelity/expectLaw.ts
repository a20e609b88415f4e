// The law itself: what the customer sees, what the live viewer shows and what a late joiner gets are the same, and nothing went wrong.
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { Lab } from './lab.ts';

declare const lab: Lab;

export async function expectLaw(page: Page): Promise<void> {
  const { customer, live, late, resyncs, failures } = await page.evaluate(() => lab.compare());
  expect(failures).toEqual([]);
  expect(resyncs).toBe(0);
  expect(late).toEqual(customer);
  expect(live).toEqual(late);
  expect(customer.length).toBeGreaterThan(3);
}
