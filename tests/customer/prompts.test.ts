// The prompts in real Chromium: who may answer, how the keyboard and the focus behave, and what may cover them.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AlongsideFacade } from '../../snippet/surface.ts';
import { armed, byName, press, says, setStage, share, stateIs, stateOf } from './stage.ts';
import type { Agent, Stage } from './stage.ts';
import { site } from './site.ts';
import { requestAll } from '../../protocol/testing/control.ts';

declare const Alongside: AlongsideFacade;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(site);
});
afterAll(() => stage.close());

async function asked(): Promise<{ page: Page; agent: Agent }> {
  const page = await stage.open('/');
  const agent = await stage.callAgent();
  await page.evaluate((key) => Alongside.join(key), agent.securityKey);
  await byName(page, 'Allow');
  return { page, agent };
}

test('[CONSENT-2] no event of a script answers a prompt', async () => {
  const { page } = await asked();
  for (const name of ['Allow', 'Decline']) {
    const button = await byName(page, name);
    if (name === 'Allow') await armed(button);
    await button.evaluate((at) => (at as HTMLElement).click());
    await button.evaluate((at) =>
      at.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true })),
    );
  }
  expect(await stateOf(page)).toBe('pending');
  await press(page, 'Allow');
  await stateIs(page, 'active');
});

test('[CONSENT-2] the page’s script finds no way into a prompt', async () => {
  const { page } = await asked();
  const found = await page.evaluate(() => {
    const host = document.querySelector('alongside-interface')!;
    return [host.shadowRoot, document.querySelectorAll('dialog[open]').length, host.textContent];
  });
  expect(found).toEqual([null, 0, '']);
});

test('[CONSENT-3] what the page puts over a prompt goes below it, and Allow has to be seen anew', async () => {
  const { page } = await asked();
  const allow = await byName(page, 'Allow');
  await armed(allow);
  const disarmed = allow.evaluate(
    (at) =>
      new Promise<string>((resolve) => {
        new MutationObserver(() => resolve(at.ariaDisabled!)).observe(at, { attributes: true });
      }),
  );
  await page.evaluate(() => {
    const cover = document.createElement('div');
    cover.popover = 'manual';
    // Transparent for presses, so that no hit test notices it.
    cover.style.cssText =
      'position: fixed; inset: 0; width: 100vw; height: 100vh; pointer-events: none';
    document.body.append(cover);
    cover.showPopover();
  });
  expect(await disarmed).toBe('true');
  await press(page, 'Allow');
  await stateIs(page, 'active');
});

test('[CONSENT-3] Decline counts before Allow does', async () => {
  const { page, agent } = await asked();
  await press(page, 'Decline');
  expect((await agent.hears('ended')).reason).toBe('viewDeclined');
});

test('[CONSENT-4] Escape declines, and the focus returns to where it was', async () => {
  const page = await stage.open('/');
  await stateIs(page, 'idle');
  await page.focus('#help');
  await page.keyboard.press('Enter');
  await byName(page, 'Security key', 'textbox');
  await page.keyboard.press('Escape');
  await stateIs(page, 'idle');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('help');

  const agent = await share(stage, page);
  await page.focus('#password');
  agent.send(requestAll);
  await byName(page, 'Let Sam Carter use this page?', 'dialog');
  await page.keyboard.press('Escape');
  await agent.hears('controlDeclined');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('password');
});

test('[CONSENT-4] the keyboard alone leads through the whole of it', async () => {
  const page = await stage.open('/');
  const agent = await stage.callAgent();
  await stateIs(page, 'idle');
  await page.focus('#help');
  await page.keyboard.press('Enter');
  await byName(page, 'Security key', 'textbox');
  await page.keyboard.type(agent.securityKey);
  await page.keyboard.press('Enter');
  const allow = await byName(page, 'Allow');
  await armed(allow);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await agent.hears('viewGranted');
  expect(await stateOf(page)).toBe('active');
});

test('[CONSENT-6] a wrong key and a short one are sentences under the field, which keeps the focus', async () => {
  const page = await stage.open('/');
  await page.click('#help');
  const field = await byName(page, 'Security key', 'textbox');
  await field.type('12 34');
  expect(await field.evaluate((at) => (at as HTMLInputElement).value)).toBe('123 4');
  await press(page, 'Continue');
  await says(field, 'A security key has nine digits.');
  await field.type('00000');
  await page.keyboard.press('Enter');
  await says(field, 'That key is not right. Check the digits with the agent.');
  const seen = await field.evaluate((at) => [
    at.ariaInvalid,
    (at.getRootNode() as ShadowRoot).activeElement === at,
  ]);
  expect(seen).toEqual(['true', true]);
});

test('[OVERLAY-3] a prompt stands above the page’s modal dialog, opened before or after it', async () => {
  const page = await stage.open('/');
  const agent = await share(stage, page);
  await page.click('#modal');
  agent.send(requestAll);
  await byName(page, 'Allow');
  await page.evaluate(() => {
    const dialog = document.querySelector('dialog')!;
    dialog.close();
    dialog.showModal();
  });
  await press(page, 'Allow');
  expect((await agent.hears('controlGranted')).grant).toBe(1);
});

test('both answers are of one size and weight', async () => {
  const { page } = await asked();
  const looks = await Promise.all(
    ['Decline', 'Allow'].map(async (name) =>
      (await byName(page, name)).evaluate((at) => {
        const { width, height } = at.getBoundingClientRect();
        const { color, backgroundColor, fontWeight, fontSize } = getComputedStyle(at);
        return { width, height, color, backgroundColor, fontWeight, fontSize };
      }),
    ),
  );
  expect(looks[0]).toEqual(looks[1]);
});

test.each(['light', 'dark'])(
  'the words of a prompt have a contrast of at least 7 to 1: %s',
  async (scheme) => {
    const page = await stage.open('/');
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    const agent = await stage.callAgent();
    await page.evaluate((key) => Alongside.join(key), agent.securityKey);
    const ratios = await (
      await byName(page, 'Allow')
    ).evaluate((button) => {
      const luminance = (colour: string) => {
        const [r, g, b] = colour
          .match(/[\d.]+/g)!
          .map(Number)
          .map((part) => {
            const level = part / 255;
            return level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4;
          });
        return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
      };
      const dialog = button.closest('dialog')!;
      const ground = luminance(getComputedStyle(dialog).backgroundColor);
      return [...dialog.querySelectorAll('h1, p, button')].map((at) => {
        const ink = luminance(getComputedStyle(at).color);
        return (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
      });
    });
    expect(ratios).toHaveLength(4);
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(7);
  },
);
