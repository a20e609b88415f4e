// The whole path on real parts: two real browsers, the extension in its true side panel, the relay, the shop.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  agentClicks,
  pointInPanel,
  press,
  readKey,
  see,
  seeSaid,
  seeText,
  viewerFrame,
} from '../../demo/people.ts';
import type { Page } from 'puppeteer-core';
import type { Stage } from '../../demo/stage.ts';
import { allowControl, goToCheckout, openStage, seesInMirror } from './openStage.ts';

const mirroredText = (panel: Page) =>
  panel.evaluate(() => document.querySelector('iframe')?.contentDocument?.body?.innerText ?? '');

describe('an agent helps a customer from key to end', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());

  test('[PATH-1] the customer types the key, consents, and only then the agent sees the page', async () => {
    const { panel, shop } = stage;
    await goToCheckout(stage);
    await press(panel, 'Start with a security key');
    const key = await readKey(panel);
    await shop.waitForFunction(() => 'Alongside' in window);
    await shop.locator('[data-alongside-open]').click();
    const field = await see(shop, 'Security key', 'textbox');
    await field.type(key);
    await press(shop, 'Continue');
    await see(shop, 'Share this page with Sam Okoro?', 'dialog');
    expect(await mirroredText(panel)).toBe('');
    await press(shop, 'Allow');
    const page = await viewerFrame(panel);
    await seesInMirror(panel, (mirrored) => mirrored.querySelector('#name'));
    expect(await page.evaluate(() => document.body.innerText)).toContain('Tansy & Tin');
  });

  test('[PATH-1] each sees the other point, and the customer sees highlight, drawing and comment', async () => {
    const { panel, shop } = stage;
    await shop.$eval('#country', (field) => field.scrollIntoView({ block: 'center' }));
    await press(panel, 'Point', 'radio');
    const { x, y } = await pointInPanel(panel, '#country');
    await panel.mouse.move(x, y, { steps: 4 });
    await press(panel, 'Comment', 'radio');
    await agentClicks(panel, '#country');
    await (await see(panel, 'Comment text', 'textbox')).type('Pick Spain here');
    await press(panel, 'Pin comment');
    await seeSaid(shop, 'Pick Spain here');
  });

  test('[PATH-1] with control the agent clicks, types and selects, and the shop takes it as a person’s doing', async () => {
    const { panel, shop } = stage;
    await allowControl(panel, shop);
    await press(panel, 'Control', 'radio');
    await agentClicks(panel, '#name');
    await panel.keyboard.type('Ana Ruiz');
    await shop.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#name')!.value === 'Ana Ruiz',
    );
    await seesInMirror(
      panel,
      (page) => page.querySelector<HTMLInputElement>('#name')?.value === 'Ana Ruiz',
    );
    await agentClicks(panel, '#country');
    await (await see(panel, 'Options', 'listbox')).type('Spain');
    await panel.keyboard.press('Enter');
    await shop.waitForFunction(
      () =>
        document.querySelector<HTMLSelectElement>('#country')!.selectedOptions[0]!.text === 'Spain',
    );
  });

  test('[PATH-1] the agent navigates, and control goes on across the page load', async () => {
    const { panel, shop } = stage;
    await agentClicks(panel, 'a[class*="brand"], header a');
    await shop.waitForFunction(
      () => location.pathname === '/' || location.pathname === '/index.html',
    );
    await seesInMirror(panel, (page) => page.querySelector('[data-product="storm-lantern"]'));
    await see(panel, 'Give back control', 'button');
  });

  test('[PATH-2] Stop control is instant: what the agent does next changes nothing', async () => {
    const { panel, shop } = stage;
    await press(shop, 'Stop control');
    await seeText(panel, 'The customer took control back.');
    await see(panel, 'Request control', 'button');
    const before = shop.url();
    await agentClicks(
      panel,
      '[data-product="storm-lantern"] button, [data-product="storm-lantern"] a',
    );
    // A change of the customer's own goes through the same wires after whatever the agent may have sent.
    await shop.evaluate(() =>
      document.body.append(Object.assign(document.createElement('p'), { id: 'after' })),
    );
    await seesInMirror(panel, (page) => page.querySelector('#after'));
    expect(shop.url()).toBe(before);
  });

  test('[PATH-1] the agent can ask again and give control back', async () => {
    const { panel, shop } = stage;
    await allowControl(panel, shop);
    await press(panel, 'Give back control');
    await see(panel, 'Request control', 'button');
    await shop.waitForFunction(() => true);
    await see(shop, 'Stop sharing', 'button');
    expect(await shop.$('::-p-aria([name="Stop control"][role="button"])')).toBeNull();
  });

  test('[PATH-1] the customer declines control and stays in charge', async () => {
    const { panel, shop } = stage;
    await press(panel, 'Request control');
    await see(shop, 'Let Sam Okoro use this page?', 'dialog');
    await press(shop, 'Decline');
    await seeText(panel, 'The customer keeps control.');
  });

  test('[PATH-3] pause blanks the agent’s view, resume brings the page of now', async () => {
    const { panel, shop } = stage;
    await press(shop, 'Pause');
    await seeText(panel, 'aused');
    await shop.evaluate(() =>
      document.body.append(Object.assign(document.createElement('p'), { id: 'while-paused' })),
    );
    await press(shop, 'Resume');
    await seesInMirror(panel, (page) => page.querySelector('#while-paused'));
  });

  test('[PATH-1] the end says who ended it on both sides, and nothing of the page stays with the agent', async () => {
    const { panel, shop } = stage;
    await press(shop, 'Stop sharing');
    await seeText(panel, 'The customer stopped sharing');
    await seeSaid(shop, 'You stopped sharing.');
    expect(await mirroredText(panel)).toBe('');
    await see(panel, 'Start with a security key', 'button');
  });
});
