// What an agent and a customer do with their hands and eyes: they press buttons by their names and point at what they see.
import type { ElementHandle, Frame, Page } from 'puppeteer-core';

/** Presses the button (or link, or tool) with this accessible name, once it may be pressed. Reaches into closed shadow roots. */
export async function press(page: Page, name: string, role = 'button'): Promise<void> {
  await page
    .locator(`::-p-aria([name="${name}"][role="${role}"])`)
    .filter(
      (element) => element.ariaDisabled !== 'true' && !(element as HTMLButtonElement).disabled,
    )
    .click();
}

/** Waits until something with this accessible name can be seen. */
export async function see(page: Page, name: string, role: string): Promise<ElementHandle> {
  const found = await page.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`, {
    visible: true,
  });
  if (!found) throw new Error(`nobody sees ${role} “${name}”`);
  return found as ElementHandle;
}

export async function seeText(page: Page, text: string): Promise<void> {
  await page.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, text);
}

/** Waits until these words stand anywhere on the page, closed shadow roots included, as a screen reader would find them. */
export async function seeSaid(page: Page, words: string): Promise<void> {
  const session = await page.createCDPSession();
  const deadlineMs = performance.now() + 20_000;
  try {
    for (;;) {
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      if (nodes.some(({ ignored, name }) => !ignored && String(name?.value ?? '').includes(words)))
        return;
      if (performance.now() > deadlineMs) throw new Error(`nobody reads “${words}”`);
    }
  } finally {
    await session.detach();
  }
}

/** The security key that the panel shows. */
export async function readKey(panel: Page): Promise<string> {
  const shown = await panel.waitForFunction(
    () => /\b\d{3}\s\d{3}\s\d{3}\b/.exec(document.body.innerText)?.[0],
  );
  return (await shown.jsonValue())!;
}

/** The customer presses Get help and types the key they were read. */
export async function enterKey(customer: Page, key: string): Promise<void> {
  await customer.waitForFunction(() => 'Alongside' in window);
  await customer.locator('[data-alongside-open]').click();
  const field = await see(customer, 'Security key', 'textbox');
  await field.type(key);
  await press(customer, 'Continue');
}

/** The customer's page as the agent sees it. */
export async function viewerFrame(panel: Page): Promise<Frame> {
  const frame = await panel.waitForSelector(`iframe[title="Customer's page"]`);
  const content = await frame?.contentFrame();
  if (!content) throw new Error('the viewer has no page');
  return content;
}

/** Where an element of the mirrored page is in the panel, in the panel's own pixels, once the customer has it in sight. */
export async function pointInPanel(
  panel: Page,
  selector: string,
): Promise<{ x: number; y: number }> {
  const found = await panel.waitForFunction(
    (wanted) => {
      const frame = document.querySelector<HTMLIFrameElement>(`iframe[title="Customer's page"]`);
      const element = frame?.contentDocument?.querySelector(wanted);
      if (!frame || !element) return null;
      const outer = frame.getBoundingClientRect();
      const inner = element.getBoundingClientRect();
      if (inner.width === 0 || inner.bottom < 0 || inner.top > frame.offsetHeight) return null;
      const scale = outer.width / frame.offsetWidth;
      return {
        x: outer.x + (inner.x + inner.width / 2) * scale,
        y: outer.y + (inner.y + inner.height / 2) * scale,
      };
    },
    {},
    selector,
  );
  return (await found.jsonValue())!;
}

/** The agent clicks on what they see in the mirror. */
export async function agentClicks(panel: Page, selector: string): Promise<void> {
  const { x, y } = await pointInPanel(panel, selector);
  await panel.mouse.click(x, y);
}
