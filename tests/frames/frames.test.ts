// Frames of another origin in real browsers: what joins is shown and followed, by nobody but whom the frame's site allows.
import type { Browser, Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers } from '../harness/browsers.ts';
import type { FramesLab } from './lab.ts';
import { parseSitePolicy } from '../../protocol/parseSitePolicy.ts';
import { frameWord } from '../../snippet/surface.ts';
import { serveFrames, snippet } from './serveFrames.ts';
import type { FrameSites } from './serveFrames.ts';

declare const lab: FramesLab;

const filler = '<style>p { color: rgb(1, 2, 3) }</style><ul><li>one<li>two</ul>';
const pages: Readonly<Record<string, string>> = {
  '/top':
    '<h1>Shop</h1><div id=around><iframe id=f src="{b}/child" width=400 height=200></iframe></div>',
  '/plain': '<p>elsewhere</p>',
  '/untrusted':
    '<iframe id=f src="{b}/nobody"></iframe><iframe id=g src="{b}/others"></iframe><iframe id=h src="{b}/plain"></iframe>',
  '/nobody': '<script async src="{a}/alongside.js"></script><p>canary</p>',
  '/others': `${snippet('https://other.example {b}')}<p>canary</p>`,
  '/nested': '<iframe id=f src="{b}/middle" width=600 height=400></iframe>',
  '/middle': `${snippet('{a}')}<p>middle</p><iframe id=g src="{a}/leaf"></iframe><iframe id=h src="{a}/plain"></iframe>`,
  '/leaf': `${snippet('{b}')}<p id=p>leaf</p>`,
  '/two': '<iframe id=f src="{b}/child"></iframe><iframe id=g src="{b}/second"></iframe>',
  '/second': `${snippet('{a}')}<p id=p>second</p>`,
  '/within': '<iframe id=o src="{a}/inner"></iframe>',
  '/inner': '<p>inner</p><iframe id=f src="{b}/child"></iframe>',
  '/quirky': '<iframe id=f src="{b}/quirks" width=400></iframe>',
  '/quirks': `<html>${snippet('{a}')}<body style="font-size:30px"><p>quirks</p><table><tr><td>cell</table>`,
  '/sandboxed': '<h1>Shop</h1><iframe id=f src="{b}/hostile" sandbox="allow-scripts"></iframe>',
  '/hostile-top': '<h1>Shop</h1><iframe id=f src="{b}/hostile"></iframe>',
  '/hostile': `<script>addEventListener('message', ({ data, ports }) => {
    if (ports[0]) { window.port = ports[0]; port.onmessage = (event) => { window.told ??= event.data } }
  }); window.announce = (word) => parent.parent.postMessage(word, '*')</script><p>canary</p>`,
  '/child': `${snippet('{a}')}<p id=p>canary</p>${filler}<input value="typed"><input type=password value="hunter2-password"><div id=box style="height:50px;overflow:auto"><p style="height:500px">tall</p></div>`,
};

let sites: FrameSites;
beforeAll(async () => {
  sites = await serveFrames(pages);
});
afterAll(() => sites?.close());

describe.each(browsers)('in $name', ({ name: of, launch }) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  async function open(path: string): Promise<Page> {
    const page = await browser.newPage();
    await page.goto(`${sites.a}/lab`);
    await page.evaluate((address) => lab.open(address), path);
    return page;
  }

  const shows = (page: Page, path: string[], text: string) =>
    page.waitForFunction((at, wanted) => lab.text(...at).includes(wanted), {}, path, text);

  function frameAt(page: Page, path: string): Frame {
    const found = page.frames().find((frame) => frame.url().endsWith(path));
    if (!found) throw new Error(`no frame shows ${path}`);
    return found;
  }

  /** What stands in the frame, and what the viewer shows there. */
  async function expectAlike(page: Page, path: string, at: string[]): Promise<void> {
    const frame = frameAt(page, path);
    await frame.evaluate(sites.describeHere);
    const customer = await frame.evaluate(() =>
      (window as unknown as { describeHere: () => string[] }).describeHere(),
    );
    const viewer = await page.evaluate((selectors) => lab.describe(...selectors), at);
    expect(viewer).toEqual(customer);
    expect(customer.length).toBeGreaterThan(3);
    expect(await page.evaluate(() => lab.failures)).toEqual([]);
  }

  test(`[FRAME-1] ${of}: a frame that joins is shown, and its changes follow`, async () => {
    const page = await open('/top');
    await page.evaluate(() => lab.share());
    await shows(page, ['#f'], 'canary');
    await expectAlike(page, '/child', ['#f']);
    await frameAt(page, '/child').evaluate(() => {
      document.querySelector('#p')!.textContent = 'changed';
      document.querySelector('input')!.value = 'more';
      document.querySelector('#box')!.scrollTop = 100;
      document.body.append(Object.assign(document.createElement('i'), { textContent: 'last' }));
    });
    await shows(page, ['#f'], 'last');
    // What no event tells, the mirror finds a moment later.
    await page.waitForFunction(() => {
      const shown = lab.shown('#f')!;
      return (
        shown.querySelector('#box')!.scrollTop === 100 &&
        shown.querySelector('input')!.value === 'more'
      );
    });
    await expectAlike(page, '/child', ['#f']);
    expect(await page.evaluate(() => lab.isLabelled('#f'))).toBe(false);
    expect(await page.evaluate(() => lab.left().match(/.{20}hunter2[\w-]*/gs))).toBeNull();
    expect(
      await page.evaluate(() => lab.answers.filter(({ kind }) => kind !== 'frameAck')),
    ).toEqual([]);
    await page.close();
  });

  test(`[FRAME-1] ${of}: a frame in quirks mode is laid out as it is`, async () => {
    const page = await open('/quirky');
    await page.evaluate(() => lab.share());
    await shows(page, ['#f'], 'quirks');
    expect(await page.evaluate(() => lab.shown('#f')!.compatMode)).toBe('BackCompat');
    await expectAlike(page, '/quirks', ['#f']);
    await page.close();
  });

  test(`[FRAME-2] ${of}: a frame whose site does not list the page around it gives it nothing, and fetches nothing`, async () => {
    const page = await open('/untrusted');
    await page.evaluate(() => lab.share());
    const got = await page.evaluate(async (word) => {
      const heard: unknown[] = [];
      for (const selector of ['#f', '#g', '#h']) {
        const { contentWindow } = lab.customer.document.querySelector<HTMLIFrameElement>(selector)!;
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => heard.push(data);
        port1.postMessage({ stream: 1, care: 0 });
        contentWindow!.postMessage(word, '*', [port2]);
        contentWindow!.postMessage(word, '*');
      }
      for (let count = 0; count < 20; count++) await new Promise((done) => setTimeout(done, 0));
      return heard;
    }, frameWord);
    expect(got).toEqual([]);
    for (const path of ['/nobody', '/others']) {
      const fetched = await frameAt(page, path).evaluate(async () => {
        // Whatever was posted to it before has arrived when this has.
        await new Promise((done) => {
          addEventListener('message', ({ data }) => data === 'last' && done(null));
          postMessage('last', '*');
        });
        return performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
      });
      expect(fetched).toEqual(['/alongside.js']);
    }
    expect(await page.evaluate(() => lab.left())).not.toContain('canary');
    expect(await page.evaluate(() => [...new Set(lab.sent.map(({ kind }) => kind))])).not.toContain(
      'frame',
    );
    for (const selector of ['#f', '#g', '#h'])
      expect(await page.evaluate((at) => lab.isLabelled(at), selector)).toBe(true);
    await page.close();
  });

  test(`[FRAME-2] ${of}: an offer from a window that is not around the frame, or made up by script, is none`, async () => {
    const page = await open('/top');
    const forged = () => page.evaluate(() => (window as unknown as { forged: unknown[] }).forged);
    await page.evaluate(async (word) => {
      const sibling = document.createElement('iframe');
      sibling.srcdoc = '<p>sibling</p>';
      document.body.append(sibling);
      await new Promise((done) => sibling.addEventListener('load', done, { once: true }));
      Object.assign(window, { forged: [] });
      const { contentWindow } = sibling;
      (contentWindow as unknown as { eval(code: string): void }).eval(`
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => parent.forged.push(data);
        port1.postMessage({ stream: 1, care: 0 });
        parent.lab.customer.frames[0].postMessage(${JSON.stringify(word)}, '*', [port2]);`);
    }, frameWord);
    const made = await frameAt(page, '/child').evaluate(
      (said, origin) => {
        const script = document.createElement('script');
        script.textContent = `{
          const { port1, port2 } = new MessageChannel();
          window.heard = [];
          port1.onmessage = ({ data }) => heard.push(data);
          port1.postMessage({ stream: 1, care: 0 });
          const offer = { data: '${said}', origin: '${origin}', ports: [port2] };
          const from = (source) => new MessageEvent('message', { ...offer, source });
          let made = null;
          // Firefox makes none that another site's window would have sent.
          try { made = from(parent) } catch { made = from(window) }
          dispatchEvent(made);
          window.made = true;
        }`;
        document.head.append(script);
        script.remove();
        return (window as unknown as { made: boolean }).made;
      },
      frameWord,
      sites.a,
    );
    expect(made).toBe(true);
    await page.evaluate(() => lab.share());
    await shows(page, ['#f'], 'canary');
    expect(await forged()).toEqual([]);
    expect(
      await frameAt(page, '/child').evaluate(
        () => (window as unknown as { heard: unknown[] }).heard,
      ),
    ).toEqual([]);
    await page.close();
  });

  test(`[FRAME-3] ${of}: nothing leaves before sharing, and when it stops everything stops at once`, async () => {
    const page = await open('/top');
    await page.waitForFunction(() => lab.framed.has(lab.customer.frames[0]!));
    const child = frameAt(page, '/child');
    const isWrapped = () =>
      child.evaluate(() => !/native code/.test(String(CSSStyleSheet.prototype.insertRule)));
    expect(await isWrapped()).toBe(false);
    expect(await page.evaluate(() => lab.sent.length)).toBe(0);
    await page.evaluate(() => lab.share());
    await shows(page, ['#f'], 'canary');
    expect(await isWrapped()).toBe(true);
    const before = await page.evaluate(() => {
      lab.stop();
      return lab.sent.length;
    });
    await child.evaluate(() => document.body.append('meanwhile'));
    await child.waitForFunction(() =>
      /native code/.test(String(CSSStyleSheet.prototype.insertRule)),
    );
    expect(await child.evaluate(() => document.querySelector('alongside-interface'))).toBeNull();
    expect(await page.evaluate(() => lab.sent.length)).toBe(before);
    // Once more, as after a pause.
    await page.evaluate(() => lab.share());
    await shows(page, ['#f'], 'meanwhile');
    await expectAlike(page, '/child', ['#f']);
    await page.close();
  });

  test(`[POLICY-12] ${of}: a frame that joins obeys the rules around it and those for its own path, and follows them`, async () => {
    const page = await open('/top');
    const obey = (...written: object[]) => {
      const parsed = parseSitePolicy({ rules: written });
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      return page.evaluate((relay) => {
        lab.obey({ relay, agent: [] });
        lab.customer.document.body.append('.');
      }, parsed.policy);
    };
    await obey({ name: 'Around', path: { equals: '/top' }, mask: ['#p'] });
    await page.evaluate(() => lab.share());
    await shows(page, ['#f'], '••••••');
    const child = frameAt(page, '/child');
    await child.evaluate(() => {
      document.querySelector('#p')!.textContent = 'hunter2-changed';
      document.querySelector('li')!.id = 'p';
      document.querySelector('li')!.textContent = 'hunter2-matches-now';
    });
    await shows(page, ['#f'], '•'.repeat('hunter2-matches-now'.length));
    expect(await page.evaluate(() => lab.left().match(/hunter2-(changed|matches)/g))).toBeNull();
    await obey({ name: 'Its own', path: { ends: '/child' }, maskByDefault: true, unmask: ['#p'] });
    await shows(page, ['#f'], 'hunter2-changed');
    expect(await page.evaluate(() => lab.text('#f'))).not.toContain('two');
    await obey({ name: 'Paused', path: { ends: '/child' }, pause: 'Not here.' });
    await page.waitForFunction(() => lab.isLabelled('#f'));
    expect(await page.evaluate(() => lab.failures)).toEqual([]);
    await page.close();
  });

  test(`[FRAME-4] ${of}: what the frame's element says holds in the frame, cannot be undone there, and follows`, async () => {
    const page = await open('/top');
    await page.evaluate(() => lab.share());
    await shows(page, ['#f'], 'canary');
    const child = frameAt(page, '/child');
    const care = (word: string) =>
      page.evaluate((said) => {
        lab.customer.document.querySelector<HTMLElement>('#around')!.dataset['alongside'] = said;
      }, word);
    await care('mask');
    await child.evaluate(() => {
      const p = document.querySelector<HTMLElement>('#p')!;
      p.dataset['alongside'] = 'unmask';
      p.textContent = 'hunter2-masked';
      document.querySelector('input')!.value = 'hunter2-value';
    });
    await shows(page, ['#f'], '•'.repeat('hunter2-masked'.length));
    await care('block');
    await child.evaluate(() => (document.querySelector('#p')!.textContent = 'hunter2-blocked'));
    await child.waitForFunction(() =>
      /native code/.test(String(CSSStyleSheet.prototype.insertRule)),
    );
    await page.waitForFunction(() => !lab.shown()!.querySelector('#f'));
    await child.evaluate(() => {
      document.querySelector('#p')!.textContent = 'shown again';
      document.querySelector('input')!.value = '';
    });
    await care('lock');
    await shows(page, ['#f'], 'shown again');
    const reason = await page.evaluate(() => {
      const { x, y } = lab.viewer.boxOf(lab.viewer.idOf(lab.shown('#f')!.querySelector('#p')!))!;
      return lab.viewer.targetAt(x + 5, y + 5).reason;
    });
    expect(reason).toBe('locked');
    expect(await page.evaluate(() => lab.left().match(/.{20}hunter2[\w-]*/gs))).toBeNull();
    await page.close();
  });

  test(`[FRAME-5] ${of}: a hostile frame speaks of nothing but its own streams, and breaks nothing`, async () => {
    const page = await open('/hostile-top');
    await page.evaluate(() => lab.share());
    const hostile = frameAt(page, '/hostile');
    await hostile.evaluate(
      (said) => (window as unknown as { announce(word: string): void }).announce(said),
      frameWord,
    );
    await hostile.waitForFunction(() => 'told' in window);
    const { frames, top } = await page.evaluate(() => {
      const heading = lab.viewer.idOf(lab.shown()!.querySelector('h1')!);
      return { frames: lab.forge(heading), top: lab.shown()!.body.innerHTML };
    });
    await hostile.evaluate((list) => {
      const { port } = window as unknown as { port: MessagePort };
      for (const odd of ['text', 7, { buffered: 1 }, [], new ArrayBuffer(0), undefined])
        port.postMessage(odd);
      for (const bytes of list) port.postMessage(Uint8Array.from(bytes).buffer);
    }, frames);
    await page.waitForFunction(() => lab.answers.some(({ kind }) => kind === 'frameResync'));
    const now = await page.evaluate(() => ({
      kinds: [...new Set(lab.sent.map(({ kind }) => kind))].toSorted(),
      told: lab.sent.filter(({ kind }) => kind === 'frame'),
      answers: lab.answers.map(({ kind }) => kind),
      failures: lab.failures,
      top: lab.shown()!.body.innerHTML.replace(' alongside-foreign=""', ''),
      heading: lab.viewer.idOf(lab.shown()!.querySelector('h1')!),
    }));
    expect(now.kinds).toEqual(['frame', 'frameSnapshot', 'snapshot']);
    expect(now.told.length).toBe(1);
    expect(now.answers).toEqual(['frameResync']);
    expect(now.failures).toEqual([]);
    expect(now.top).toBe(top.replace(' alongside-foreign=""', ''));
    await page.close();
  });

  test(`[FRAME-5] ${of}: a frame that says too much is heard no more, and never faster than the relay takes it`, async () => {
    const page = await open('/hostile-top');
    await page.evaluate(() => lab.share());
    const hostile = frameAt(page, '/hostile');
    await hostile.evaluate(
      (said) => (window as unknown as { announce(word: string): void }).announce(said),
      frameWord,
    );
    await hostile.waitForFunction(() => 'told' in window);
    const frames = await page.evaluate(() => lab.forge(lab.viewer.idOf(lab.shown()!.body)));
    await hostile.evaluate((bytes) => {
      const { port } = window as unknown as { port: MessagePort };
      for (let count = 0; count < 3000; count++) port.postMessage(Uint8Array.from(bytes).buffer);
    }, frames.at(-1)!);
    const times = await page.waitForFunction(() => {
      const told = lab.sent.findLast(({ kind }) => kind === 'frame');
      return told && 'node' in told && told.node === 0 && lab.times;
    });
    const atMs = (await times.jsonValue()) as number[];
    const inHalfASecond = atMs.map((ms) => atMs.filter((at) => at >= ms && at < ms + 500).length);
    expect(Math.max(...inHalfASecond)).toBeLessThan(60);
    expect(atMs.length).toBeLessThan(600);
    expect(await page.evaluate(() => [lab.isLabelled('#f'), lab.failures])).toEqual([true, []]);
    await page.close();
  });

  test(`[FRAME-5] ${of}: a document without an origin is offered nothing, and breaks nothing`, async () => {
    const page = await open('/sandboxed');
    await page.evaluate(() => lab.share());
    await frameAt(page, '/hostile').evaluate(
      (said) => (window as unknown as { announce(word: string): void }).announce(said),
      frameWord,
    );
    await page.waitForFunction(() => lab.framed.has(lab.customer.frames[0]!));
    await page.evaluate(() => {
      lab.customer.document.body.append('afterwards');
      lab.flush();
    });
    expect(await frameAt(page, '/hostile').evaluate(() => 'port' in window)).toBe(false);
    expect(await page.evaluate(() => [lab.isLabelled('#f'), lab.failures])).toEqual([true, []]);
    await page.close();
  });

  test(`[FRAME-6] ${of}: what does not fit in one stream is mended there, and nobody else notices`, async () => {
    const page = await open('/two');
    await page.evaluate(() => lab.share());
    await shows(page, ['#f'], 'canary');
    await shows(page, ['#g'], 'second');
    await page.evaluate(() => {
      const stream = lab.sent.findLast(({ kind }) => kind === 'frame') as { stream: number };
      lab.viewer.apply({
        kind: 'frameBatch',
        stream: stream.stream,
        sequence: 99,
        ops: new Uint8Array([0, 0]),
      });
    });
    await page.waitForFunction(() => lab.answers.some(({ kind }) => kind === 'frameResync'));
    for (const path of ['/child', '/second'])
      await frameAt(page, path).evaluate(
        () => (document.querySelector('#p')!.textContent = 'afterwards'),
      );
    await shows(page, ['#f'], 'afterwards');
    await shows(page, ['#g'], 'afterwards');
    await expectAlike(page, '/child', ['#f']);
    await expectAlike(page, '/second', ['#g']);
    const kinds = await page.evaluate(() => ({
      snapshots: lab.sent.filter(({ kind }) => kind === 'snapshot').length,
      frameSnapshots: lab.sent.filter(({ kind }) => kind === 'frameSnapshot').length,
      asked: lab.answers.filter(({ kind }) => kind !== 'frameAck').map(({ kind }) => kind),
    }));
    expect(kinds).toEqual({ snapshots: 1, frameSnapshots: 3, asked: ['frameResync'] });
    await page.close();
  });

  test(`[FRAME-6] ${of}: what does not parse to what it is is told node by node, for that stream alone`, async () => {
    const page = await open('/top');
    await page.evaluate(() => lab.share());
    await shows(page, ['#f'], 'canary');
    await frameAt(page, '/child').evaluate(() => {
      const link = () => document.createElement('a');
      const outer = document.createElement('div');
      outer.append(link());
      // Fewer nodes are told one by one as it is.
      for (let more = 0; more < 9; more++) outer.append(document.createElement('i'));
      outer.firstElementChild!.append('outer ', link());
      outer.querySelector('a a')!.append('within a link');
      document.body.append(outer);
    });
    await shows(page, ['#f'], 'within a link');
    await expectAlike(page, '/child', ['#f']);
    const asked = await page.evaluate(() =>
      lab.answers.map(({ kind }) => kind).filter((kind) => kind !== 'frameAck'),
    );
    expect(asked).toEqual(['frameInexact']);
    await page.close();
  });

  test(`[FRAME-6] ${of}: one who joins late gets the page and all that is in its frames`, async () => {
    const page = await open('/nested');
    await page.evaluate(() => lab.share());
    await shows(page, ['#f', '#g'], 'leaf');
    await page.evaluate(() => lab.resync());
    await page.waitForFunction(
      () => lab.sent.filter(({ kind }) => kind === 'frameSnapshot').length === 4,
    );
    await shows(page, ['#f', '#g'], 'leaf');
    expect(await page.evaluate(() => lab.text('#f'))).toContain('middle');
    await expectAlike(page, '/leaf', ['#f', '#g']);
    await page.close();
  });

  test(`[FRAME-7] ${of}: a frame within a frame joins through its own parent`, async () => {
    const page = await open('/nested');
    await page.evaluate(() => lab.share());
    await shows(page, ['#f', '#g'], 'leaf');
    await frameAt(page, '/leaf').evaluate(
      () => (document.querySelector('#p')!.textContent = 'changed'),
    );
    await shows(page, ['#f', '#g'], 'changed');
    await expectAlike(page, '/leaf', ['#f', '#g']);
    const labelled = await page.evaluate(() =>
      ['#g', '#h'].map((at) =>
        lab.shown('#f')!.querySelector(at)!.hasAttribute('alongside-foreign'),
      ),
    );
    expect(labelled).toEqual([false, true]);
    // Its parent goes, and it with it; nothing of either is left.
    await page.evaluate(() => lab.customer.document.querySelector('#f')!.remove());
    await page.waitForFunction(() => !lab.shown()!.querySelector('#f'));
    expect(
      await page.evaluate(() => [
        lab.failures,
        lab.answers.filter(({ kind }) => kind !== 'frameAck'),
      ]),
    ).toEqual([[], []]);
    await page.close();
  });

  test(`[FRAME-7] ${of}: a frame of another site in one of the page's own joins the page`, async () => {
    const page = await open('/within');
    await page.evaluate(() => lab.share());
    await shows(page, ['#o', '#f'], 'canary');
    await expectAlike(page, '/child', ['#o', '#f']);
    await page.close();
  });

  test(`[FRAME-8] ${of}: a frame that navigates leaves, and joins again when it comes back`, async () => {
    const page = await open('/top');
    await page.evaluate(() => lab.share());
    await shows(page, ['#f'], 'canary');
    const go = (to: string) =>
      page.evaluate((address) => {
        lab.customer.document.querySelector<HTMLIFrameElement>('#f')!.src = address;
      }, `${sites.b}${to}`);
    await go('/plain');
    await page.waitForFunction(() => lab.isLabelled('#f'));
    expect(await page.evaluate(() => lab.text('#f'))).toBe('');
    await go('/second');
    await shows(page, ['#f'], 'second');
    await go('/child');
    await shows(page, ['#f'], 'canary');
    await expectAlike(page, '/child', ['#f']);
    const latest = () => page.evaluate(() => lab.latestStream());
    const joinedAfter = (stream: number) =>
      page.waitForFunction((earlier) => lab.latestStream() > earlier, {}, stream);
    // Moved, it loads anew, here and in the viewer.
    let before = await latest();
    await page.evaluate(() => {
      const { document } = lab.customer;
      document.body.prepend(document.querySelector('#f')!);
    });
    await joinedAfter(before);
    await shows(page, ['#f'], 'canary');
    await expectAlike(page, '/child', ['#f']);
    // Another element with the same page in it.
    before = await latest();
    await page.evaluate(() => {
      const frame = lab.customer.document.querySelector('#f')!;
      frame.replaceWith(frame.cloneNode());
    });
    await joinedAfter(before);
    await shows(page, ['#f'], 'canary');
    expect(
      await page.evaluate(() => [
        lab.failures,
        lab.answers.filter(({ kind }) => kind !== 'frameAck'),
      ]),
    ).toEqual([[], []]);
    await page.close();
  });

  test(`[FRAME-8] ${of}: of two offers in a row the later one counts, whichever is taken first`, async () => {
    const page = await open('/top');
    await page.waitForFunction(() => lab.framed.has(lab.customer.frames[0]!));
    for (let round = 0; round < 5; round++) {
      await page.evaluate(() => {
        lab.share();
        // Told anew at once: the element has another number, and its frame another offer.
        lab.resync();
      });
      await shows(page, ['#f'], 'canary');
      await page.evaluate(() => lab.stop());
    }
    expect(await page.evaluate(() => lab.failures)).toEqual([]);
    await page.close();
  });

  test(`[FRAME-9] ${of}: the customer's pointer in a frame is told there, and what the agent points out is drawn there`, async () => {
    const page = await open('/top');
    await page.evaluate(() => lab.share());
    await shows(page, ['#f'], 'canary');
    const child = frameAt(page, '/child');
    const p = (await child.$('#p'))!;
    const box = (await p.boundingBox())!;
    await page.mouse.move(box.x + 5, box.y + 5);
    await page.mouse.move(box.x + 10, box.y + 8);
    const told = await page.waitForFunction(() => {
      const last = lab.sent.findLast(({ kind }) => kind === 'pointer');
      const node = last && 'at' in last && lab.viewer.nodeOf(last.at.node);
      return node && (node as Element).id;
    });
    expect(await told.jsonValue()).toBe('p');
    await page.evaluate(() => {
      const node = lab.viewer.idOf(lab.shown('#f')!.querySelector('#p')!);
      lab.say({ kind: 'highlight', node });
    });
    await child.waitForFunction(() =>
      document.querySelector('alongside-interface')?.matches(':popover-open'),
    );
    // What is drawn for the agent is not of the page.
    await child.evaluate(() => document.body.append('after'));
    await shows(page, ['#f'], 'after');
    expect(
      await page.evaluate(() => lab.shown('#f')!.querySelector('alongside-interface')),
    ).toBeNull();
    await page.evaluate(() => lab.stop());
    await child.waitForFunction(() => !document.querySelector('alongside-interface'));
    await page.close();
  });
});
