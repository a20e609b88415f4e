// The sanitiser, in the browser whose elements it judges.
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle } from '../../tests/harness/bundle.ts';
import { launchChromium } from '../../tests/harness/chromium.ts';
import type * as Screen from './screen.ts';

declare const screen_: typeof Screen;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
  const code = await bundle(fileURLToPath(new URL('screen.ts', import.meta.url)));
  await page.evaluate(`${code}; globalThis.screen_ = bundle`);
});
afterAll(() => browser?.close());

const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';
const element = (namespace: string, name: string) =>
  page.evaluate((ns, local) => screen_.screenElement(ns, local).name, namespace, name);
const attribute = (on: string, name: string, value: string) =>
  page.evaluate(
    (...[local, key, text]) =>
      screen_.screenAttribute(local, key, text, {
        resolve: (address) => screen_.resolveAsset(address, 'https://shop.example/'),
        used: () => null,
        css: (css) => css,
        media: (queries) => queries,
      })?.value ?? null,
    on,
    name,
    value,
  );

test.each([
  'script',
  'object',
  'embed',
  'base',
  'meta',
  'noscript',
  'template',
  'fencedframe',
  'SCRIPT',
])('[VIEW-2] %s does not exist in the viewer', async (name) =>
  expect((await element(HTML, name)).toLowerCase()).not.toBe(name.toLowerCase()),
);

test('[VIEW-2] what has no behaviour keeps its name: plain, custom and unknown elements', async () => {
  for (const name of ['div', 'table', 'dialog', 'x-card', 'foo', 'selectlist'])
    expect(await element(HTML, name)).toBe(name);
  expect(await element(SVG, 'script')).toBe('g');
  expect(await element(SVG, 'linearGradient')).toBe('linearGradient');
  expect(await element('urn:odd', 'script')).toBe('script');
});

test.each(['x:script', 'x:iframe', 'x:object', 'x:meta', 'x:link', 'x:base', 'x-slot:title', 'a:'])(
  '[VIEW-2] %s is one unknown word, not what stands after its colon',
  async (name) => {
    const made = await page.evaluate((local) => {
      const { constructor, localName } = screen_.createScreened(
        document,
        'http://www.w3.org/1999/xhtml',
        local,
      );
      return [constructor.name, localName];
    }, name);
    expect(['HTMLUnknownElement', 'HTMLElement', 'Element']).toContain(made[0]);
    expect([name, 'alongside-placeholder']).toContain(made[1]);
  },
);

test('[VIEW-2] a name that the DOM does not take stops nothing', async () => {
  for (const namespace of [HTML, SVG, 'urn:odd', ''])
    for (const name of ['a:b:c', 'a:', 'p"x', '1', '', 'x<y', '__proto__'])
      expect(
        await page.evaluate(
          (...[ns, local]) => screen_.createScreened(document, ns, local).nodeType,
          namespace,
          name,
        ),
      ).toBe(1);
});

test.each([
  ['div', 'onclick', 'x()'],
  ['iframe', 'src', 'https://a.example'],
  ['iframe', 'srcdoc', '<p>'],
  ['track', 'src', 'https://a.example'],
  ['a', 'ping', 'https://a.example'],
  ['a', 'target', '_top'],
  ['a', 'download', ''],
  ['form', 'action', '/x'],
  ['button', 'formaction', '/x'],
  ['input', 'autofocus', ''],
  ['video', 'autoplay', ''],
  ['button', 'popovertarget', 'x'],
  ['use', 'href', 'https://a.example/#x'],
  ['img', 'src', 'javascript:x'],
  ['img', 'src', 'file:///etc/passwd'],
  ['img', 'src', 'data:text/html,x'],
  ['animate', 'attributeName', 'xlink:href'],
  ['set', 'to', 'javascript:x'],
  ['div', 'tabindex', '0'],
  ['div', 'alongside-masked', ''],
])('[VIEW-2] %s %s="%s" does not exist in the viewer', async (...given) =>
  expect(await attribute(...given)).toBeNull(),
);

test('[VIEW-2] a link looks like one and leads nowhere', async () => {
  expect(await attribute('a', 'href', 'https://a.example/')).toBe('#');
  expect(await attribute('a', 'href', 'javascript:x')).toBe('#');
});

test('[VIEW-2] pictures are loaded from where the page has them', async () => {
  expect(await attribute('img', 'src', 'a.png')).toBe('https://shop.example/a.png');
  expect(await attribute('img', 'srcset', 'a.png 1x, javascript:x 2x')).toBe(
    'https://shop.example/a.png 1x',
  );
});

test('[VIEW-6] no field or picture is called as a property of its form or document is; elsewhere names stay', async () => {
  for (const on of ['input', 'button', 'img', 'form'])
    for (const name of ['id', 'name'])
      for (const value of ['parentNode', 'firstChild', 'host', 'attributes', 'createElement'])
        expect(await attribute(on, name, value)).toBe(null);
  expect(await attribute('slot', 'name', 'prefix')).toBe('prefix');
  expect(await attribute('p', 'id', 'prefix')).toBe('prefix');
  expect(await attribute('input', 'id', 'title')).toBe('title');
  expect(await attribute('input', 'name', 'email')).toBe('email');
});
