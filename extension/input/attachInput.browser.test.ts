// The agent's gestures in real Chromium, with real mouse and keyboard events, over a stand-in viewer at half size.
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bundle } from '../../tests/harness/bundle.ts';
import { launchChromium } from '../../tests/harness/chromium.ts';

/** Each box 200 × 100 in the customer's page, so 100 × 50 here; ids count from the body, which is 1. */
const body = `<style>.box { display: block; width: 200px; height: 100px; box-sizing: border-box; margin: 0 }</style>
<div class=box id=plain>Two</div>
<div class=box data-reason=masked>Masked</div>
<select class=box><option>One<option selected>Two</select>
<input class=box type=date value=2026-11-23>`;
const ids = { plain: 3, masked: 4, select: 5, date: 8 };

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  script = await bundle(fileURLToPath(new URL('testing/inPage.ts', import.meta.url)));
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  await page?.close();
  page = await browser.newPage();
  await page.setContent('<!doctype html><body>');
  await page.addScriptTag({ content: script });
  await page.evaluate((html) => window.desk.start(html), body);
});

type Desk = Window['desk'];
const choose = (tool: Desk['tool'], write = false) =>
  page.evaluate(
    (chosen, writes) => {
      window.desk.tool = chosen;
      window.desk.write = writes;
    },
    tool,
    write,
  );
const told = async () => {
  await page.evaluate(() => window.desk.frame());
  return page.evaluate(() => window.desk.told);
};
const actions = async () => {
  await page.evaluate(() => window.desk.frame());
  return page.evaluate(() => window.desk.actions());
};
const asked = async () => {
  await page.evaluate(() => window.desk.frame());
  return page.evaluate(() => window.desk.asked);
};

describe('the pointer', () => {
  test('[INPUT-1] is told once a frame, the latest place kept, and gone when it leaves', async () => {
    const found = await page.evaluate(async () => {
      const surface = document.querySelector('#surface')!;
      for (let x = 1; x <= 50; x++)
        surface.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: 25 }));
      await window.desk.frame();
      surface.dispatchEvent(new PointerEvent('pointerleave'));
      return window.desk.told;
    });
    expect(found).toEqual([
      { kind: 'pointer', gone: false, at: { node: ids.plain, x: 0.5, y: 0.5 } },
      { kind: 'pointer', gone: true, at: { node: ids.plain, x: 0.5, y: 0.5 } },
    ]);
  });

  test('the reason of what is grey is told when it changes', async () => {
    await page.mouse.move(50, 75);
    await page.mouse.move(60, 80);
    await asked();
    await page.mouse.move(50, 25);
    expect(await asked()).toEqual([{ reason: 'masked' }, { reason: null }]);
  });
});

describe('marks', () => {
  test('a highlight is shown before the click, set by it, and cleared by the next', async () => {
    await choose('highlight');
    await page.mouse.move(50, 25);
    expect(await asked()).toEqual([{ hover: ids.plain }]);
    await page.mouse.click(50, 25);
    await page.mouse.click(50, 25);
    const highlights = (await told()).filter(({ kind }) => kind === 'highlight');
    expect(highlights).toEqual([
      { kind: 'highlight', node: ids.plain },
      { kind: 'highlight', node: 0 },
    ]);
  });

  test('arrow keys widen a highlight to what is around it and back', async () => {
    await choose('highlight');
    await page.mouse.click(50, 25);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    expect(await asked()).toEqual([{ hover: ids.plain }, { hover: 1 }, { hover: ids.plain }]);
    expect((await told()).findLast(({ kind }) => kind === 'highlight')).toMatchObject({ node: 1 });
  });

  test('[INPUT-2] a stroke is anchored to the node under its first point', async () => {
    await choose('draw');
    await page.mouse.move(10, 60);
    await page.mouse.down();
    await page.mouse.move(20, 70);
    await told();
    await page.mouse.move(30, 120);
    await page.mouse.up();
    const chunks = (await told()).filter((message) => message.kind === 'annotation');
    expect(chunks.length).toBeGreaterThan(1);
    expect(new Set(chunks.map(({ id, anchor, colour }) => `${id} ${anchor} ${colour}`))).toEqual(
      new Set([`1 ${ids.masked} 2`]),
    );
    expect(chunks.flatMap(({ points }) => points)).toEqual([
      { x: 20, y: 20 },
      { x: 40, y: 40 },
      { x: 60, y: 140 },
    ]);
  });

  test('a comment is asked for at the place that was clicked', async () => {
    await choose('comment');
    await page.mouse.click(50, 25);
    expect(await asked()).toEqual([{ comment: ids.plain }]);
  });
});

describe('commands leave in write mode only', () => {
  test('[INPUT-4] nothing is sent without it, whatever is pressed', async () => {
    await choose('control', false);
    await page.mouse.click(50, 25);
    await page.mouse.wheel({ deltaY: 100 });
    await page.keyboard.type('abc');
    await page.keyboard.press('Enter');
    expect(await actions()).toEqual([]);
  });

  test('clicks: plain, double, with modifiers, for the context menu', async () => {
    await choose('control', true);
    await page.mouse.click(50, 25, { count: 2 });
    await page.keyboard.down('Control');
    await page.mouse.click(50, 25);
    await page.keyboard.up('Control');
    await page.mouse.click(50, 25, { button: 'right' });
    const clicks = (await actions()).filter((action) => action.type === 'click');
    expect(clicks.map(({ button, count, modifiers }) => [button, count, modifiers])).toEqual([
      [0, 1, 0],
      [0, 2, 0],
      [0, 1, 2],
      [2, 1, 0],
    ]);
    expect(clicks[0]?.place).toEqual({ node: ids.plain, x: 0.5, y: 0.5 });
  });

  test('the wheel scrolls once a frame by all that was turned', async () => {
    await choose('control', true);
    const found = await page.evaluate(async () => {
      const surface = document.querySelector('#surface')!;
      for (let turn = 0; turn < 3; turn++)
        surface.dispatchEvent(
          new WheelEvent('wheel', { clientX: 50, clientY: 25, deltaY: 10, cancelable: true }),
        );
      await window.desk.frame();
      return window.desk.actions();
    });
    expect(found).toMatchObject([{ type: 'scroll', dx: 0, dy: 60, place: { node: ids.plain } }]);
  });

  test('typing, keys, pasting and what an input method composes', async () => {
    await choose('control', true);
    await page.mouse.click(50, 25);
    await page.evaluate(() => window.desk.told.splice(0));
    await page.keyboard.type('aB');
    await page.keyboard.press('Backspace');
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    await page.keyboard.sendCharacter('pasted\r\ntext');
    const client = await page.createCDPSession();
    await client.send('Input.imeSetComposition', {
      text: 'に',
      selectionStart: 1,
      selectionEnd: 1,
    });
    await client.send('Input.imeSetComposition', {
      text: 'にほ',
      selectionStart: 2,
      selectionEnd: 2,
    });
    await client.send('Input.insertText', { text: '日本' });
    expect(
      (await actions())
        .filter(({ type }) => type !== 'hover')
        .map((action) =>
          action.type === 'text'
            ? action.text
            : action.type === 'key'
              ? [action.key, action.modifiers]
              : action.type,
        ),
    ).toEqual(['a', 'B', ['Backspace', 0], ['Tab', 1], 'pasted\ntext', '日本']);
    expect(await page.$eval('#sink', (sink) => (sink as HTMLTextAreaElement).value)).toBe('');
  });

  test('lists and pickers of the browser’s own are the panel’s to show', async () => {
    await choose('control', true);
    await page.mouse.click(50, 125);
    await page.mouse.click(50, 175);
    expect(await asked()).toEqual([
      { select: ids.select, options: ['One', 'Two'] },
      { fill: ids.date, type: 'date', value: '2026-11-23' },
    ]);
    expect((await actions()).filter(({ type }) => type === 'click')).toEqual([]);
  });

  test('[INPUT-5] the keyboard leaves the page by Escape pressed twice', async () => {
    await choose('control', true);
    await page.focus('#sink');
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await page.keyboard.press('Escape');
    expect(await asked()).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await asked()).toEqual(['left']);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
    expect((await actions()).map(({ type }) => type)).toEqual(['key', 'text', 'key']);
  });

  test('keys pressed in the frame’s own document count as well', async () => {
    await choose('control', true);
    await page.evaluate(() => {
      const inner = document.querySelector('iframe')!.contentDocument!;
      for (const key of ['x', 'Enter', 'F5'])
        inner.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, cancelable: true }));
    });
    expect(await actions()).toMatchObject([
      { type: 'text', text: 'x' },
      { type: 'key', key: 'Enter' },
    ]);
  });
});

test('[INPUT-6] once detached, nothing more is sent', async () => {
  await choose('control', true);
  await page.mouse.move(50, 25);
  await told();
  const sent = await page.evaluate(() => {
    window.desk.detach();
    return window.desk.told.splice(0).at(-1);
  });
  expect(sent).toMatchObject({ kind: 'pointer', gone: true });
  await page.mouse.click(50, 25);
  await page.keyboard.type('a');
  expect(await told()).toEqual([]);
});
