// The demo's stage for the end-to-end tests: headless, on free ports, and a session that has begun where a test needs one.
import { enterKey, press, readKey, viewerFrame } from '../../demo/people.ts';
import { startStage } from '../../demo/stage.ts';
import type { Stage } from '../../demo/stage.ts';
import type { Page } from 'puppeteer-core';

export const chromium = process.env['ALONGSIDE_CHROMIUM'] ?? '/usr/bin/chromium';

export const openStage = (): Promise<Stage> => startStage({ chromium, headless: true });

/** The customer comes to the checkout with a lantern in the basket. */
export async function goToCheckout({ shop, sites }: Stage): Promise<void> {
  await shop.evaluate(() =>
    localStorage.setItem('tansy-basket', JSON.stringify({ 'storm-lantern': 1 })),
  );
  await shop.goto(`${sites.shopOrigin}/checkout.html`);
}

/** From the agent's key to the customer's consent; returns when the agent sees the page. */
export async function share(panel: Page, customer: Page): Promise<string> {
  await press(panel, 'Start with a security key');
  const key = await readKey(panel);
  await enterKey(customer, key);
  await press(customer, 'Allow');
  await viewerFrame(panel);
  await panel.waitForFunction(
    () => (document.querySelector('iframe')?.contentDocument?.body?.childElementCount ?? 0) > 0,
  );
  return key;
}

/** The agent asks for control, and the customer allows it. */
export async function allowControl(panel: Page, customer: Page): Promise<void> {
  await press(panel, 'Request control');
  await press(customer, 'Allow');
  await panel.waitForSelector('::-p-aria([name="Give back control"][role="button"])');
}

/** Waits until the mirrored page in the panel fulfils `condition`, which runs there and sees nothing but the page. */
export async function seesInMirror(
  panel: Page,
  condition: (page: Document) => unknown,
): Promise<void> {
  const mirrored = "document.querySelector('iframe')?.contentDocument";
  await panel.waitForFunction(`${mirrored}?.documentElement && (${condition})(${mirrored})`);
}
