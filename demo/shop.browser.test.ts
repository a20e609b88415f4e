// The shop in a real browser: a whole purchase by mouse and keyboard, and the parts that helping people relies on.
import type { Page, SerializedAXNode } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillAddress, openDemo, waitForWords } from './testing/openDemo.ts';
import type { Stage } from './testing/openDemo.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openDemo();
});
afterAll(() => stage.close());

const shown = (page: Page, selector: string) => page.waitForSelector(selector, { visible: true });
const namesOf = (page: Page) =>
  page.$$eval('#cards h3', (headings) => headings.map((heading) => heading.textContent));

async function withLantern(page: Page): Promise<void> {
  await page.goto(stage.sites.shopOrigin);
  await page.locator('[data-product="storm-lantern"] .product-action button').click();
  await waitForWords(page, 'basket-count', '1');
}

describe('a purchase', () => {
  test('goes from filter to basket, checkout and thanks, and nothing complains', async () => {
    const { page, complaints } = await stage.visit();
    await page.goto(stage.sites.shopOrigin);

    // Filters, by mouse and by keyboard.
    await waitForWords(page, 'result-count', '16 products');
    await page.locator('#category-evenings').click();
    await waitForWords(page, 'result-count', '3 products');
    await page.focus('#in-stock');
    await page.keyboard.press('Space');
    await waitForWords(page, 'result-count', '2 products');
    await page.select('#sort', 'price-up');
    await page.waitForFunction(
      () => document.querySelector('#cards h3')?.textContent === 'Storm lantern',
    );
    await page.focus('#max-price');
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowLeft');
    await waitForWords(page, 'result-count', '1 product');
    expect(await namesOf(page)).toEqual(['Storm lantern']);

    // Into the basket from the card, which then offers a stepper.
    await page.focus('[data-product="storm-lantern"] .product-action button');
    await page.keyboard.press('Enter');
    await waitForWords(page, 'basket-count', '1');
    await waitForWords(page, 'toast', 'Storm lantern is in your basket');
    await page.locator('[data-product="storm-lantern"] quantity-stepper >>> #more').click();
    await waitForWords(page, 'basket-count', '2');

    // And from the quick look.
    await page.locator('button[type="reset"]').click();
    await waitForWords(page, 'result-count', '16 products');
    await page.locator('#search').fill('trowel sharp');
    await waitForWords(page, 'result-count', '1 product');
    await page.locator('[data-product="hand-trowel"] .arch').click();
    await shown(page, '#quick-look[open]');
    await waitForWords(page, 'quick-look-name', 'Ash-handled trowel');
    await page.locator('#quick-look-add').click();
    await waitForWords(page, 'basket-count', '3');
    expect(await page.$eval('#quick-look', (box) => box.hasAttribute('open'))).toBe(false);
    await shown(page, '#recent-row li');

    // The basket: fewer lanterns, a note.
    await Promise.all([page.waitForNavigation(), page.locator('.basket-link').click()]);
    await waitForWords(page, 'total', '£88.50');
    await page.locator('[data-product="storm-lantern"] quantity-stepper >>> #less').click();
    await waitForWords(page, 'total', '£52.50');
    await page.locator('#gift').click();
    await shown(page, '#gift-note');
    await page.type('#gift-note', 'For the balcony.');
    await waitForWords(page, 'gift-note-left', '144 letters left');

    // Checkout: address.
    await Promise.all([page.waitForNavigation(), page.locator('#to-checkout').click()]);
    await fillAddress(page, 'ES');
    await page.focus('#to-delivery');
    await page.keyboard.press('Enter');

    // Delivery, with the time picked inside the frame.
    await shown(page, '[data-step="delivery"]');
    await page.locator('#delivery-express').click();
    await waitForWords(page, 'total', '£59.45');
    const frame = await (await page.waitForSelector('#delivery-slots'))?.contentFrame();
    if (!frame) throw new Error('The delivery frame has no document');
    await frame.waitForFunction(() =>
      document.getElementById('slot-day')?.textContent?.includes('1 December'),
    );
    await frame.focus('#slot-10');
    await page.keyboard.press('Space');
    await frame.locator('#keep-slot').click();
    await waitForWords(page, 'slot-chosen', 'Kept: Friday 1 December, 10 am to noon');
    await page.locator('#to-payment').click();

    // Payment and review.
    await shown(page, '#card-number');
    await page.type('#card-name', 'Ana Ruiz');
    await page.type('#card-number', '4111 1111 1111 1111');
    await page.type('#expiry', '04/89');
    await page.type('#cvc', '123');
    await page.locator('#to-review').click();
    await shown(page, '#pay');
    await waitForWords(page, 'review-address', 'Calle de Pelayo 41');
    await waitForWords(page, 'review-card', 'Card ending 1111');
    await waitForWords(page, 'pay', 'Pay £59.45');
    await Promise.all([page.waitForNavigation(), page.locator('#pay').click()]);

    expect(new URL(page.url()).pathname).toBe('/thanks.html');
    await waitForWords(page, 'thanks-name', 'Ana');
    await waitForWords(page, 'basket-count', '0');
    expect(complaints).toEqual([]);
    expect(stage.relay.requests).toContain('/alongside.js');
  });

  test('is stopped at the address until the country fits the postcode', async () => {
    const { page, complaints } = await stage.visit();
    await withLantern(page);
    await page.goto(`${stage.sites.shopOrigin}/checkout.html`);
    await fillAddress(page, 'GB');
    await page.locator('#to-delivery').click();
    await waitForWords(page, 'postcode-problem', 'Enter a UK postcode');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('postcode');
    expect(await page.$eval('#postcode', (field) => field.getAttribute('aria-invalid'))).toBe(
      'true',
    );
    await page.select('#country', 'ES');
    await page.waitForSelector('#postcode-problem', { hidden: true });
    await page.locator('#to-delivery').click();
    await shown(page, '[data-step="delivery"]');
    expect(complaints).toEqual([]);
  });

  test('survives a reload, without the card being kept anywhere', async () => {
    const { page } = await stage.visit();
    await withLantern(page);
    await page.goto(`${stage.sites.shopOrigin}/checkout.html`);
    await fillAddress(page, 'ES');
    await page.locator('#to-delivery').click();
    await shown(page, '#delivery-collect');
    await page.locator('#delivery-collect').click();
    await page.locator('#to-payment').click();
    await shown(page, '#card-number');
    await page.type('#card-number', '4111 1111 1111 1111');
    await page.type('#cvc', '987');
    await page.reload();
    await shown(page, '#card-number');
    expect(await page.$eval('#card-number', (field) => 'value' in field && field.value)).toBe('');
    expect(await page.$eval('#city', (field) => 'value' in field && field.value)).toBe('Madrid');
    const stored = await page.evaluate(() =>
      JSON.stringify([{ ...sessionStorage }, { ...localStorage }]),
    );
    expect(stored).toContain('Madrid');
    expect(stored).not.toContain('4111');
    expect(stored).not.toContain('987');
  });
});

describe('what helping relies on', () => {
  test('the menu opens under the mouse and for the keyboard', async () => {
    const { page } = await stage.visit();
    await page.goto(stage.sites.shopOrigin);
    await page.waitForSelector('.menu', { hidden: true });
    await page.hover('#shop-link');
    await shown(page, '.menu');
    await page.hover('.foot');
    await page.waitForSelector('.menu', { hidden: true });
    await page.focus('#shop-link');
    await shown(page, '.menu');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(
      '/?category=pots',
    );
  });

  test('styles come as linked sheets, CSSOM rules, adopted sheets, and sheets in shadow roots', async () => {
    const { page } = await stage.visit();
    await page.goto(stage.sites.shopOrigin);
    await page.locator('#view-rows').click();
    await page.waitForFunction(() => document.adoptedStyleSheets.length === 1);
    await withLantern(page);
    const found = await page.evaluate(() => {
      const base = [...document.styleSheets].find(({ href }) => href?.endsWith('/base.css'));
      return {
        lastRule: base?.cssRules[base.cssRules.length - 1]?.cssText,
        stepperSheets:
          document.querySelector('quantity-stepper')?.shadowRoot?.adoptedStyleSheets.length,
        starStyles: document.querySelector('star-rating')?.shadowRoot?.querySelectorAll('style')
          .length,
      };
    });
    expect(found.lastRule).toContain('--season');
    expect(found.stepperSheets).toBe(1);
    expect(found.starStyles).toBe(1);
  });

  test('the account marks what must be masked and blocked', async () => {
    const { page, complaints } = await stage.visit();
    await page.goto(`${stage.sites.shopOrigin}/account.html`);
    const marks = await page.$$eval('[data-alongside]', (all) =>
      all.map((one) => [one.id, one.getAttribute('data-alongside')]),
    );
    expect(marks).toEqual([
      ['loyalty-number', 'mask'],
      ['order-history', 'block'],
      ['security-answer', 'mask'],
    ]);
    await page.type('#password', 'four plain words');
    await page.locator('#show-password').click();
    await page.waitForFunction(
      () => document.getElementById('password')?.getAttribute('type') === 'text',
    );
    expect(complaints).toEqual([]);
  });

  test('with the relay down the shop works on, and the help button says how else to get help', async () => {
    const { page, complaints } = await stage.visit({ relayDown: true });
    await withLantern(page);
    await page.locator('#get-help').click();
    await waitForWords(page, 'toast', 'Ring 01632 960 017');
    expect(complaints).toEqual([
      `Failed to load resource: net::ERR_CONNECTION_REFUSED ${stage.relay.origin}/alongside.js`,
    ]);
  });

  test('the strict page obeys its own policy, and the closed one keeps out nothing but the relay', async () => {
    const { page, complaints } = await stage.visit();
    await page.goto(`${stage.sites.shopOrigin}/strict.html`);
    await page.locator('#gift-quantity >>> #more').click();
    await waitForWords(page, 'gift-amount', '2 × £40');
    await page.waitForFunction(() => 'Alongside' in window);
    expect(complaints).toEqual([]);

    await page.goto(`${stage.sites.shopOrigin}/strict-closed.html`);
    await waitForWords(page, 'basket-count', '0');
    expect(await page.evaluate(() => 'Alongside' in window)).toBe(false);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain(`${stage.relay.origin}/alongside.js`);
  });
});

describe('every page', () => {
  const pages = [
    '/',
    '/basket.html',
    '/checkout.html',
    '/account.html',
    '/thanks.html',
    '/strict.html',
    '/strict-closed.html',
  ];

  test('fits every window from 320 to 1280 px wide', async () => {
    const { page } = await stage.visit();
    await withLantern(page);
    for (const path of pages) {
      await page.goto(stage.sites.shopOrigin + path);
      for (const width of [320, 390, 768, 1280]) {
        await page.setViewport({ width, height: 800 });
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(over, `${path} at ${width}`).toBeLessThanOrEqual(0);
      }
    }
  });

  test('names every control, and has one main landmark and one top heading', async () => {
    const { page } = await stage.visit();
    await withLantern(page);
    for (const path of pages) {
      await page.goto(stage.sites.shopOrigin + path);
      const controls = controlsIn(await page.accessibility.snapshot());
      expect(controls.length, path).toBeGreaterThan(10);
      expect(
        controls.filter(({ name }) => !name),
        path,
      ).toEqual([]);
      expect(await page.$$('main'), path).toHaveLength(1);
      expect(await page.$$('h1'), path).toHaveLength(1);
    }
  });
});

function controlsIn(node: SerializedAXNode | null): SerializedAXNode[] {
  if (!node) return [];
  const role = /^(button|textbox|searchbox|checkbox|radio|combobox|slider|spinbutton|switch|link)$/;
  return [...(role.test(node.role) ? [node] : []), ...(node.children ?? []).flatMap(controlsIn)];
}
