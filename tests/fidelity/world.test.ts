// The customer's world holds in the agent's browser, whatever the agent's own machine says: how documents are laid out.
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers } from '../harness/browsers.ts';
import type { PageServer } from '../harness/serve.ts';
import { groups, pathOf } from './cases/all.ts';
import type { Lab } from './lab.ts';
import { serveLab } from './serveLab.ts';

declare const lab: Lab;

let server: PageServer;
beforeAll(async () => {
  server = await serveLab();
});
afterAll(() => server?.close());

/** The place and size of every element, on both sides. */
const boxes = (page: Page) =>
  page.evaluate(() => {
    const of = (document: Document): string[] => [
      document.compatMode,
      ...[...document.querySelectorAll('body, body *')].flatMap((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const inner = (element as HTMLIFrameElement).contentDocument;
        return [`${element.localName} ${x} ${y} ${width} ${height}`, ...(inner ? of(inner) : [])];
      }),
    ];
    lab.flush();
    const isDrawn = (line: string) => !/^(script|style|alongside-placeholder) /.test(line);
    return [lab.customer.document, lab.live.viewer.frame.contentDocument!].map((document) =>
      of(document).filter(isDrawn),
    );
  });

describe.each(browsers)('in $name', ({ name: of, launch }) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  async function openLab(path: string): Promise<Page> {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/lab`);
    await page.evaluate((address) => lab.open(address), path);
    return page;
  }

  for (const [index, one] of groups['modes']!.entries()) {
    test(`[VIEW-7] ${of}: laid out alike: ${one.name}`, async () => {
      const page = await openLab(pathOf('modes', index, one));
      if (one.act) await page.evaluate(`(${one.act})(lab.customer)`);
      const [customer, viewer] = await boxes(page);
      expect(viewer).toEqual(customer);
      expect(customer!.length).toBeGreaterThan(5);
      await page.close();
    });
  }

  test(`[VIEW-7] ${of}: the three modes really differ`, async () => {
    const seen = new Set<string>();
    for (const index of [0, 2, 4]) {
      const page = await openLab(pathOf('modes', index, groups['modes']![index]!));
      seen.add(JSON.stringify((await boxes(page))[1]!.slice(1)));
      await page.close();
    }
    expect(seen.size).toBe(3);
  });
});
