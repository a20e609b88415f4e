// A page's scripts against the customer's consent, in real Chromium: whatever they do to the dialog, a press on *Allow* counts only where the dialog
// still looks as it did.
import { deflateRawSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encode } from '../../protocol/frame.ts';
import type { GrantId, NodeId } from '../../protocol/ids.ts';
import { DEFLATED, kinds } from '../../protocol/kinds.ts';
import { comparePictures } from '../../scripts/inspect/comparePictures.ts';
import type { AlongsideFacade } from '../../snippet/surface.ts';
import { armed, byName, setStage, share, stateIs, stateOf } from './stage.ts';
import type { Stage } from './stage.ts';
import { site } from './site.ts';

declare const Alongside: AlongsideFacade;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(site);
});
afterAll(() => stage.close());

async function asked(before = ''): Promise<Page> {
  const page = await stage.open('/');
  await stateIs(page, 'idle');
  await page.evaluate(before);
  const agent = await stage.callAgent();
  await page.evaluate((key) => Alongside.join(key), agent.securityKey);
  await byName(page, 'Allow');
  return page;
}

/** But for the edges of letters, where it stands half a pixel elsewhere. */
function isAlike(before: Uint8Array, after: Uint8Array | null): boolean {
  if (!after) return false;
  const sizeOf = (picture: Uint8Array) =>
    `${Buffer.from(picture.subarray(16, 24)).toString('hex')}`;
  return sizeOf(before) === sizeOf(after) && comparePictures(before, after, []).part < 0.005;
}

const turn = (page: Page, ms = 0) =>
  page.evaluate((wait) => new Promise((done) => setTimeout(done, wait)), ms);

/** Whatever the page swallows of the events by which we would notice. */
const deaf = `for (const type of ['toggle', 'beforetoggle', 'close', 'cancel', 'fullscreenchange'])
  window.addEventListener(type, (event) => event.stopImmediatePropagation(), true);`;
const cover = (style: string) => `const cover = document.createElement('div');
  cover.popover = 'manual';
  cover.textContent = 'Accept cookies?';
  cover.style.cssText = 'position:fixed;inset:0;margin:0;border:0;width:100vw;height:100vh;background:#fff;${style}';
  document.body.append(cover);
  cover.showPopover();`;
const inClosedRoot = (made: string) => `const holder = document.createElement('div');
  document.body.append(holder);
  const root = holder.attachShadow({ mode: 'closed' });
  ${made.replace('document.body.append(cover)', 'root.append(cover)')}`;
const host = `document.querySelector('alongside-interface')`;
const rule = (css: string) =>
  `document.head.append(Object.assign(document.createElement('style'), { textContent: ${JSON.stringify(css)} }));`;

const deeds: readonly (readonly [name: string, deed: string])[] = [
  ['a cover that takes presses', cover('')],
  ['a cover that lets presses through', cover('pointer-events:none')],
  ['a cover that lets presses through, its events swallowed', deaf + cover('pointer-events:none')],
  ['a cover in a closed shadow root', inClosedRoot(cover('pointer-events:none'))],
  ['a cover with a hole at Allow', cover('clip-path:polygon(0 0,100% 0,100% 55%,0 55%)')],
  [
    'a modal dialog that lets presses through',
    `${deaf}const cover = document.createElement('dialog');
     cover.textContent = 'Accept cookies?';
     cover.style.cssText = 'position:fixed;inset:0;margin:0;width:100vw;height:100vh;max-width:none;max-height:none;pointer-events:none';
     document.body.append(cover);
     cover.showModal();`,
  ],
  [
    'a dialog put away and opened again, so that ours is below',
    `${cover('pointer-events:none')}cover.hidePopover();cover.showPopover();`,
  ],
  ['opacity', rule('html, alongside-interface { opacity: 0 !important }')],
  [
    'opacity by animation',
    `for (const one of [${host}, document.documentElement, document.body])
       one.animate({ opacity: [0, 0] }, { duration: 1e6, fill: 'forwards' });`,
  ],
  [
    'opacity by a keyframe that is important',
    rule('@keyframes f { to { opacity: 0 !important } } * { animation: f 1s forwards !important }'),
  ],
  [
    'opacity by a slow transition',
    `${rule('* { transition: opacity 1s !important; opacity: 1 } .f { opacity: 0.01 !important }')}
     ${host}.className = 'f'; document.documentElement.className = 'f';`,
  ],
  ['filter', rule('html, body, alongside-interface { filter: opacity(0) blur(40px) !important }')],
  ['clip-path', rule('html, alongside-interface { clip-path: inset(50%) !important }')],
  ['mask', rule('html, alongside-interface { mask: linear-gradient(#0000, #0000) !important }')],
  ['transform', rule('html, alongside-interface { transform: scale(0.01) !important }')],
  ['zoom, small', rule('html { zoom: 0.05 !important }')],
  ['zoom, large', rule('html { zoom: 8 !important }')],
  [
    'the colour of its text',
    rule(
      '*, *::backdrop, ::part(x) { color: #fff !important; --ink: #fff; background: #fff !important }',
    ),
  ],
  [
    'custom properties',
    rule(':root, * { --paper: #000 !important; --ink: #000 !important; --soft: #000 !important }'),
  ],
  ['display', rule('html, alongside-interface { display: none !important }')],
  [
    'content-visibility',
    rule('html, body, alongside-interface { content-visibility: hidden !important }'),
  ],
  ['visibility', rule('html, alongside-interface { visibility: hidden !important }')],
  ['inert', `document.documentElement.inert = true; ${host}.inert = true;`],
  ['its removal', `${host}.remove();`],
  [
    'its hiding',
    `${host}.hidden = true; ${host}.hidePopover(); ${host}.removeAttribute('popover');`,
  ],
  [
    'another place for it',
    `document.body.append(Object.assign(document.createElement('div'), { hidden: true })); document.body.lastChild.append(${host});`,
  ],
  [
    'a page without it',
    `document.body.replaceChildren(); document.documentElement.append(document.createElement('main'));`,
  ],
  [
    'a font and a way of writing',
    rule('html, alongside-interface { writing-mode: vertical-rl; font: 1px/1 serif !important }'),
  ],
];

test.each(deeds)(
  '[ATTACK-1] against %s: what does not look as it did does not count',
  async (_name, deed) => {
    const page = await asked();
    const allow = await byName(page, 'Allow');
    await armed(allow);
    const looks = async () => {
      const clip = await allow.evaluate((button) => {
        const { x, y, width, height } = button.closest('dialog')!.getBoundingClientRect();
        // Without the round corners, where what is behind it shows.
        return { x: x + 8, y: y + 8, width: width - 16, height: height - 16 };
      });
      return clip.height > 0 ? page.screenshot({ clip }) : null;
    };
    await page.mouse.move(5, 5);
    const before = await looks();
    await page.evaluate(deed);
    await turn(page, 700);
    const after = await looks();
    const at = await allow.evaluate((button) => {
      const { x, y, width, height } = button.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    const isOnScreen = at.x > 0 && at.y > 0 && at.x < 1000 && at.y < 700;
    await page.mouse.click(isOnScreen ? at.x : 500, isOnScreen ? at.y : 350);
    await turn(page);
    const state = await stateOf(page);
    expect([isAlike(before!, after) ? 'as it did' : 'otherwise', state]).not.toEqual([
      'otherwise',
      'active',
    ]);
    await page.close();
  },
);

test('[ATTACK-2] Allow does not count where the page has just moved it under the pointer', async () => {
  const page = await asked();
  const allow = await byName(page, 'Allow');
  await armed(allow);
  const box = await allow.evaluate((at) => {
    const { x, y, width, height } = at.getBoundingClientRect();
    return { x, y, width, height };
  });
  // The whole page grows, so that Allow comes to where Decline was.
  await page.evaluate((decline) => {
    addEventListener(
      'pointermove',
      ({ clientX }) => {
        if (clientX < decline) document.documentElement.style.zoom = '1.6';
      },
      true,
    );
  }, box.x);
  const at = { x: box.x - box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(at.x, at.y);
  const now = await allow.evaluate((button) => {
    const { x, y, width, height } = button.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  await page.mouse.click(now.x, now.y);
  expect(await stateOf(page)).toBe('pending');
  await page.close();
});

test('[ATTACK-2] no event that a script makes, at whatever it can reach, answers', async () => {
  const page = await asked();
  const allow = await byName(page, 'Allow');
  await armed(allow);
  const { x, y } = await allow.evaluate((at) => {
    const { left, top, width, height } = at.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await page.evaluate(
    (clientX, clientY) => {
      const own = document.querySelector('alongside-interface') as HTMLElement;
      const at = {
        clientX,
        clientY,
        bubbles: true,
        composed: true,
        cancelable: true,
        view: window,
      };
      const targets = [
        own,
        document,
        window,
        document.activeElement!,
        document.elementFromPoint(clientX, clientY)!,
      ];
      for (const target of targets) {
        for (const type of ['pointerdown', 'pointerup'])
          target.dispatchEvent(new PointerEvent(type, { ...at, isPrimary: true }));
        for (const type of ['mousedown', 'mouseup', 'click'])
          target.dispatchEvent(new MouseEvent(type, at));
        for (const key of ['Enter', ' '])
          for (const type of ['keydown', 'keypress', 'keyup'])
            target.dispatchEvent(
              new KeyboardEvent(type, { ...at, key, code: key === ' ' ? 'Space' : key }),
            );
        target.dispatchEvent(new SubmitEvent('submit', at));
      }
      own.click();
      own.focus();
      const label = document.createElement('label');
      own.replaceWith(label);
      label.append(own);
      label.click();
      document.documentElement.append(own);
      const trusted = new MouseEvent('click', at);
      // Neither an event that says of itself that it is trusted.
      const liar = new Proxy(trusted, {
        get: (event, key) => (key === 'isTrusted' ? true : Reflect.get(event, key)),
      });
      try {
        own.dispatchEvent(liar);
      } catch {
        // No event at all to the browser.
      }
    },
    x,
    y,
  );
  await turn(page, 100);
  expect(await stateOf(page)).toBe('pending');
  await page.close();
});

/** Done to the platform, each in a way that some script in the wild has done it. */
const tampering: readonly (readonly [name: string, deed: string])[] = [
  [
    'arrays that throw',
    `for (const name of ['push', 'map', 'forEach', 'filter', 'includes', 'some'])
       Array.prototype[name] = () => { throw new Error('tampered'); };`,
  ],
  ['JSON that throws', `JSON.parse = JSON.stringify = () => { throw new Error('tampered'); };`],
  [
    'JSON that gives an older browser’s toJSON',
    `Array.prototype.toJSON = Object.prototype.toJSON = function () { return 'tampered'; };`,
  ],
  [
    'an observer that sees nothing',
    `window.MutationObserver = class { observe() {} disconnect() {} takeRecords() { return []; } };`,
  ],
  [
    'an observer that throws',
    `window.MutationObserver = new Proxy(MutationObserver, { construct() { throw new Error('tampered'); } });`,
  ],
  [
    'objects that have everything',
    `for (const name of ['kind', 'at', 'is', 'do', 'allowed', 'member', 'problem', 'get', 'set', 'value'])
       Object.defineProperty(Object.prototype, name, { configurable: true, get: () => true, set(v) { Object.defineProperty(this, name, { value: v, writable: true, configurable: true, enumerable: true }); } });`,
  ],
  [
    'proxies for nodes and storage',
    `const trap = { get() { throw new Error('tampered'); }, has() { throw new Error('tampered'); } };
     Object.defineProperty(window, 'sessionStorage', { value: new Proxy({}, trap) });
     Object.defineProperty(document, 'body', { get: () => new Proxy({}, trap) });`,
  ],
  [
    'elements that cannot be made',
    `Document.prototype.createElement = () => { throw new Error('tampered'); };`,
  ],
  ['listeners that are not kept', `EventTarget.prototype.addEventListener = () => undefined;`],
  ['promises that throw', `Promise.prototype.then = () => { throw new Error('tampered'); };`],
  [
    'frames and timers that never come',
    `window.requestAnimationFrame = window.setTimeout = window.setInterval = () => 0;`,
  ],
  [
    'a confirming page',
    `window.confirm = () => true; Event.prototype.preventDefault = () => undefined; HTMLDialogElement.prototype.showModal = function () { this.open = true; };`,
  ],
];
const moments = ['before the loader', 'after the loader'] as const;

test.each(
  moments.flatMap((moment) => tampering.map(([name, deed]) => [name, moment, deed] as const)),
)(
  '[ATTACK-3] %s, %s: nothing is allowed that nobody has allowed, nothing masked leaves, nothing is thrown into the page',
  async (_name, moment, deed) => {
    const context = await stage.browser.createBrowserContext();
    const page = await context.newPage();
    const thrown: string[] = [];
    page.on('pageerror', (error) => thrown.push(String((error as Error).stack ?? error)));
    if (moment === 'before the loader') await page.evaluateOnNewDocument(deed);
    await page.goto(`${stage.siteOrigin}/`);
    await page
      .waitForFunction('window.Alongside?.state !== undefined', { timeout: 5000 })
      .catch(() => null);
    if (moment === 'after the loader') await page.evaluate(`(() => {${deed}})()`);
    const agent = await stage.callAgent();
    await page.evaluate(`Alongside.join('${agent.securityKey}')`).catch(() => null);
    // However far it comes: a script presses what it can reach, a person has not.
    const dialog = await page
      .waitForSelector('aria/Allow[role="button"]', { timeout: 2500 })
      .catch(() => null);
    await page.evaluate(`document.querySelector('alongside-interface')?.click()`).catch(() => null);
    expect(
      agent.received.filter(({ kind }) => /^(viewGranted|snapshot|batch)$/.test(kind)),
    ).toEqual([]);
    // Now a person does.
    const box = await dialog?.boundingBox().catch(() => null);
    await new Promise((done) => setTimeout(done, 700));
    if (box) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await new Promise((done) => setTimeout(done, 700));
    const sent = agent.received.map((message) =>
      'ops' in message ? new TextDecoder('latin1').decode(message.ops) : JSON.stringify(message),
    );
    expect(sent.join()).not.toMatch(/secret words|hunter2|left out/);
    expect(thrown.filter((error) => error.includes(stage.relayOrigin))).toEqual([]);
    agent.leave();
    await context.close();
  },
);

test('[ATTACK-4] what an agent sends again, cut short, out of order, of another’s kind or without end harms neither page nor session', async () => {
  const page = await stage.open('/');
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(String(error)));
  const agent = await share(stage, page);
  const asking = encode({ kind: 'controlRequested', kinds: ['click'] });
  // Each is of a kind that an agent may send, so that the relay lets it through.
  const frames = [
    encode({
      kind: 'comment',
      id: 1,
      at: { node: 5 as NodeId, x: 0, y: 0 },
      text: 'x'.repeat(500),
    }),
    encode({ kind: 'pointer', gone: false, at: { node: 5 as NodeId, x: 0.5, y: 0.5 } }),
    encode({ kind: 'ack', sequence: 2 ** 40 }),
    encode({ kind: 'inexact', runs: [{ first: 0, count: 2 ** 30 }] }),
    encode({ kind: 'assetWanted', pictures: [1 as NodeId], addresses: [], hashes: [] }),
    asking,
  ];
  for (const frame of frames)
    for (const cut of [1, Math.ceil(frame.length / 2), frame.length - 1])
      agent.sendBytes(frame.slice(0, Math.max(1, cut)));
  // Said to be deflated, and no such thing; and a small one that grows without end.
  agent.sendBytes(Uint8Array.from([kinds.comment.code | DEFLATED, 1, 2, 3, 4]));
  const bomb = deflateRawSync(new Uint8Array(4_000_000));
  agent.sendBytes(Uint8Array.from([kinds.comment.code | DEFLATED, ...bomb]));
  for (let turns = 0; turns < 20; turns++)
    for (const frame of frames) agent.sendBytes(Uint8Array.from(frame));
  for (let number = 50; number > 0; number--)
    agent.send({
      kind: 'command',
      number,
      grant: 1 as GrantId,
      action: { type: 'text', node: 0 as NodeId, text: 'forged' },
    });
  await byName(page, 'Allow');
  const dialogs = await (
    await byName(page, 'Decline')
  ).evaluate((at) => (at.getRootNode() as ShadowRoot).querySelectorAll('dialog').length);
  expect(dialogs).toBe(1);
  const from = agent.received.length;
  agent.send({ kind: 'resync' });
  await agent.hears('tab', from);
  expect(await stateOf(page)).toBe('active');
  expect(await page.evaluate(() => document.querySelector('#low')!.outerHTML)).not.toContain(
    'forged',
  );
  expect(agent.received.filter(({ kind }) => kind === 'controlGranted')).toEqual([]);
  expect(thrown).toEqual([]);
  await page.close();
});
