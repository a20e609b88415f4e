// What style sheets cost: about what changed in them, and nothing while they stay as they are.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers } from '../harness/browsers.ts';
import type { PageServer } from '../harness/serve.ts';
import { expectLaw } from './expectLaw.ts';
import type { Lab } from './lab.ts';
import { serveLab } from './serveLab.ts';
import { useLab } from './useLab.ts';

declare const lab: Lab;

let server: PageServer;

beforeAll(async () => {
  server = await serveLab((path) => {
    if (path === '/empty') return { body: '<!doctype html><p class="a">a</p><div id="t"></div>' };
    return undefined;
  });
});
afterAll(() => server?.close());

describe.each(browsers)('in $name', ({ name: of, launch }) => {
  const { open } = useLab(launch, () => server);

  async function openWith(prepare: string): Promise<Page> {
    const page = await open('/empty');
    await page.evaluate(`(${prepare})(lab.customer.document)`);
    await page.evaluate(() => lab.flush());
    return page;
  }

  test(`[MIRROR-40] ${of}: one rule more in a sheet of thousands is told as one rule`, async () => {
    const page = await openWith(`(d) => {
      const style = d.createElement('style');
      d.head.append(style);
      for (let i = 0; i < 4000; i++) style.sheet.insertRule('.r' + i + '{color:rgb(1,2,3);margin:' + i + 'px}', i);
    }`);
    const sizes = await page.evaluate(() => {
      const { frames } = lab.live;
      const { sheet } = lab.customer.document.querySelector('style')!;
      const rules = sheet!.cssRules;
      const sizeOf = (work: () => void) => {
        work();
        lab.flush();
        return frames.at(-1)!.length;
      };
      return [
        sizeOf(() => sheet!.insertRule('.a{font-size:31px}', 4000)),
        sizeOf(() => sheet!.deleteRule(7)),
        sizeOf(() => ((rules[9] as CSSStyleRule).style.color = 'red')),
        sizeOf(() => (sheet!.disabled = true)),
        sizeOf(() => (sheet!.disabled = false)),
      ];
    });
    expect(Math.max(...sizes)).toBeLessThan(100);
    await expectLaw(page);
  });

  test(`[MIRROR-40] ${of}: an edit that no wrapper saw leads to the whole sheet`, async () => {
    const page = await openWith(`(d) => {
      const style = d.createElement('style');
      d.head.append(style);
      style.sheet.insertRule('.a{color:rgb(1,1,1)}', 0);
    }`);
    await page.evaluate(() => {
      const { sheet } = lab.customer.document.querySelector('style')!;
      // The lab's own realm has methods that nobody wrapped.
      CSSStyleSheet.prototype.insertRule.call(sheet, '.a{font-size:31px}', 0);
      sheet!.insertRule('.a{background-color:rgb(4,4,4)}', 2);
    });
    await expectLaw(page);
  });

  test(`[MIRROR-41] ${of}: one sheet in a hundred shadow roots is sent once`, async () => {
    const page = await openWith(`(d) => {
      const css = 'p { color: rgb(1, 2, 3) } '.repeat(200);
      for (let i = 0; i < 100; i++) {
        const host = d.createElement('x-host');
        const style = d.createElement('style');
        style.textContent = css;
        host.attachShadow({ mode: 'open' }).append(style, d.createElement('p'));
        d.body.append(host);
      }
    }`);
    const bytes = await page.evaluate(() => lab.live.frames.at(-1)!.length);
    expect(bytes).toBeLessThan(20_000);
    await expectLaw(page);
  });

  test(`[MIRROR-42] ${of}: sheets and roots at rest are not asked for anything when something else changes`, async () => {
    const page = await openWith(`(d) => {
      for (let i = 0; i < 500; i++) {
        const host = d.createElement('x-host');
        const style = d.createElement('style');
        style.textContent = 'p{}';
        host.attachShadow({ mode: 'open' }).append(style);
        d.body.append(host);
      }
    }`);
    const reads = await page.evaluate(async () => {
      const { customer, live } = lab;
      const shown = customer.document;
      // The slow rhythm rests on a hidden page.
      Object.defineProperty(shown, 'visibilityState', { value: 'hidden' });
      let count = 0;
      for (const [target, name] of [
        [customer.ShadowRoot.prototype, 'adoptedStyleSheets'],
        [customer.HTMLStyleElement.prototype, 'sheet'],
        [customer.CSSStyleSheet.prototype, 'cssRules'],
        [customer.StyleSheet.prototype, 'disabled'],
      ] as const) {
        const before = Object.getOwnPropertyDescriptor(target, name)!;
        Object.defineProperty(target, name, {
          ...before,
          get(this: unknown) {
            count++;
            return before.get!.call(this);
          },
        });
      }
      const sent = live.frames.length;
      for (let i = 0; live.frames.length < sent + 5 && i < 200; i++) {
        shown.querySelector('p')!.textContent = String(i);
        await new Promise((done) => requestAnimationFrame(done));
      }
      return { count, batches: live.frames.length - sent };
    });
    expect(reads).toEqual({ count: 0, batches: 5 });
  });
});
