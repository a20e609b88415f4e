// Takes the README's pictures, light and dark: the moment in the story when both sides show what Alongside is about.
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { pointInPanel } from '../../demo/people.ts';
import { drawPosters } from '../../demo/poster.ts';
import type { Poster } from '../../demo/poster.ts';
import { togetherHtml } from '../../demo/posterHtml.ts';
import type { Theme } from '../../demo/posterHtml.ts';
import { shootMoment } from '../../demo/posterMoment.ts';
import type { Stage } from '../../demo/stage.ts';
import { story } from '../../demo/story.ts';
import { customerSees, panelShows } from '../../demo/storySights.ts';

const moment = 'marks';
const sams = '#postcode';
const size = { width: 1600, height: 1000 };

export async function pictures(open: () => Promise<Stage>, chromium: string): Promise<number> {
  const posters: Poster[] = [];
  for (const theme of ['light', 'dark'] as const) {
    const stage = await open();
    try {
      posters.push({
        html: await picture(stage, theme),
        file: join('docs/images', `alongside-${theme}.png`) as Poster['file'],
      });
    } finally {
      await stage.close();
    }
  }
  await drawPosters(chromium, posters);
  for (const { file } of posters) console.log(file);
  return 0;
}

async function picture(stage: Stage, theme: Theme): Promise<string> {
  const { crm, panel, shop } = stage;
  // A side panel that its agent has dragged wider, and a customer with a smaller window.
  await dress(crm, theme, 720, 812);
  await dress(panel, theme, 440, 772);
  await dress(shop, theme, 900, 690);
  for (const { id, run } of story) {
    await run(stage);
    if (id === moment) break;
  }
  await shop.locator('#street').hover();
  await panelShows(panel, 'where Ana points', '.customer-pointer');
  const { x, y } = await pointInPanel(panel, sams);
  await panel.mouse.move(x, y);
  await customerSees(shop, 'where Sam points', '.pointer', sams);
  const { agent, customer } = await shootMoment(stage);
  return togetherHtml(theme, size, [
    { side: agent, left: 398, top: 40 },
    { side: customer, left: 30, top: 230 },
  ]);
}

async function dress(page: Page, theme: Theme, width: number, height: number): Promise<void> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  await page.setViewport({ width, height });
}
