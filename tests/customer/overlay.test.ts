// The bar, the marks and what the agent sees, over a page that does what pages do.
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Place } from '../../protocol/place.ts';
import type { NodeId } from '../../protocol/ids.ts';
import { byName, press, setStage, share, stateOf } from './stage.ts';
import type { Agent, Stage } from './stage.ts';
import { site } from './site.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(site);
});
afterAll(() => stage.close());

/** The page's id for what lies under the middle of `selector`, learned as the agent learns it. */
async function idUnder(page: Page, agent: Agent, selector: string): Promise<NodeId> {
  const box = (await (await page.$(selector))!.boundingBox())!;
  const from = agent.received.length;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const inTheMiddle = ({ x, y }: Place) => Math.hypot(x - 0.5, y - 0.5) < 0.05;
  return (await agent.hears('pointer', from, ({ at }) => inTheMiddle(at))).at.node;
}

/** Waits until what `query` finds in the closed root lies where `expected` says, and is drawn. */
async function isAt(page: Page, query: string, expected: { x: number; y: number }): Promise<void> {
  await (
    await byName(page, 'Stop sharing')
  ).evaluate(
    (inside, find, x, y) =>
      new Promise<void>((resolve) => {
        const look = () => {
          const box = (inside.getRootNode() as ShadowRoot)
            .querySelector(find)
            ?.getBoundingClientRect();
          const isThere = box && box.width > 0 && Math.hypot(box.x - x, box.y - y) < 1.5;
          if (isThere) resolve();
          else requestAnimationFrame(look);
        };
        look();
      }),
    query,
    expected.x,
    expected.y,
  );
}

test('[OVERLAY-1] the page’s own styles and variables reach nothing of it', async () => {
  const page = await stage.open('/');
  await share(stage, page);
  const look = await (
    await byName(page, 'Pause')
  ).evaluate((at) => {
    const { color, opacity, fontSize } = getComputedStyle(at);
    return { color, opacity, fontSize };
  });
  expect(look).toEqual({ color: 'rgb(22, 32, 44)', opacity: '1', fontSize: '16px' });
});

test('[OVERLAY-1] no key pressed in it reaches the page’s listeners', async () => {
  const page = await stage.open('/');
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of ['keydown', 'input', 'click', 'pointerdown', 'submit'])
      document.addEventListener(type, () => heard.push(type));
  });
  await page.click('#help');
  await (await byName(page, 'Security key', 'textbox')).type('12');
  await press(page, 'Cancel');
  expect(await page.evaluate(() => (window as never as { heard: string[] }).heard)).toEqual([
    'pointerdown',
    'click',
  ]);
});

test('[OVERLAY-3] the bar can be pressed while the page’s modal dialog is open, and after it has closed', async () => {
  const page = await stage.open('/');
  const agent = await share(stage, page);
  await page.click('#modal');
  const inDialog = () =>
    page.waitForFunction(() => document.querySelector('dialog > alongside-interface'));
  await inDialog();
  await press(page, 'Pause');
  await agent.hears('tab', agent.received.length - 1);
  await byName(page, 'Resume');
  await page.evaluate(() => document.querySelector('dialog')!.close());
  await page.waitForFunction(() => document.querySelector('html > alongside-interface'));
  await press(page, 'Resume');
  await byName(page, 'Pause');
  expect(await stateOf(page)).toBe('active');
});

test('[OVERLAY-3] a page that replaces its whole content keeps the bar', async () => {
  const page = await stage.open('/');
  await share(stage, page);
  await page.evaluate(() => {
    document.querySelector('alongside-interface')!.remove();
    document.body.replaceChildren('All new');
  });
  await page.waitForFunction(() => document.querySelector('alongside-interface:popover-open'));
  await press(page, 'Pause');
  await byName(page, 'Resume');
  expect(await stateOf(page)).toBe('paused');
});

test('[OVERLAY-3] a popover of the page’s does not stay above the bar', async () => {
  const page = await stage.open('/');
  await share(stage, page);
  await page.evaluate(() => {
    const cover = document.createElement('div');
    cover.popover = 'manual';
    cover.style.cssText = 'position: fixed; inset: 0; width: 100vw; height: 100vh';
    document.body.append(cover);
    cover.showPopover();
  });
  const pause = await byName(page, 'Pause');
  const box = (await pause.boundingBox())!;
  await page.waitForFunction(
    (x, y) => document.elementFromPoint(x, y)?.localName === 'alongside-interface',
    {},
    box.x + 5,
    box.y + 5,
  );
  await press(page, 'Pause');
  await byName(page, 'Resume');
  expect(await stateOf(page)).toBe('paused');
});

test('[OVERLAY-4] the bar leaves what has the focus uncovered', async () => {
  const page = await stage.open('/');
  await share(stage, page);
  await byName(page, 'Move this bar');
  await page.evaluate(() => {
    const field = document.getElementById('low')!;
    field.style.cssText = 'position: fixed; bottom: 10px; left: 40%';
    field.focus();
  });
  const bar = await byName(page, 'Stop sharing');
  expect((await bar.boundingBox())!.y).toBeLessThan(100);
  await page.focus('#help');
  expect((await bar.boundingBox())!.y).toBeGreaterThan(500);
  // A press begins where it ends, though it takes the focus from what the bar had moved for.
  await page.focus('#low');
  await expect.poll(async () => (await bar.boundingBox())!.y).toBeLessThan(100);
  await press(page, 'Pause');
  await byName(page, 'Resume');
});

test('[OVERLAY-4] the arrow keys and the mouse move the bar', async () => {
  const page = await stage.open('/');
  await share(stage, page);
  const handle = await byName(page, 'Move this bar');
  await handle.focus();
  await page.keyboard.press('ArrowUp');
  const onTop = (await handle.boundingBox())!;
  expect(onTop.y).toBeLessThan(100);
  await page.mouse.move(onTop.x + 5, onTop.y + 5);
  await page.mouse.down();
  await page.mouse.move(onTop.x + 5, 650, { steps: 5 });
  await page.mouse.up();
  expect((await handle.boundingBox())!.y).toBeGreaterThan(500);
});

test('[OVERLAY-5] pointer, highlight, stroke and note hang on their node, and follow it', async () => {
  const page = await stage.open('/');
  const agent = await share(stage, page);
  const node = await idUnder(page, agent, 'h1');
  agent.send({ kind: 'pointer', gone: false, at: { node, x: 0.5, y: 0.5 } });
  agent.send({ kind: 'highlight', node });
  agent.send({ kind: 'annotation', id: 1, anchor: node, colour: 0, points: [{ x: 3, y: 3 }] });
  agent.send({ kind: 'annotation', id: 1, anchor: node, colour: 0, points: [{ x: 9, y: 3 }] });
  agent.send({ kind: 'comment', id: 2, at: { node, x: 0, y: 1 }, text: '<b>Here</b>' });

  for (const scroll of [0, 15]) {
    await page.evaluate((top) => scrollTo(0, top), scroll);
    const box = (await (await page.$('h1'))!.boundingBox())!;
    await isAt(page, '.pointer', { x: box.x + box.width / 2, y: box.y + box.height / 2 });
    await isAt(page, '.outline', { x: box.x - 4, y: box.y - 4 });
    await isAt(page, '.note', { x: box.x, y: box.y + box.height });
  }
  const drawn = await (
    await byName(page, 'Stop sharing')
  ).evaluate((at) => {
    const root = at.getRootNode() as ShadowRoot;
    return [
      root.querySelector('path.halo')?.getAttribute('d'),
      root.querySelector('.note span')?.textContent,
    ];
  });
  expect(drawn).toEqual(['M3.0 3.0L9.0 3.0', '<b>Here</b>']);
  await press(page, 'Hide this note');
  agent.send({ kind: 'annotationsCleared' });
  agent.send({ kind: 'highlight', node: 0 as NodeId });
  agent.send({ kind: 'pointer', gone: true, at: { node: 0 as NodeId, x: 0, y: 0 } });
  await (
    await byName(page, 'Stop sharing')
  ).evaluate(
    (at) =>
      new Promise<void>((resolve) => {
        const root = at.getRootNode() as ShadowRoot;
        const look = () =>
          root.querySelector('.mark, .strokes > *') ? requestAnimationFrame(look) : resolve();
        look();
      }),
  );
});

async function showOnPage(page: Page): Promise<ElementHandle> {
  await press(page, 'What the agent sees');
  await press(page, 'Show on the page');
  await byName(page, 'Show the picture');
  return byName(page, 'Close');
}

test('[OVERLAY-6] what the agent sees is shown on the page: masked, left out, locked', async () => {
  const page = await stage.open('/');
  await share(stage, page);
  const close = await showOnPage(page);
  for (const [selector, how] of [
    ['p[data-alongside]', 'masked'],
    ['#password', 'masked'],
    ['div[data-alongside]', 'blocked'],
    ['button[data-alongside]', 'locked'],
  ] as const) {
    const box = (await (await page.$(selector))!.boundingBox())!;
    const shown = await close.evaluate(
      (at, x, y, width) =>
        [...(at.getRootNode() as ShadowRoot).querySelectorAll('.hatch')]
          .filter((hatch) => {
            const drawn = hatch.getBoundingClientRect();
            return Math.hypot(drawn.x - x, drawn.y - y, drawn.width - width) < 1.5;
          })
          .map((hatch) => hatch.className),
      box.x,
      box.y,
      box.width,
    );
    expect(shown, selector).toEqual([`hatch ${how}`]);
  }
  await page.keyboard.press('Escape');
  await byName(page, 'What the agent sees');
  expect(await page.$('aria/Close[role="button"]')).toBeNull();
});

test('[OVERLAY-6] a part that is unmasked within what is masked is not shown as hidden', async () => {
  const page = await stage.open('/');
  await page.$eval('p[data-alongside]', (masked) => {
    const seen = document.createElement('b');
    seen.dataset['alongside'] = 'unmask';
    seen.textContent = 'seen words';
    masked.append(' ', seen);
  });
  await share(stage, page);
  const close = await showOnPage(page);
  const boxOf = async (selector: string) => (await (await page.$(selector))!.boundingBox())!;
  const around = await boxOf('p[data-alongside]');
  const seen = await boxOf('p[data-alongside] b');
  const hatched = await close.evaluate(
    (at, y) => {
      const all = [...(at.getRootNode() as ShadowRoot).querySelectorAll('.hatch.masked')];
      const rects = all.map((hatch) => hatch.getBoundingClientRect());
      return rects
        .filter((rect) => rect.y <= y && y <= rect.bottom)
        .map(({ left, right }) => [left, right] as const);
    },
    around.y + around.height / 2,
  );
  expect(hatched).toHaveLength(1);
  expect(hatched[0]![0]).toBeCloseTo(around.x, 0);
  expect(hatched[0]![1]).toBeLessThanOrEqual(seen.x + 1);
});

test('[OVERLAY-2] bar, frame and marks are styled where the page’s policy forbids inline styles', async () => {
  const page = await stage.open('/strict');
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  const agent = await share(stage, page);
  const node = await idUnder(page, agent, 'h1');
  agent.send({ kind: 'comment', id: 2, at: { node, x: 0, y: 1 }, text: 'Here' });
  const box = (await (await page.$('h1'))!.boundingBox())!;
  await isAt(page, '.note', { x: box.x, y: box.y + box.height });
  await showOnPage(page);
  expect(lines.filter((line) => /Content.Security/i.test(line))).toEqual([]);
});

test('[OVERLAY-8] a pinch leaves border and bar in what is seen, at their size', async () => {
  const page = await stage.open('/');
  await share(stage, page);
  await byName(page, 'Move this bar');
  const bar = await byName(page, 'Sharing', 'region');
  const before = (await bar.boundingBox())!;
  const session = await page.createCDPSession();
  await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2.5 });
  await page.waitForFunction(() => visualViewport!.scale > 2);
  /** How far the bar's edges are within what is seen. */
  const within = () =>
    bar.evaluate((at) => {
      const view = visualViewport!;
      const box = at.getBoundingClientRect();
      return {
        left: box.left - view.offsetLeft,
        right: view.offsetLeft + view.width - box.right,
        bottom: view.offsetTop + view.height - box.bottom,
        width: box.width * view.scale,
      };
    });
  await expect.poll(async () => (await within()).bottom).toBeGreaterThan(0);
  const now = await within();
  expect(now.left).toBeGreaterThan(0);
  expect(now.right).toBeGreaterThan(0);
  expect(Math.abs(now.width - before.width)).toBeLessThan(20);
});
