// From the agent's key to the customer's *Allow* for control, with the hands of a customer in whichever browser.
import type { Page } from 'puppeteer-core';
import { press, readKey, see } from '../../demo/people.ts';

declare const Alongside: { join(securityKey: string): void };

/** Only Chromium's driver finds its way into a closed shadow root: for the others, the page's roots are open ones. Before the page is loaded. */
export async function openRoots(customer: Page): Promise<void> {
  await customer.evaluateOnNewDocument(() => {
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (init) {
      return attachShadow.call(this, { ...init, mode: 'open' });
    };
  });
}

/** Presses *Allow* once it counts, with the real mouse. */
async function allow(customer: Page): Promise<void> {
  const place = await customer.waitForFunction(() => {
    const host = [...document.querySelectorAll('*')].find((each) =>
      each.localName.startsWith('alongside-'),
    );
    const buttons = [...(host?.shadowRoot?.querySelectorAll('button') ?? [])];
    const button = buttons.find(({ textContent }) => textContent === 'Allow');
    if (button?.ariaDisabled !== 'false') return null;
    const { x, y, width, height } = button.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  const { x, y } = (await place.jsonValue())!;
  await customer.mouse.click(x, y);
}

export async function beginControl(panel: Page, customer: Page): Promise<void> {
  await press(panel, 'Start with a security key');
  const key = await readKey(panel);
  await customer.waitForFunction(() => 'Alongside' in window);
  await customer.evaluate((securityKey) => Alongside.join(securityKey), key);
  await allow(customer);
  await press(panel, 'Request control');
  await allow(customer);
  await see(panel, 'Give back control', 'button');
}
