// The customer's world holds in the agent's browser, whatever the agent's own machine says: how documents are laid out, what media queries
// answer, which colours are used.
import { isDeepStrictEqual } from 'node:util';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers } from '../harness/browsers.ts';
import { launchFirefox } from '../harness/firefox.ts';
import type { PageServer } from '../harness/serve.ts';
import { groups, pathOf } from './cases/all.ts';
import type { Lab } from './lab.ts';
import { serveLab } from './serveLab.ts';

declare const lab: Lab;

const patience = { timeout: 15_000, interval: 100 };

let server: PageServer;
beforeAll(async () => {
  server = await serveLab(mediaFiles);
});
afterAll(() => server?.close());

const asked = [
  '(prefers-color-scheme: dark)',
  '(prefers-color-scheme: light)',
  '(prefers-reduced-motion)',
  '(prefers-contrast: more)',
  '(prefers-contrast)',
  '(prefers-reduced-transparency: reduce)',
  '(forced-colors: none)',
  '(inverted-colors: none)',
  '(hover: none)',
  '(any-hover)',
  '(pointer: coarse)',
  '(any-pointer: fine)',
  '(min-resolution: 1.5dppx)',
  '(resolution < 1.5x)',
  '(-webkit-min-device-pixel-ratio: 2)',
  '(display-mode: browser)',
  '(scripting: none)',
  '(max-device-width: 1200px)',
  'print',
  'screen',
  'not print and (min-width: 900px)',
];
const lines = (kind: string) =>
  `<div id="${kind}">${asked.map((query) => `<p>${query.replace('<', '&lt;')}</p>`).join('')}</div>`;
const rules = (kind: string) =>
  asked
    .map((query, at) => `@media ${query} { #${kind} :nth-child(${at + 1}) { visibility: hidden } }`)
    .join('\n');
const only = (kind: string, at: number) => `#${kind} :nth-child(${at + 1}) { visibility: hidden }`;
const dot = (name: string) =>
  `data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20width='2'%20height='2'%20id='${name}'/%3E`;
const mediaPage = `<!doctype html><meta name="color-scheme" content="light dark"><style>${rules('sheet')} .scheme { color: light-dark(rgb(1, 1, 1), rgb(2, 2, 2)) }</style>
  ${asked.map((query, at) => `<style media="${query}">${only('attribute', at)}</style>`).join('')}
  <style>${asked.map((query, at) => `@import url(/only/${at}.css) ${query};`).join('')}</style>
  ${['sheet', 'constructed', 'attribute', 'imported'].map(lines).join('')}
  <i class="scheme">a</i><i class="scheme" style="color-scheme: light">b</i><i class="scheme" style="color-scheme: light dark">c</i>
  <picture><source media="(prefers-color-scheme: dark)" srcset="${dot('dark')}"><img src="${dot('light')}" alt></picture>
  <iframe srcdoc="<style>@media (prefers-color-scheme: dark) { body { color: rgb(7, 7, 7) } }</style>"></iframe>
  <script>const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(rules('constructed'))}); document.adoptedStyleSheets = [sheet]</script>`;
function mediaFiles(path: string) {
  if (path === '/media') return { body: mediaPage };
  const [, at] = /^\/only\/(\d+)\.css$/.exec(path) ?? [];
  return at === undefined
    ? undefined
    : {
        body: only('imported', Number(at)),
        type: 'text/css',
        headers: { 'access-control-allow-origin': '*' },
      };
}

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

  /** The customer's own browser, if its preferences are set when it is launched. */
  const launchCustomer = () => (of === 'Firefox' ? launchFirefox(preferences) : launch());

  test(`[VIEW-8] ${of}: what the customer's queries answer holds in every kind of sheet, and follows`, async () => {
    const elsewhere = await launchCustomer();
    const customer = await elsewhere.newPage();
    if (of === 'Chromium') await emulate(customer);
    await customer.goto(`${server.origin}/lab`);
    await customer.evaluate((address) => lab.open(address), '/media');
    const follow = followFrame(customer);
    await follow('dark');
    const agent = await browser.newPage();
    await agent.goto(`${server.origin}/lab`);
    /** A browser tells with its next frame what changed about it. */
    const compare = async () => {
      await expect
        .poll(async () => {
          const frames = await customer.evaluate(() => lab.takeFrames());
          await agent.evaluate((fresh) => lab.receive(fresh), frames);
          const [wanted, shown] = [
            await customer.evaluate(answers, 'customer'),
            await agent.evaluate(answers, 'shown'),
          ];
          return isDeepStrictEqual(shown, wanted) || [shown, wanted];
        }, patience)
        .toBe(true);
      return customer.evaluate(answers, 'customer');
    };
    const wanted = await compare();
    const ownAnswers = await agent.evaluate(
      (queries) => queries.filter((query) => matchMedia(query).matches),
      asked,
    );
    // The test is worth something only where the two browsers differ.
    expect(wanted.sheet).not.toEqual(ownAnswers);
    expect(wanted.sheet).toEqual(
      expect.arrayContaining([
        '(prefers-color-scheme: dark)',
        '(prefers-reduced-motion)',
        '(min-resolution: 1.5dppx)',
        'screen',
      ]),
    );
    expect(wanted.picture).toMatch(/dark/);
    expect(wanted.colours.slice(0, 3)).toEqual(['rgb(2, 2, 2)', 'rgb(1, 1, 1)', 'rgb(2, 2, 2)']);
    await follow('light');
    await customer.waitForFunction(
      () => lab.customer.matchMedia('(prefers-color-scheme: light)').matches,
    );
    const light = await compare();
    expect(light.sheet).toContain('(prefers-color-scheme: light)');
    expect(light.picture).toMatch(/light/);
    expect(light.colours[0]).toBe('rgb(1, 1, 1)');
    await customer.evaluate(
      () =>
        void (lab.customer.document.querySelector<HTMLMetaElement>('meta[name]')!.content = 'dark'),
    );
    expect((await compare()).colours[0]).toBe('rgb(2, 2, 2)');
    await agent.close();
    await elsewhere.close();
  });
});

const preferences = {
  'ui.prefersReducedMotion': 1,
  'ui.primaryPointerCapabilities': 1,
  'ui.allPointerCapabilities': 1,
  'layout.css.devPixelsPerPx': '2.0',
};

async function emulate(page: Page) {
  await page.setViewport({
    width: 1200,
    height: 800,
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
  });
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'prefers-contrast', value: 'more' },
      { name: 'prefers-reduced-transparency', value: 'reduce' },
    ],
  });
}

/** The frame that the lab opens the customer's page in says what is preferred in it. */
const followFrame = (page: Page) => (scheme: string) =>
  page.evaluate((value) => {
    (lab.customer.frameElement as HTMLElement).style.colorScheme = value;
  }, scheme);

/** Which queries hold, as the page's own styles show it; in a sheet, a constructed one, attributes, an import, a frame, a picture's sources. */
function answers(side: string) {
  const page = side === 'customer' ? lab.customer.document : lab.shown.frame.contentDocument!;
  const view = page.defaultView!;
  const found = (kind: string) =>
    [...page.querySelectorAll(`#${kind} p`)].flatMap((line) =>
      view.getComputedStyle(line).visibility === 'hidden' ? [line.textContent] : [],
    );
  const inner = page.querySelector('iframe')!.contentDocument!;
  return {
    sheet: found('sheet'),
    constructed: found('constructed'),
    attribute: found('attribute'),
    imported: found('imported'),
    framed: inner.defaultView!.getComputedStyle(inner.body).color,
    picture: page.querySelector('img')!.currentSrc,
    colours: [...page.querySelectorAll('.scheme')].map((one) => view.getComputedStyle(one).color),
  };
}
