// What the agent's browser cannot load by itself, in real browsers: it arrives as the customer sees it, or as a box that says why not.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers } from '../harness/browsers.ts';
import { servePages } from '../harness/serve.ts';
import type { PageServer } from '../harness/serve.ts';
import { assetPages, createServed } from './assetPages.ts';
import { expectLaw } from './expectLaw.ts';
import type { Lab } from './lab.ts';
import { serveLab } from './serveLab.ts';
import { useLab } from './useLab.ts';

declare const lab: Lab;

let server: PageServer;
let elsewhere: PageServer;
let visits = 0;

beforeAll(async () => {
  elsewhere = await servePages(createServed());
  const served = createServed();
  server = await serveLab((path, headers) => {
    const page = assetPages[path.replace('/assets/', '')];
    if (page) return { body: `<!doctype html><body>${page(elsewhere.origin, visits++)}` };
    return served(path, headers);
  });
});
afterAll(async () => {
  await server?.close();
  await elsewhere?.close();
});

/** Waits until what the viewer shows there has this colour in its middle. */
const expectShows = async (page: Page, selector: string, colour: readonly number[]) =>
  expect(await page.evaluate((of, wanted) => lab.shows(of, wanted), selector, colour)).toBe('it');

const red = [255, 0, 0] as const;
const green = [0, 128, 0] as const;
const blue = [0, 0, 255] as const;

/** What the viewer says in the place of a picture, and how large that is. */
const says = (page: Page, selector: string) => page.evaluate((of) => lab.labelOf(of), selector);

const act = (page: Page, script: string) =>
  page.evaluate(`(async (w, d) => { ${script} })(lab.customer, lab.customer.document)`);

/** Of both sides, once they are the same. */
async function expectSameBox(page: Page, selector: string): Promise<void> {
  await page.waitForFunction(
    (of) => {
      const sizes = [lab.customer.document, lab.live.viewer.frame.contentDocument!].map((one) => {
        const { width, height } = one.querySelector(of)!.getBoundingClientRect();
        return `${width} ${height}`;
      });
      return sizes[0] === sizes[1];
    },
    {},
    selector,
  );
}

const kindsSent = (page: Page) => page.evaluate(() => lab.kinds());

describe.each(browsers)('in $name', ({ name: of, launch }) => {
  const { open, renew } = useLab(launch, () => server);
  /** Of its own: nothing that an earlier page has loaded or drawn is at hand. */
  async function openPage(name: string): Promise<Page> {
    await renew();
    return open(`/assets/${name}`);
  }

  test(`[ASSET-2] ${of}: a canvas keeps its size and shows what is drawn, again when it changes`, async () => {
    const page = await openPage('canvas');
    await expectShows(page, '#c', red);
    await expectLaw(page);
    await act(
      page,
      `w.fill('c', 'blue'); d.querySelector('iframe').contentWindow.parent.fill.call(null, 'c', 'blue');
      const g = d.querySelector('iframe').contentDocument.querySelector('canvas').getContext('2d'); g.fillStyle = 'green'; g.fillRect(0, 0, 99, 99);`,
    );
    await expectShows(page, '#c', blue);
    await expectShows(page, 'iframe #i', green);
    await expectShows(page, '#h #s', green);
    await act(
      page,
      `d.querySelector('#c').width = 200; w.fill('c', 'green'); d.querySelector('#c').style.opacity = '.9'`,
    );
    await expectShows(page, '#c', green);
    await expectLaw(page);
  });

  test(`[ASSET-2] ${of}: WebGL is shown as it is drawn, in a loop and once in a while`, async () => {
    const looping = await openPage('loop');
    const hasWebgl = await looping.evaluate(() => 'gl' in lab.customer && lab.customer.gl !== null);
    // Firefox has none on a machine without graphics.
    expect(hasWebgl || of === 'Firefox').toBe(true);
    if (!hasWebgl) return;
    await expectShows(looping, '#c', [0, 0, 0]);
    await act(looping, 'w.eval("b = 1")');
    await expectShows(looping, '#c', blue);
    const page = await openPage('once');
    // Asked for, and so listened to.
    await page.waitForFunction(() => lab.kinds()['assetFound']);
    for (const colour of [red, green, blue]) {
      await act(page, `w.draw(${colour.map((part) => part / 255).join()})`);
      await expectShows(page, '#c', colour);
    }
    // Many times in quick succession: the last one counts.
    await act(
      page,
      `for (let i = 0; i < 9; i++) { w.draw(0, i / 9, 1); await new Promise((done) => w.requestAnimationFrame(done)); } w.draw(1, 0, 0)`,
    );
    await expectShows(page, '#c', red);
  });

  test(`[ASSET-10] ${of}: a canvas that holds a picture of another origin is a box of its size that says so`, async () => {
    const page = await openPage('tainted');
    await page.waitForFunction(() => lab.labelOf('#c')?.startsWith('300x90'));
    expect(await says(page, '#c')).toBe('300x90 Holds a picture of another site');
    await page.waitForFunction(() => lab.labelOf('#i'));
    expect(await says(page, '#i')).toBe('300x100 Holds a picture of another site');
    for (const selector of ['#c', '#i']) await expectSameBox(page, selector);
  });

  test(`[ASSET-3] ${of}: what only this page's own memory holds, also when it was let go`, async () => {
    const page = await openPage('blob');
    await expectShows(page, '#i', red);
    await expectShows(page, '#r', blue);
    await expectShows(page, '#s', green);
    await expectShows(page, '.b', blue);
    await expectSameBox(page, '#r');
  });

  test(`[ASSET-3] ${of}: what is behind a login, or given once: pictures, backgrounds, posters, fonts`, async () => {
    const page = await openPage('login');
    await expectShows(page, '#i', red);
    await expectShows(page, '#o', blue);
    await expectShows(page, '#b', green);
    await expectShows(page, '#s', blue);
    await expectShows(page, '#v', red);
    await page.waitForFunction(() => lab.customer.document.fonts.check('40px Icons'));
    await expectSameBox(page, '#f');
    await page.waitForFunction(() =>
      lab.live.viewer.frame
        .contentDocument!.querySelector('#g')!
        .getAttribute('href')!
        .startsWith('blob:'),
    );
  });

  test(`[ASSET-5] ${of}: of a picture's sources, the one that the customer sees`, async () => {
    const page = await openPage('sources');
    for (const [selector, colour] of [
      ['#x', red],
      ['#p', green],
      ['#n', blue],
      ['#l', red],
    ] as const)
      await expectShows(page, selector, colour);
    for (const selector of ['#x', '#w', '#p', '#n']) await expectSameBox(page, selector);
    await act(
      page,
      `d.querySelector('#x').srcset = '/green.png 1x'; d.querySelector('#p').parentElement.firstElementChild.srcset = '/blue.png'`,
    );
    await expectShows(page, '#x', green);
    await expectShows(page, '#p', blue);
  });

  test(`[ASSET-12] ${of}: parts of another file that drawings use, and nothing of it that acts`, async () => {
    const page = await openPage('used');
    const sizes = (selector: string) =>
      page.evaluate(
        (find) =>
          [lab.customer.document, lab.live.viewer.frame.contentDocument!].map((one) => {
            const { width, height } = one.querySelector<SVGGraphicsElement>(find)!.getBBox();
            return `${width} ${height}`;
          }),
        `${selector} use`,
      );
    for (const [selector, size] of [
      ['#u', '40 40'],
      ['#x', '40 40'],
      ['#p', '9 9'],
      ['#l', '40 40'],
    ]) {
      await page.waitForFunction(
        (find, wanted) => {
          lab.flush();
          const shown = lab.live.viewer.frame.contentDocument!;
          const box = shown.querySelector<SVGGraphicsElement>(find!)?.getBBox();
          return box && `${box.width} ${box.height}` === wanted;
        },
        {},
        `${selector} use`,
        size,
      );
      expect(await sizes(selector!)).toEqual([size, size]);
    }
    const told = await page.evaluate(async () => {
      const shown = lab.live.viewer.frame.contentDocument!;
      const hrefs = [...shown.querySelectorAll('use')].map(
        (use) =>
          use.getAttribute('href') ?? use.getAttributeNS('http://www.w3.org/1999/xlink', 'href'),
      );
      const copies = hrefs.filter((href) => href?.startsWith('blob:'));
      const texts = await Promise.all(copies.map(async (href) => (await fetch(href!)).text()));
      return { hrefs: hrefs.map((href) => href?.replace(/^blob:.*#/, 'copy#') ?? null), texts };
    });
    expect(told.hrefs).toEqual(['copy#cart', 'copy#heart', 'copy#picture', '#own', null]);
    expect(told.texts).toHaveLength(3);
    for (const text of told.texts)
      expect(text).not.toMatch(/script|onload|onclick|evil|iframe|foreignObject|animate/i);
  });

  test(`[ASSET-4] ${of}: the frame of a video that has no address`, async () => {
    const page = await openPage('stream');
    await expectShows(page, '#v', red);
    await expectSameBox(page, '#v');
    await act(page, `w.colour = 'blue'`);
    await expectShows(page, '#v', blue);
  });

  test(`[ASSET-6] ${of}: nothing of a masked or blocked picture leaves, whoever asks`, async () => {
    const page = await openPage('masked');
    await expectShows(page, '#e', red);
    await act(page, `d.querySelector('#later').dataset.alongside = 'mask'; w.fill('e', 'blue')`);
    await page.evaluate(() => lab.flush());
    const before = await kindsSent(page);
    await page.evaluate(async (origin) => {
      const { ids, assets } = lab.live;
      const nodes = ['#c', '#i', '#v', '#d', '#e', 'p', '#later', 'div'].map((selector) =>
        ids.idOf(lab.customer.document.querySelector(selector)),
      );
      const addresses = nodes.flatMap((node) =>
        ['red', 'green'].map((name) => ({ node, address: `${origin}/login/${name}.png` })),
      );
      assets.wanted({
        kind: 'assetWanted',
        pictures: nodes,
        addresses: addresses.slice(0, 24),
        hashes: [],
      });
      for (let asked = 0; asked < 20; asked++) await new Promise((done) => setTimeout(done, 50));
    }, server.origin);
    const after = await kindsSent(page);
    expect(after['asset']).toBe(before['asset']);
    const answers = await page.evaluate(() => lab.answers());
    expect(new Set(answers.slice(before['assetFound'] ?? 0))).toEqual(new Set(['missing masked']));
  });

  test(`[ASSET-7] ${of}: an agent's side that lies gets nothing that does not stand where it says`, async () => {
    const page = await openPage('gone');
    await expectShows(page, '#i', red);
    const requests = server.requests.length;
    const seen = await page.evaluate(async (origin) => {
      const { ids, assets } = lab.live;
      const before = lab.answers().length;
      const idOf = (selector: string) => ids.idOf(lab.customer.document.querySelector(selector));
      const ask = (node: number, address: string) => ({ node: node as never, address });
      assets.wanted({
        kind: 'assetWanted',
        pictures: [idOf('body'), 999_999 as never],
        addresses: [
          ask(idOf('#none'), `${origin}/login/red.png`),
          ask(idOf('#i'), `${origin}/secret`),
          ask(idOf('body'), `${origin}/login/red.png`),
          ask(idOf('#i'), 'file:///etc/passwd'),
          ask(999_999, `${origin}/login/red.png`),
          ask(0, `${origin}/login/red.png`),
        ],
        hashes: ['00'.repeat(32) as never],
      });
      while (lab.answers().length < before + 3) await new Promise((done) => setTimeout(done, 20));
      return lab.answers().slice(before);
    }, server.origin);
    expect(seen).toEqual(['missing gone', 'missing gone', 'missing gone']);
    expect(server.requests.slice(requests).filter((path) => path !== '/favicon.ico')).toEqual([]);
    // An address that stands there and answers a page: not a byte of it.
    expect(await page.evaluate(() => lab.sent())).not.toContain('canary-of-an-account');
  });

  test(`[ASSET-9] ${of}: what is too large stays, and its place says so`, async () => {
    const page = await openPage('large');
    await page.waitForFunction(() => lab.labelOf('#c')?.startsWith('5000x5000'));
    expect(await says(page, '#c')).toBe('5000x5000 Too large to be sent');
    await expectSameBox(page, '#c');
    expect((await kindsSent(page))['asset'] ?? 0).toBe(0);
  });

  test(`[ASSET-8] ${of}: bytes leave once, and another session has them at hand`, async () => {
    const first = await openPage('many');
    await expectShows(first, '#i', red);
    await expectShows(first, '#c', blue);
    await first.evaluate(() => lab.kept(2));
    await first.evaluate(() => lab.live.mirror.snapshot());
    await expectShows(first, '#i', red);
    await expectShows(first, '#c', blue);
    const sent = (await kindsSent(first))['asset'];
    const second = await openPage('many');
    await expectShows(second, '#i', red);
    await expectShows(second, '#c', blue);
    expect((await kindsSent(second))['asset'] ?? 0).toBe(0);
    expect(sent).toBeLessThanOrEqual(2);
  });
});
