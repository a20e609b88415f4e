// The law of fidelity, in a real browser: after any run of changes the viewer's page equals that of a fresh snapshot, which equals
// the customer's page as the policy lets it be seen.
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { browsers } from '../harness/browsers.ts';
import type { PageServer } from '../harness/serve.ts';
import { expectLaw } from './expectLaw.ts';
import type { Lab } from './lab.ts';
import { groups, pathOf } from './cases/all.ts';
import { serveLab } from './serveLab.ts';

declare const lab: Lab;

let server: PageServer;

beforeAll(async () => {
  server = await serveLab();
});
afterAll(() => server?.close());

async function openLab(browser: Browser, path: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${server.origin}/lab`);
  await page.evaluate((address) => lab.open(address), path);
  return page;
}

describe.each(browsers)(
  'in $name the viewer shows what the customer sees',
  ({ name: of, launch }) => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launch();
    });
    afterAll(() => browser?.close());

    for (const [group, cases] of Object.entries(groups)) {
      for (const [index, one] of cases.entries()) {
        test(`[MIRROR-1]${group === 'cascade' ? ' [MIRROR-44]' : ''} ${of}: ${group}: ${one.name}`, async () => {
          const page = await openLab(browser, pathOf(group, index, one));
          await expectLaw(page);
          if (one.act) {
            await page.evaluate(`(${one.act})(lab.customer)`);
            await expectLaw(page);
          }
          await page.close();
        });
      }
    }

    /** Seeds that once failed stay; one is new with every run. */
    const seeds = [
      1,
      2,
      3,
      4,
      5,
      1004,
      1007,
      1012,
      1014,
      1019,
      1437863736,
      Math.floor(Math.random() * 2 ** 31),
    ];
    for (const seed of seeds) {
      test(`[MIRROR-1] ${of}: after random changes, seed ${seed}`, async () => {
        const page = await openLab(browser, '/random');
        for (let round = 0; round < 12; round++) {
          await page.evaluate((at) => lab.mutate(at, 25), seed * 1000 + round);
          await expectLaw(page);
        }
        await page.close();
      });
    }
  },
);
