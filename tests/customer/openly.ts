// The snippet's interface as a test sees it in either browser: the one closed root is kept where the test finds it. What the snippet does is as
// always.
import type { ElementHandle, Page } from 'puppeteer-core';
import { armed } from './stage.ts';
import type { Agent, Stage } from './stage.ts';

type Kept = Window & { interfaceRoot?: ShadowRoot };

export async function openOpenly(stage: Stage, path: string): Promise<Page> {
  const page = await stage.open(path);
  await page.evaluateOnNewDocument(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit) {
      const root = attach.call(this, init);
      if (this.localName === 'alongside-interface') (window as Kept).interfaceRoot = root;
      return root;
    };
  });
  await page.reload();
  return page;
}

/** What `selector` finds in the interface, once it is drawn and says `text`. */
export async function inside(page: Page, selector: string, text = ''): Promise<ElementHandle> {
  const find = (query: string, words: string) =>
    [...((window as Kept).interfaceRoot?.querySelectorAll(query) ?? [])].find(
      (one) => one.checkVisibility() && one.textContent!.includes(words),
    ) ?? null;
  await page.waitForFunction(find, {}, selector, text);
  return (await page.evaluateHandle(find, selector, text)) as ElementHandle;
}

export async function pressOpenly(page: Page, name: string): Promise<void> {
  const button = await inside(page, 'button', name);
  if (name === 'Allow') await armed(button);
  await button.click();
}

export async function shareOpenly(stage: Stage, page: Page): Promise<Agent> {
  const agent = await stage.callAgent();
  await page.waitForFunction(() => 'Alongside' in window);
  await page.evaluate(
    (key) => (window as unknown as { Alongside: { join(key: string): void } }).Alongside.join(key),
    agent.securityKey,
  );
  await pressOpenly(page, 'Allow');
  await agent.hears('snapshot');
  // All that goes along with a session is there.
  await inside(page, '.handle');
  return agent;
}
