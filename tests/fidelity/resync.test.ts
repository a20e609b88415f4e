// One recovery path, in a real browser: whatever does not fit leads to a fresh snapshot, and nothing else.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../harness/chromium.ts';
import type { Lab } from './lab.ts';
import { serveLab } from './serveLab.ts';
import { useLab } from './useLab.ts';
import type { PageServer } from '../harness/serve.ts';

declare const lab: Lab;

let server: PageServer;
beforeAll(async () => {
  server = await serveLab();
});
afterAll(() => server?.close());
const { open } = useLab(launchChromium, () => server);

const state = (page: Page) =>
  page.evaluate(async () => {
    const resyncs = lab.live.resyncs;
    const { live, late } = await lab.compare();
    return { resyncs, alike: JSON.stringify(live) === JSON.stringify(late) };
  });

test('[VIEW-3] a gap in the sequence', async () => {
  const page = await open('/text');
  await page.evaluate(() => {
    lab.live.viewer.apply({ kind: 'batch', sequence: 99, ops: new Uint8Array([0, 0]) });
    lab.customer.document.body.append('afterwards');
  });
  expect(await state(page)).toEqual({ resyncs: 1, alike: true });
});

test('[VIEW-3] ops that do not hold together, or name an unknown node', async () => {
  const page = await open('/text');
  const sequence = await page.evaluate(() => lab.live.frames.length + 1);
  await page.evaluate((next) => {
    // remove, one node, number 127: nobody has it.
    lab.live.viewer.apply({
      kind: 'batch',
      sequence: next,
      ops: new Uint8Array([3, 4, 1, 127, 0]),
    });
  }, sequence);
  expect(await state(page)).toEqual({ resyncs: 1, alike: true });
});

test('[VIEW-6] a page that goes deeper than anybody builds is refused, and the viewer lives on', async () => {
  const page = await open('/text');
  const found = await page.evaluate(() => {
    const { document } = lab.customer;
    let at: Element = document.body;
    for (let depth = 0; depth < 1500; depth++) at = at.appendChild(document.createElement('p'));
    lab.flush();
    const { resyncs } = lab.live;
    document.body.replaceChildren('short again');
    lab.live.mirror.snapshot();
    return [resyncs, lab.live.viewer.frame.contentDocument!.body.textContent];
  });
  expect(found).toEqual([1, 'short again']);
});

test('[VIEW-3] snapshots that never fit are asked for ever more slowly, not in a storm', async () => {
  const page = await open('/text');
  const asked = await page.evaluate(async () => {
    const before = lab.live.resyncs;
    for (let i = 0; i < 200; i++) {
      lab.live.viewer.apply({ kind: 'snapshot', sequence: i, ops: new Uint8Array([1, 255, 0]) });
    }
    await new Promise((done) => requestAnimationFrame(done));
    return lab.live.resyncs - before;
  });
  expect(asked).toBeLessThan(3);
});

test('[VIEW-3] HTML that never parses to what it says is asked for ever more slowly, too', async () => {
  const page = await open('/text');
  const asked = await page.evaluate(async () => {
    const before = lab.live.inexact;
    const { ops } = lab.wrongHtml();
    // Nobody answers with anything better.
    lab.live.mirror.stop();
    for (let i = 0; i < 200; i++) lab.live.viewer.apply({ kind: 'snapshot', sequence: i, ops });
    await new Promise((done) => requestAnimationFrame(done));
    return lab.live.inexact - before;
  });
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThan(10);
});

test('[VIEW-4] no sheet comes in by another way than its own op', async () => {
  const page = await open('/text');
  const refused = await page.evaluate(() => {
    const before = lab.live.resyncs + lab.live.inexact;
    const { ops } = lab.wrongHtml(
      '<style>p { background: url(https://elsewhere.example/) }</style>',
    );
    lab.live.viewer.apply({ kind: 'snapshot', sequence: 1, ops });
    return lab.live.resyncs + lab.live.inexact - before;
  });
  expect(refused).toBe(1);
});

test('[MIRROR-1] a page that follows on a scrolled one begins where it is scrolled to itself', async () => {
  const page = await open('/scroll');
  const tops = await page.evaluate(async () => {
    const nextFrame = () => new Promise((done) => lab.customer.requestAnimationFrame(done));
    const top = () => lab.live.viewer.frame.contentDocument!.scrollingElement!.scrollTop;
    lab.customer.scrollTo(0, 500);
    await nextFrame();
    await nextFrame();
    lab.flush();
    const scrolled = top();
    lab.customer.scrollTo(0, 0);
    lab.live.mirror.snapshot();
    return [scrolled, top()];
  });
  expect(tops).toEqual([500, 0]);
});

test('[MIRROR-3] what was wrapped while sharing is as it was when the mirror has stopped', async () => {
  const page = await open('/text');
  const same = await page.evaluate(() => {
    const { customer } = lab;
    const now = () => [
      customer.CSSStyleSheet.prototype.insertRule,
      customer.Element.prototype.attachShadow,
      customer.CSSStyleDeclaration.prototype.setProperty,
      Object.getOwnPropertyDescriptor(customer.Document.prototype, 'adoptedStyleSheets')!.set,
    ];
    const wrapped = now();
    lab.live.mirror.stop();
    const restored = now();
    return {
      wrapped: wrapped.filter((each) => !/native code/.test(String(each))).length,
      restored: restored.filter((each) => /native code/.test(String(each))).length,
    };
  });
  expect(same).toEqual({ wrapped: 4, restored: 4 });
});
