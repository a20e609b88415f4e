// What the people of the story see besides names: the mirror, the marks over the customer's page, the panel's own marks.
// Every sight is waited for; one that does not come fails with the sentence that says what was missing.
import type { ElementHandle, Page } from 'puppeteer-core';
import { see } from './people.ts';

/** Waits until `looks`, run in the page, holds. */
async function sight<Args extends unknown[]>(
  page: Page,
  what: string,
  looks: (...args: Args) => boolean,
  ...args: Args
): Promise<void> {
  try {
    await page.waitForFunction(looks as (...args: unknown[]) => boolean, {}, ...args);
  } catch (error) {
    throw new Error(`Nobody saw ${what}.`, { cause: error });
  }
}

/** Waits until the customer's page, as the agent sees it, shows these words. */
export const mirrorSays = (panel: Page, words: string): Promise<void> =>
  sight(
    panel,
    `“${words}” in the mirror`,
    (wanted: string) =>
      document
        .querySelector<HTMLIFrameElement>(`iframe[title="Customer's page"]`)
        ?.contentDocument?.body?.innerText.includes(wanted) ?? false,
    words,
  );

/** Waits until a field of the mirror shows `shown` to the agent. */
export const mirrorField = (panel: Page, selector: string, shown: string): Promise<void> =>
  sight(
    panel,
    `“${shown}” in the mirror's ${selector}`,
    (wantedSelector: string, wanted: string) => {
      const field = document
        .querySelector<HTMLIFrameElement>(`iframe[title="Customer's page"]`)
        ?.contentDocument?.querySelector<HTMLInputElement | HTMLSelectElement>(wantedSelector);
      if (!field) return false;
      // Not `instanceof`: the field belongs to the frame's own world.
      const words =
        'selectedOptions' in field ? (field.selectedOptions[0]?.label ?? '') : field.value;
      return words === wanted;
    },
    selector,
    shown,
  );

/** Waits until a masked field shows dots in the picture that the customer has of what the agent sees. */
export async function pictureDots(shop: Page, selector: string): Promise<void> {
  const picture = await shop.waitForFrame((frame) => frame.url().includes('/alongside-preview-'));
  await picture.waitForFunction(
    (wanted: string) =>
      /^•+$/.test(
        document.querySelector('iframe')?.contentDocument?.querySelector<HTMLInputElement>(wanted)
          ?.value ?? '',
      ),
    {},
    selector,
  );
}

/** Waits until a masked field of the mirror shows dots, and nothing else. */
export const mirrorDots = (panel: Page, selector: string): Promise<void> =>
  sight(
    panel,
    `dots in the mirror's ${selector}`,
    (wanted: string) =>
      /^•+$/.test(
        document
          .querySelector<HTMLIFrameElement>(`iframe[title="Customer's page"]`)
          ?.contentDocument?.querySelector<HTMLInputElement>(wanted)?.value ?? '',
      ),
    selector,
  );

/** Everything in the mirror, markup and values, to look for what must not be there. */
export const wholeMirror = (panel: Page): Promise<string> =>
  panel.evaluate(() => {
    const page = document.querySelector<HTMLIFrameElement>(
      `iframe[title="Customer's page"]`,
    )?.contentDocument;
    const values = [...(page?.querySelectorAll('input') ?? [])].map(({ value }) => value);
    return [page?.documentElement.outerHTML ?? '', ...values].join('\n');
  });

export const panelShows = (panel: Page, what: string, selector: string): Promise<void> =>
  sight(
    panel,
    what,
    (wanted: string) => (document.querySelector(wanted)?.getBoundingClientRect().width ?? 0) > 0,
    selector,
  );

/** A mark of the agent's over the customer's page. They live in a closed shadow root; the bar leads into it. */
export async function customerSees(
  shop: Page,
  what: string,
  selector: string,
  near: string | null = null,
): Promise<void> {
  const bar: ElementHandle = await see(shop, 'Sharing', 'region');
  await sight(
    shop,
    what,
    (inside: Element, wanted: string, target: string | null) => {
      const mark = (inside.getRootNode() as ShadowRoot).querySelector(wanted);
      const box = mark?.getBoundingClientRect();
      if (!mark || mark.closest('[hidden]') || !box || box.width === 0) return false;
      const goal = target === null ? null : document.querySelector(target)?.getBoundingClientRect();
      if (!goal) return target === null;
      // The mark touches what it is meant for.
      return (
        box.left <= goal.right &&
        box.right >= goal.left &&
        box.top <= goal.bottom &&
        box.bottom >= goal.top
      );
    },
    bar as unknown as Element,
    selector,
    near,
  );
}

/** What the customer's interface says in the part that `name` and `role` lead to: the bar, or the sentence at the end. */
export async function customerReads(
  shop: Page,
  words: string,
  [name, role]: readonly [name: string, role: string] = ['Sharing', 'region'],
): Promise<void> {
  const way: ElementHandle = await see(shop, name, role);
  await sight(
    shop,
    `“${words}”`,
    (inside: Element, wanted: string) =>
      (inside.closest('section, .toast')?.textContent ?? '').includes(wanted),
    way as unknown as Element,
    words,
  );
}
