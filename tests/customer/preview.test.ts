// What the agent sees, as the customer is shown it: the viewer itself, in a page of the relay's, drawn from the very frames that leave.
import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encode } from '../../protocol/frame.ts';
import type { NodeId } from '../../protocol/ids.ts';
import type { Message, MessageOf } from '../../protocol/frame.ts';
import { createOpReader } from '../../protocol/opReader.ts';
import type { OpSink } from '../../protocol/opReader.ts';
import { servePages } from '../harness/serve.ts';
import type { PageServer, Served } from '../harness/serve.ts';
import { byName, press, says, setStage, share, stateIs } from './stage.ts';
import type { Stage } from './stage.ts';

const picture = readFileSync('extension/icons/icon-16.png');

const body = (relay: string, more = '') => `<!doctype html><html lang="en"><title>Shop</title>
<script async src="${relay}/alongside.js"></script>
<h1>Shop</h1><p id="masked" data-alongside="mask">secret words</p><p id="open">open words</p>
<label>Name <input id="name"></label><button id="buy" onclick="window.bought = true">Buy</button>
${more}<div style="height: 2000px"></div>`;

const pictures = `<canvas id="drawn" width="60" height="40"></canvas><canvas id="hidden" data-alongside="mask" width="60" height="40"></canvas>
<img id="once" alt="" src="/once.png"><script>for (const one of document.querySelectorAll('canvas')) one.getContext('2d').fillRect(0, 0, 30, 40)</script>`;

let asked: string[] = [];
let once = 0;
function site(path: string, relay: string): Served | undefined {
  asked.push(path);
  switch (path) {
    case '/':
      return { body: body(relay) };
    case '/pictures':
      return { body: body(relay, pictures) };
    case '/once.png':
      // The customer's browser has it, and whoever asks without its cookies, or again, has not.
      return once++ === 0
        ? { body: picture, type: 'image/png', headers: { 'cache-control': 'max-age=600' } }
        : undefined;
    case '/hostile':
      return { body: body(relay, hostile) };
    case '/alone':
      return { body: '<!doctype html><title>Frames it</title>' };
    default:
      return undefined;
  }
}

const ran = (name: string) => `top.postMessage('ran ${name}', '*');fetch('/ran/${name}')`;
const hostile = `<svg width="5" height="5" onload="${ran('svg')}"></svg><img src="x:" onerror="${ran('error')}"><a id="link" href="/ran/link" target="_top" style="display:block;height:80px">link</a>
<form action="/ran/form"><input autofocus name="q"><button id="send" style="height:80px;width:300px">Send</button></form><iframe style="width:5px;height:5px" src="/ran/frame"></iframe>
<x-one onclick="${ran('click')}">one</x-one><link rel="prefetch" href="/ran/prefetch"><meta http-equiv="refresh" content="900;url=/ran/refresh">`;

let stage: Stage;
let stranger: PageServer;
beforeAll(async () => {
  stage = await setStage(site);
  stranger = await servePages(() => ({ body: '<!doctype html><title>A stranger</title>' }));
});
afterAll(async () => {
  await stranger.close();
  await stage.close();
});

const isPreview = (frame: Frame) => frame.url().includes('/alongside-preview-');

/** Opens it, and waits until the page is drawn in it. */
async function openPicture(page: Page): Promise<Frame> {
  await press(page, 'What the agent sees');
  const frame = await page.waitForFrame(isPreview);
  await draws(page, 'h1');
  return frame;
}

/** Until what `selector` finds is drawn, with `text` in it. */
async function draws(page: Page, selector: string, text = ''): Promise<void> {
  const isDrawn = (frame: Frame) =>
    frame
      .evaluate(
        (query, words) =>
          document
            .querySelector('iframe')
            ?.contentDocument?.querySelector(query)
            ?.textContent?.includes(words) ?? false,
        selector,
        text,
      )
      // It may be on its way to another place.
      .catch(() => false);
  const look = async () => {
    const drawn = await Promise.all(page.frames().filter(isPreview).map(isDrawn));
    return drawn.includes(true);
  };
  await expect.poll(look, { timeout: 20_000 }).toBe(true);
}

const textOf = (frame: Frame, selector: string) =>
  frame.evaluate(
    (query) =>
      document.querySelector('iframe')!.contentDocument!.querySelector(query)?.textContent ?? null,
    selector,
  );

/** What the page's own port is given, as it is. */
async function tapPort(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const posted: number[][] = [];
    Object.assign(window, { posted });
    const post = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (this: MessagePort, ...args: unknown[]) {
      if (args[0] instanceof Uint8Array) {
        if ((window as { swallow?: boolean }).swallow && args[0][0] === 0x21) return;
        posted.push([...args[0]]);
      }
      return Reflect.apply(post, this, args);
    } as typeof post;
  });
  await page.reload();
}
const postedIn = (page: Page) =>
  page.evaluate(() => (window as never as { posted: number[][] }).posted);

/** The first node's id. */
function firstIdIn({ ops }: MessageOf<'snapshot'>): number {
  let first = 0;
  const note = (name: string) => (id: number) => {
    if (name === 'document') first ||= id;
  };
  createOpReader(new Proxy({} as OpSink, { get: (_, name) => note(String(name)) })).read(ops);
  return first;
}

const ofKinds = (messages: readonly Message[], kinds: RegExp) =>
  messages.filter(({ kind }) => kinds.test(kind));

test('[PREVIEW-1] it is drawn from the very bytes that the agent is sent, beginning with a fresh snapshot', async () => {
  const page = await stage.open('/');
  await tapPort(page);
  const agent = await share(stage, page);
  const from = agent.received.length;
  const frame = await openPicture(page);
  await page.$eval('#open', (open) => (open.textContent = 'other words'));
  await draws(page, '#open', 'other words');
  expect(await textOf(frame, '#masked')).toBe('•••••• •••••');
  expect(await page.$('aria/What Sam Carter sees[role="dialog"]')).not.toBeNull();
  // The agent has got it as well, a moment later.
  const posted = await postedIn(page);
  const sent = () =>
    ofKinds(agent.received.slice(from), /^(snapshot|batch)$/).map((message) => [
      ...encode(message),
    ]);
  await expect.poll(() => sent().length).toBeGreaterThanOrEqual(posted.length);
  const first = sent().findIndex((bytes) => String(bytes) === String(posted[0]));
  expect(posted[0]![0]).toBe(0x20);
  expect(sent().slice(first, first + posted.length)).toEqual(posted);
});

test('[PREVIEW-1] by itself, in whatever frame, it shows nothing, and takes one port from the window around it alone', async () => {
  const page = await stage.open('/');
  await share(stage, page);
  const address = (await openPicture(page)).url();
  const alone = await page.browserContext().newPage();
  await alone.goto(address);
  expect(await alone.evaluate(() => document.querySelector('main')!.childElementCount)).toBe(0);
  // A window posts to itself.
  await alone.evaluate(() =>
    window.postMessage('alongside preview', '*', [new MessageChannel().port1]),
  );
  await alone.goto(`${stranger.origin}/`);
  const shown = await alone.evaluate(async (src) => {
    const frame = document.createElement('iframe');
    const sibling = document.createElement('iframe');
    frame.src = src;
    await new Promise((done) => {
      frame.onload = done;
      document.body.append(sibling, frame);
    });
    const heard: unknown[] = [];
    const offer = (from: Window & typeof globalThis, word: unknown, name: string) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => heard.push([name, data]);
      from.Function(
        'to',
        'word',
        'port',
        'to.postMessage(word, "*", [port])',
      )(frame.contentWindow, word, port2);
    };
    offer(sibling.contentWindow as never, 'alongside preview', 'a sibling');
    offer(window, 'another word', 'a word by accident');
    offer(window, 'alongside preview', 'the window around it');
    offer(window, 'alongside preview', 'once more');
    while (heard.length === 0) await new Promise((done) => setTimeout(done, 10));
    await new Promise((done) => setTimeout(done, 100));
    return heard;
  }, address);
  expect(shown).toEqual([['the window around it', 'ready']]);
});

test('[PREVIEW-1] the page’s scripts find no window of it, and hear nothing from it', async () => {
  const page = await stage.open('/');
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    addEventListener('message', ({ origin }) => heard.push(origin));
  });
  await share(stage, page);
  const frame = await openPicture(page);
  await frame.evaluate(() => document.querySelector('main')!.focus());
  const found = await page.evaluate(() => [
    window.length,
    window[0] === undefined,
    document.querySelectorAll('iframe').length,
    (window as never as { heard: string[] }).heard,
    document.querySelector('alongside-interface')!.shadowRoot,
  ]);
  expect(found).toEqual([0, true, 0, [], null]);
});

test('[PREVIEW-2] nothing of the page runs in it, and no press or key in it does anything', async () => {
  const page = await stage.open('/hostile');
  const heard: string[] = [];
  await page.exposeFunction('heardRan', (word: string) => heard.push(word));
  await page.evaluate(() => {
    addEventListener('message', ({ data }) => {
      if (String(data).startsWith('ran'))
        (window as never as { heardRan(word: string): void }).heardRan(data);
    });
  });
  const agent = await share(stage, page);
  asked = [];
  heard.length = 0;
  const frame = await openPicture(page);
  await draws(page, '#send');
  const outer = (await (await frame.frameElement())!.boundingBox())!;
  const atBefore = page.url();
  for (const selector of ['#link', '#send', 'x-one', '#buy']) {
    const inner = await frame.evaluate((query) => {
      const at = document.querySelector('iframe')!;
      const { x, y, width, height } = at
        .contentDocument!.querySelector(query)!
        .getBoundingClientRect();
      const scale = at.getBoundingClientRect().width / at.offsetWidth;
      return { x: (x + width / 2) * scale, y: (y + height / 2) * scale };
    }, selector);
    await page.mouse.click(outer.x + inner.x, outer.y + inner.y);
    await page.mouse.click(outer.x + inner.x, outer.y + inner.y, { button: 'middle' });
  }
  // Into the page in it, were there a way.
  await frame.focus('main');
  await page.keyboard.press('Tab');
  const focused = await frame.evaluate(() => [
    document.activeElement?.localName,
    document.querySelector('iframe')!.contentDocument!.activeElement?.localName,
  ]);
  expect(focused).not.toContain('iframe');
  expect(focused[1]).toBe('body');
  expect(page.url()).toBe(atBefore);
  expect(await page.browserContext().pages()).toHaveLength(1);
  expect(await page.evaluate(() => (window as { bought?: boolean }).bought)).toBeUndefined();
  expect(asked.filter((path) => path.startsWith('/ran/'))).toEqual([]);
  expect(heard).toEqual([]);
  expect(ofKinds(agent.received, /asset/)).toEqual([]);
});

test('[PREVIEW-2] what it is served with lets it draw, and nothing else', async () => {
  const page = await stage.open('/');
  await share(stage, page);
  const answer = await fetch((await openPicture(page)).url());
  const policy = answer.headers.get('content-security-policy')!;
  expect(policy).toContain("default-src 'none'; script-src 'self';");
  for (const none of ['connect-src', 'frame-src', 'worker-src', 'unsafe-eval', 'allow-popups'])
    expect(policy).not.toContain(none);
  for (const directive of ["form-action 'none'", "base-uri 'none'", 'sandbox allow-scripts'])
    expect(policy).toContain(directive);
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
});

test('[PREVIEW-2] its focus is nobody’s: what the page opens leaves the focus where it is, and Escape in it closes it', async () => {
  const page = await stage.open('/');
  await share(stage, page);
  await openPicture(page);
  await page.focus('#name');
  await page.evaluate(() => {
    const dialog = document.createElement('dialog');
    dialog.innerHTML = '<p>Opened</p><button autofocus>Inside</button>';
    document.body.append(dialog);
    dialog.show();
    (document.querySelector('#name') as HTMLElement).focus();
    dialog.close();
    dialog.showModal();
  });
  // Bar and picture move into the page's dialog, where the picture is drawn anew.
  await page.waitForFunction(() => document.querySelector('dialog > alongside-interface'));
  await draws(page, 'dialog');
  const activeIn = () => page.evaluate(() => document.activeElement?.textContent);
  expect(await activeIn()).toBe('Inside');
  await page.evaluate(() => document.querySelector('dialog')!.close());
  await page.waitForFunction(() => document.querySelector('html > alongside-interface'));
  await draws(page, 'h1');
  await page.frames().find(isPreview)!.focus('main');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement?.localName === 'alongside-interface');
  expect(page.frames().some(isPreview)).toBe(false);
  await stateIs(page, 'active');
});

test('[PREVIEW-3] pictures are answered by the page to it alone: the agent is sent nothing for it, and what is masked is not shown', async () => {
  const page = await stage.open('/pictures');
  const agent = await share(stage, page);
  const frame = await openPicture(page);
  // Drawn by what the page's canvas holds, and loaded from the page's own memory of it.
  await frame.waitForFunction(() => {
    const inner = document.querySelector('iframe')!.contentDocument!;
    const canvas = inner.querySelector<HTMLElement>('#drawn')!.style.getPropertyValue('content');
    return canvas.includes('blob:') && inner.querySelector('img')!.naturalWidth === 16;
  });
  const hidden = await frame.evaluate(() =>
    document
      .querySelector('iframe')!
      .contentDocument!.querySelector<HTMLElement>('#hidden')!
      .style.getPropertyValue('content'),
  );
  expect(hidden).not.toContain('blob:');
  expect(ofKinds(agent.received, /asset/)).toEqual([]);
});

test('[PREVIEW-4] a gap leads to one fresh snapshot, and it goes on from there', async () => {
  const page = await stage.open('/');
  await tapPort(page);
  const agent = await share(stage, page);
  const frame = await openPicture(page);
  let from = agent.received.length;
  await page.evaluate(() => Object.assign(window, { swallow: true }));
  await page.evaluate(() => document.body.append('lost'));
  await agent.hears('batch', from);
  await page.evaluate(() => Object.assign(window, { swallow: false }));
  from = agent.received.length;
  await page.$eval('#open', (open) => (open.textContent = 'later words'));
  await draws(page, '#open', 'later words');
  await agent.hears('snapshot', from);
  expect(ofKinds(agent.received.slice(from), /^snapshot$/)).toHaveLength(1);
  expect(await textOf(frame, 'body')).toContain('lost');
});

test('[PREVIEW-5] a pause blanks it at once and says so; going on brings the page of now', async () => {
  const page = await stage.open('/');
  const agent = await share(stage, page);
  const frame = await openPicture(page);
  await press(page, 'Pause');
  await frame.waitForFunction(
    () => !document.querySelector('iframe')?.contentDocument?.querySelector('h1'),
  );
  const close = await byName(page, 'Close');
  const veil = await close.evaluate((at) => {
    const root = at.getRootNode() as ShadowRoot;
    const { visibility } = getComputedStyle(root.querySelector('iframe')!);
    return [root.querySelector('.veil')!.textContent, visibility];
  });
  expect(veil).toEqual(['Paused. Sam Carter sees nothing.', 'hidden']);
  await page.$eval('#open', (open) => (open.textContent = 'meanwhile'));
  await press(page, 'Resume');
  await draws(page, '#open', 'meanwhile');
  // Nobody there to see: nothing is seen here either.
  agent.leave();
  await says(close, 'Sam Carter is away and sees nothing.');
});

test('[PREVIEW-5] closed, nothing of it is left, and nothing more is copied; it ends with the session', async () => {
  const page = await stage.open('/');
  await tapPort(page);
  const agent = await share(stage, page);
  await openPicture(page);
  await press(page, 'Close');
  await page.waitForFunction(() => document.activeElement?.localName === 'alongside-interface');
  expect(page.frames().some(isPreview)).toBe(false);
  const copied = (await postedIn(page)).length;
  const from = agent.received.length;
  await page.evaluate(() => document.body.append('later'));
  await agent.hears('batch', from);
  expect(await postedIn(page)).toHaveLength(copied);

  await openPicture(page);
  agent.send({ kind: 'end' });
  await stateIs(page, 'ended');
  expect(page.frames().some(isPreview)).toBe(false);
});

test('[PREVIEW-6] when something else takes its place, what is hidden is marked on the page instead', async () => {
  const page = await stage.open('/');
  await share(stage, page);
  const frame = await openPicture(page);
  await frame.goto(`${stranger.origin}/`);
  const close = await byName(page, 'Close');
  await says(close, 'A picture cannot be shown on this page. It is marked here instead.');
  expect(page.frames()).toHaveLength(1);
});

test('[PREVIEW-7] the agent’s pointer, highlight, strokes and comments are in it where they are on the page', async () => {
  const page = await stage.open('/');
  const agent = await share(stage, page);
  const box = (await (await page.$('h1'))!.boundingBox())!;
  const from = agent.received.length;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const { at } = await agent.hears('pointer', from, (one) => Math.abs(one.at.x - 0.5) < 0.05);
  const firstId = () =>
    firstIdIn(agent.received.findLast(({ kind }) => kind === 'snapshot') as MessageOf<'snapshot'>);
  const before = firstId();
  // Before it is opened, and after.
  agent.send({ kind: 'comment', id: 1, at: { node: at.node, x: 0, y: 1 }, text: 'Here' });
  const first = { id: 1, anchor: at.node, colour: 1 };
  agent.send({ kind: 'annotation', ...first, points: [{ x: 1, y: 2 }] });
  await byName(page, 'Hide this note');
  const frame = await openPicture(page);
  // The fresh snapshot has given every node another id, in the same order.
  await expect.poll(firstId).toBeGreaterThan(before);
  const node = (at.node - before + firstId()) as NodeId;
  agent.send({ kind: 'annotation', ...first, anchor: node, points: [{ x: 30, y: 20 }] });
  agent.send({ kind: 'highlight', node });
  agent.send({ kind: 'pointer', gone: false, at: { node, x: 0.5, y: 0.5 } });
  await frame.waitForFunction(
    () => document.querySelector('.arrow') && document.querySelector('.outline'),
  );
  const seen = await frame.evaluate(() => {
    const of = (selector: string) => document.querySelector(selector)!;
    const inner = document.querySelector('iframe')!;
    const scale = inner.getBoundingClientRect().width / inner.offsetWidth;
    const target = inner.contentDocument!.querySelector('h1')!.getBoundingClientRect();
    const outline = of('.outline').getBoundingClientRect();
    return {
      name: of('.name').textContent,
      colour: of('.stroke').getAttribute('stroke'),
      points: of('.stroke').getAttribute('d')!.split('L').length,
      pin: of('.pin + text').textContent,
      off: Math.abs(outline.y + outline.height / 2 - (target.y + target.height / 2) * scale),
    };
  });
  expect(seen).toMatchObject({ name: 'Sam Carter', colour: '#1668dc', points: 2, pin: '1' });
  expect(seen.off).toBeLessThan(2);
  agent.send({ kind: 'annotationsCleared' });
  agent.send({ kind: 'highlight', node: 0 as NodeId });
  await frame.waitForFunction(() => !document.querySelector('.stroke, .outline'));
});

test('[PREVIEW-8] it is fitted to the width, can be scrolled, and leaves bar and border uncovered wherever the bar stands', async () => {
  const page = await stage.open('/');
  await share(stage, page);
  const frame = await openPicture(page);
  const bar = await byName(page, 'Stop sharing');
  const handle = await byName(page, 'Move this bar');
  for (const [width, height, key] of [
    [1280, 800, 'ArrowUp'],
    [768, 1024, 'ArrowDown'],
    [360, 640, 'ArrowUp'],
    [320, 256, 'ArrowDown'],
  ] as const) {
    await page.setViewport({ width, height });
    await handle.focus();
    await page.keyboard.press(key);
    await frame.waitForFunction(
      (wanted) => {
        const inner = document.querySelector('iframe')!;
        return (
          inner.offsetWidth === wanted &&
          Math.abs(inner.getBoundingClientRect().width - Math.min(wanted, innerWidth)) < 2
        );
      },
      {},
      width,
    );
    const overlap = await bar.evaluate((at) => {
      const root = at.getRootNode() as ShadowRoot;
      const of = (query: string) => root.querySelector(query)!.getBoundingClientRect();
      const [mine, other] = [of('.picture'), of('.bar')];
      return {
        covered: mine.top < other.bottom && other.top < mine.bottom,
        sideways:
          mine.left < 0 || mine.right > innerWidth || other.left < 0 || other.right > innerWidth,
      };
    });
    expect(overlap, `${width}`).toEqual({ covered: false, sideways: false });
  }
  const scrolls = await frame.evaluate(() => {
    const main = document.querySelector('main')!;
    return main.scrollHeight > main.clientHeight;
  });
  expect(scrolls).toBe(true);
});
