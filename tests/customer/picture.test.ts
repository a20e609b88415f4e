// The picture of what the agent sees, in both browsers: drawn, blanked, closed, and what stands in for it where the page's policy keeps it out.
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers } from '../harness/browsers.ts';
import { inside, openOpenly, pressOpenly, shareOpenly } from './openly.ts';
import { setStage, stateIs } from './stage.ts';
import type { Stage } from './stage.ts';
import { site } from './site.ts';

const isPreview = (frame: Frame) => frame.url().includes('/alongside-preview-');

/** What is drawn where `selector` finds something; null while it finds nothing. */
const drawn = async (page: Page, selector: string): Promise<string | null> => {
  const [frame] = page.frames().filter(isPreview);
  const text = frame?.evaluate(
    (query) =>
      document.querySelector('iframe')?.contentDocument?.querySelector(query)?.textContent ?? null,
    selector,
  );
  return (await text?.catch(() => null)) ?? null;
};
const drawing = { timeout: 20_000 };

describe.each(browsers)('$name', ({ launch }) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(site, [], launch);
  });
  afterAll(() => stage.close());

  const isGone = async (page: Page) => {
    await page.waitForFunction(
      () => !(window as { interfaceRoot?: ShadowRoot }).interfaceRoot!.querySelector('.picture'),
    );
    return page.frames().some(isPreview);
  };

  test('[PREVIEW-1] it is drawn as the agent has it, follows the page, and [PREVIEW-5] a pause blanks it', async () => {
    const page = await openOpenly(stage, '/');
    await shareOpenly(stage, page);
    await pressOpenly(page, 'What the agent sees');
    const panel = await inside(page, '.picture');
    expect(await panel.evaluate((at) => at.querySelector('h1')!.textContent)).toBe(
      'What Sam Carter sees',
    );
    await expect.poll(() => drawn(page, 'p'), drawing).toBe('•••••• •••••');
    await page.$eval('h1', (title) => (title.textContent = 'Sold'));
    await expect.poll(() => drawn(page, 'h1'), drawing).toBe('Sold');
    await pressOpenly(page, 'Pause');
    await inside(page, '.veil', 'Paused. Sam Carter sees nothing.');
    await expect.poll(() => drawn(page, 'h1'), drawing).toBeNull();
    await pressOpenly(page, 'Resume');
    await expect.poll(() => drawn(page, 'h1'), drawing).toBe('Sold');
  });

  test('[PREVIEW-2] Escape closes it, wherever the focus is, and what the page opens leaves the focus where it is', async () => {
    const page = await openOpenly(stage, '/');
    await shareOpenly(stage, page);
    await pressOpenly(page, 'What the agent sees');
    await expect.poll(() => drawn(page, 'h1'), drawing).toBe('Buy');
    // Told again with a dialog that is open, in a page that has the focus in a field.
    await page.focus('#low');
    await page.evaluate(() => {
      const pop = document.createElement('div');
      pop.popover = 'manual';
      pop.innerHTML = '<p>Opened</p><button autofocus>Inside</button>';
      document.body.append(pop);
      pop.showPopover();
      document.getElementById('low')!.focus();
    });
    await expect.poll(() => drawn(page, '[popover]'), drawing).toContain('Opened');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('low');
    await page.keyboard.press('Escape');
    expect(await isGone(page)).toBe(false);

    await pressOpenly(page, 'What the agent sees');
    await expect.poll(() => drawn(page, 'h1'), drawing).toBe('Buy');
    await page.frames().find(isPreview)!.focus('main');
    await page.keyboard.press('Escape');
    expect(await isGone(page)).toBe(false);
    await stateIs(page, 'active');
  });

  test('[OVERLAY-6] where the page’s policy keeps it out, what is hidden is marked on the page, with a sentence', async () => {
    const page = await openOpenly(stage, '/strict/frame');
    const lines: string[] = [];
    page.on('console', (message) => lines.push(message.text()));
    await shareOpenly(stage, page);
    await pressOpenly(page, 'What the agent sees');
    await inside(
      page,
      '.panel',
      'A picture cannot be shown on this page. It is marked here instead.',
    );
    const marked = await (
      await inside(page, '.hatch.masked')
    ).evaluate((at) => {
      const root = at.getRootNode() as ShadowRoot;
      return root.querySelectorAll('.hatch').length;
    });
    expect(marked).toBeGreaterThanOrEqual(4);
    expect(lines.filter((line) => line.startsWith('Alongside'))).toEqual([
      `Alongside is blocked by this page's Content-Security-Policy. Add: frame-src ${stage.relayOrigin}`,
    ]);
    await pressOpenly(page, 'Close');
    await stateIs(page, 'active');
  });
});
