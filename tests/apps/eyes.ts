// Finding by name and reading, on a page as on the mirror in the panel: `seen` is the expression of the document that is looked at.
import type { Page } from 'puppeteer-core';
import { locate } from './locate.ts';
import type { Located } from './locate.ts';
import { readAll } from './readAll.ts';

const PATIENCE = { timeout: 15_000 };

/** Waits until it is there and lies still. */
export async function find(page: Page, seen: string, name: string): Promise<Located> {
  const found = await page.waitForFunction(
    `(() => {
      const seen = ${seen};
      const at = seen?.body ? (${locate})(seen, ${JSON.stringify(name)}) : null;
      const still = window.lastFound === JSON.stringify(at);
      window.lastFound = JSON.stringify(at);
      return still ? at : null;
    })()`,
    PATIENCE,
  );
  return (await found.jsonValue()) as Located;
}

export async function reads(page: Page, seen: string, words: string): Promise<void> {
  await page.waitForFunction(
    `${seen}?.body && (${readAll})(${seen}).includes(${JSON.stringify(words)})`,
    PATIENCE,
  );
}
