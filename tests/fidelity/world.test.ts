// The customer's world holds in the agent's browser, whatever the agent's own machine says: how documents are laid out, what media queries
// answer, which colours are used, what is selected, which part is seen.
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers } from '../harness/browsers.ts';
import { launchChromium } from '../harness/chromium.ts';
import { launchFirefox } from '../harness/firefox.ts';
import type { PageServer } from '../harness/serve.ts';
import { groups, pathOf } from './cases/all.ts';
import type { Lab } from './lab.ts';
import { serveLab } from './serveLab.ts';
import { useLab } from './useLab.ts';

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
const selectionPage = `<!doctype html><style>body { margin: 0 } input, textarea { position: absolute; font: 20px/24px monospace; box-sizing: border-box; border: 2px solid; padding: 7px; left: 100px }
  #line { top: 50px; height: 60px; width: 300px } #area { top: 150px; width: 160px; height: 120px } #letters { font: 20px monospace; position: absolute; top: 600px }</style>
  <p id="one">One of many</p><p id="two">second</p><p id="masked" data-alongside="mask">hidden words</p><p id="edited" contenteditable style="position: absolute; top: 300px">editable</p>
  <input id="line" value="abcdefghij"><textarea id="area">first words and second words</textarea><input id="secret" type="password" style="top: 400px"><span id="letters">abcdefghij</span>`;
const herePage =
  '<!doctype html><meta name="viewport" content="width=device-width, initial-scale=1"><style>body { color: rgb(1, 0, 0) } @media (min-resolution: 2x) { body { color: rgb(2, 0, 0) } } p { height: 3000px }</style><body><p>here</p><script src="/lab.js"></script>';
function mediaFiles(path: string) {
  if (path === '/selection') return { body: selectionPage };
  if (path === '/lab-here') return { body: herePage };
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
  const { open, another } = useLab(launch, () => server);

  for (const [index, one] of groups['modes']!.entries()) {
    test(`[VIEW-7] ${of}: laid out alike: ${one.name}`, async () => {
      const page = await open(pathOf('modes', index, one));
      if (one.act) await page.evaluate(`(${one.act})(lab.customer)`);
      const [customer, viewer] = await boxes(page);
      expect(viewer).toEqual(customer);
      expect(customer!.length).toBeGreaterThan(5);
    });
  }

  test(`[VIEW-7] ${of}: the three modes really differ`, async () => {
    const seen = new Set<string>();
    for (const index of [0, 2, 4]) {
      const page = await open(pathOf('modes', index, groups['modes']![index]!));
      seen.add(JSON.stringify((await boxes(page))[1]!.slice(1)));
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
    const agent = await another();
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

  describe('what the customer has selected', () => {
    const selected = (page: Page) =>
      page.evaluate(() => {
        lab.flush();
        const inner = lab.live.viewer.frame.contentWindow as Window & typeof globalThis;
        const [highlight] = [...inner.CSS.highlights.values()];
        return {
          text: highlight ? String([...highlight][0]) : null,
          boxes: lab.live.viewer
            .selectionBoxes()
            .map(({ x, y, width, height }) => [x, y, width, height].map(Math.round)),
          focus: document.activeElement?.localName,
          innerFocus: inner.document.activeElement?.localName,
        };
      });
    const act = (page: Page, source: string) =>
      page.evaluate(`((document) => { ${source} })(lab.customer.document)`);

    test(`[VIEW-9] ${of}: the caret and the selection of a field are where its letters are`, async () => {
      const page = await open('/selection');
      /** The width of a letter, and the height of a line, in the fields' own font. */
      const letter = await page.evaluate(
        () => lab.customer.document.querySelector('#letters')!.getBoundingClientRect().width / 10,
      );
      await act(
        page,
        `const f = document.querySelector('#line'); f.focus(); f.setSelectionRange(4, 4)`,
      );
      const caret = await selected(page);
      expect(caret.boxes).toHaveLength(1);
      expect(Math.abs(caret.boxes[0]![0]! - (100 + 2 + 7 + 4 * letter))).toBeLessThanOrEqual(1);
      expect(caret.boxes[0]![2]).toBe(0);
      // A line of a field stands in its middle.
      expect(
        Math.abs(caret.boxes[0]![1]! + caret.boxes[0]![3]! / 2 - (50 + 30)),
      ).toBeLessThanOrEqual(1);
      await act(page, `document.querySelector('#line').setSelectionRange(2, 6)`);
      const range = await selected(page);
      expect(Math.abs(range.boxes[0]![2]! - 4 * letter)).toBeLessThanOrEqual(1);
      await act(
        page,
        `const f = document.querySelector('#area'); f.focus(); f.setSelectionRange(9, 14)`,
      );
      const broken = await selected(page);
      expect(new Set(broken.boxes.map(([, y]) => y)).size).toBe(2);
      expect(broken.boxes.at(-1)![1]! - broken.boxes[0]![1]!).toBeGreaterThan(15);
      await act(
        page,
        `const f = document.querySelector('#secret'); f.value = 'hunter2'; f.focus(); f.setSelectionRange(1, 3)`,
      );
      expect((await selected(page)).boxes).toEqual([]);
      expect(
        await page.evaluate(
          () => lab.live.viewer.frame.contentDocument!.querySelectorAll('div').length,
        ),
      ).toBe(await page.evaluate(() => lab.customer.document.querySelectorAll('div').length));
      const after = await selected(page);
      expect([after.focus, after.innerFocus]).not.toContain('input');
      expect(after.focus).not.toBe('textarea');
    });

    test(`[VIEW-9] ${of}: text of the page, across elements and in what can be edited`, async () => {
      const page = await open('/selection');
      const select = (from: string, at: number, to: string, until: number) =>
        act(
          page,
          `document.getSelection().setBaseAndExtent(document.querySelector('${from}').firstChild, ${at}, document.querySelector('${to}').firstChild, ${until})`,
        );
      await select('#one', 2, '#two', 3);
      expect((await selected(page)).text).toBe('e of manysec');
      await select('#two', 3, '#one', 2);
      expect((await selected(page)).text).toBe('e of manysec');
      await act(page, `document.querySelector('#one').firstChild.data = 'Changed'`);
      await select('#one', 0, '#two', 1);
      expect((await selected(page)).text).toBe('Changeds');
      await select('#edited', 3, '#edited', 3);
      const caret = await selected(page);
      const real = await page.evaluate(() => {
        const { x, y } = lab.customer.document
          .getSelection()!
          .getRangeAt(0)
          .getBoundingClientRect();
        return [x, y].map(Math.round);
      });
      expect(caret.text).toBeNull();
      expect(caret.boxes.map(([x, y]) => [x, y])).toEqual([real]);
      // A caret where nothing can be written is none.
      await select('#one', 3, '#one', 3);
      expect(await selected(page)).toMatchObject({ text: null, boxes: [] });
    });

    test(`[VIEW-9] ${of}: nothing of a selection that begins or ends in what is masked`, async () => {
      const page = await open('/selection');
      await act(
        page,
        `document.getSelection().setBaseAndExtent(document.querySelector('#one').firstChild, 2, document.querySelector('#masked').firstChild, 3)`,
      );
      expect(await selected(page)).toMatchObject({ text: null, boxes: [] });
    });
  });
});

test('[VIEW-10] the part of the page that a pinch has brought near is told, and gone when all is seen again', async () => {
  const browser = await launchChromium();
  const customer = await browser.newPage();
  await customer.setViewport({ width: 400, height: 600, isMobile: true, hasTouch: true });
  await customer.goto(`${server.origin}/lab-here`);
  await customer.evaluate(() => lab.openHere());
  const agent = await browser.newPage();
  await agent.goto(`${server.origin}/lab`);
  const seen = async () => {
    await agent.evaluate(
      (frames) => lab.receive(frames),
      await customer.evaluate(() => lab.takeFrames()),
    );
    return agent.evaluate(() => lab.page?.seen);
  };
  expect(await seen()).toBeNull();
  const session = await customer.createCDPSession();
  await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
  await expect.poll(seen, patience).toMatchObject({ width: 200, height: 300 });
  expect(await agent.evaluate(() => [lab.page?.width, lab.page?.height])).toEqual([400, 600]);
  await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1 });
  await expect.poll(seen, patience).toBeNull();
  await browser.close();
});

test('[VIEW-10] the page’s zoom changes its viewport and its pixel ratio', async () => {
  const browser = await launchChromium();
  const customer = await browser.newPage();
  await customer.setViewport({ width: 1000, height: 600 });
  await customer.goto(`${server.origin}/lab-here`);
  await customer.evaluate(() => lab.openHere());
  const agent = await browser.newPage();
  await agent.goto(`${server.origin}/lab`);
  const sharp = async () => {
    await agent.evaluate(
      (frames) => lab.receive(frames),
      await customer.evaluate(() => lab.takeFrames()),
    );
    return agent.evaluate(() => [
      lab.page?.width,
      getComputedStyle(lab.shown.frame.contentDocument!.body).color,
    ]);
  };
  expect(await sharp()).toEqual([1000, 'rgb(1, 0, 0)']);
  // As a browser does at 200 %: half the CSS pixels, each twice as large.
  await customer.setViewport({ width: 500, height: 300, deviceScaleFactor: 2 });
  await expect.poll(sharp, patience).toEqual([500, 'rgb(2, 0, 0)']);
  await browser.close();
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
