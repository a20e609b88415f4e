// Puts the two browsers side by side where the screen is wide enough, and the agent's on top where it is not.
import type { Browser, Page } from 'puppeteer-core';
import type { Stage } from '../../demo/stage.ts';

const gapPx = 8;

export async function placeWindows({ agent, customer, crm, shop }: Stage): Promise<void> {
  await closeBlankTabs(agent);
  const { width, height } = await crm.evaluate(() => ({
    width: screen.availWidth,
    height: screen.availHeight,
  }));
  const half = Math.floor(width / 2);
  // Narrower than this, neither the CRM nor the shop would look as it does to those who work with it.
  const apart = half >= 900;
  await place(crm, agent, { left: 0, width: apart ? half - gapPx : Math.min(1440, width), height });
  await place(shop, customer, {
    left: apart ? half : Math.max(0, width - 1280),
    width: apart ? half : Math.min(1280, width),
    height,
  });
  await crm.bringToFront();
}

async function place(
  page: Page,
  browser: Browser,
  bounds: { left: number; width: number; height: number },
): Promise<void> {
  const height = Math.min(bounds.height, 960);
  await browser.setWindowBounds(await page.windowId(), { ...bounds, top: 0, height });
}

/** The tab that a browser starts with. */
async function closeBlankTabs(browser: Browser): Promise<void> {
  for (const page of await browser.pages()) if (page.url() === 'about:blank') await page.close();
}
