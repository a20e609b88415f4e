// Takes a moment of the story: what each of the two people has before them.
import type { Page } from 'puppeteer-core';
import type { Shot, Side } from './posterHtml.ts';
import type { Stage } from './stage.ts';

export interface Moment {
  readonly agent: Side;
  readonly customer: Side;
}

export async function shootMoment({ crm, panel, shop }: Stage): Promise<Moment> {
  return {
    agent: {
      is: 'agent',
      address: addressOf(crm),
      crm: await shoot(crm),
      panel: await shoot(panel),
    },
    customer: { is: 'customer', address: addressOf(shop), page: await shoot(shop) },
  };
}

async function shoot(page: Page): Promise<Shot> {
  const size = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  return { ...size, png: await page.screenshot({ encoding: 'base64' }) };
}

function addressOf(page: Page): string {
  const { host, pathname } = new URL(page.url());
  return host + (pathname === '/' ? '' : pathname);
}
