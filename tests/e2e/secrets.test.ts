// The promise that matters most: nothing leaves unmasked. Secrets are planted wherever a page can hold text and by every kind of change,
// and then looked for in every frame that the customer's browser sent, before and after encoding.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterKey, press, readKey, see, seeText } from '../../demo/people.ts';
import type { Stage } from '../../demo/stage.ts';
import { tapWire } from '../harness/wireTap.ts';
import { servePages } from '../harness/serve.ts';
import type { PageServer } from '../harness/serve.ts';
import { openStage, seesInMirror, share } from './openStage.ts';

const SECRET = 'hunter2';
/** Every secret is `hunter2-` and where it stood, so that a leak names itself. */
const secret = (where: string) => `${SECRET}-${where}`;

function page(relay: string): string {
  return `<!doctype html><html><head><title>Secrets</title><script async src="${relay}/alongside.js"></script>
  <meta name="csrf" content="${secret('meta')}"><script>var inline = '${secret('script')}';</script></head><body>
  <button data-alongside-open>Get help</button><p id="public">public text</p>
  <input type="password" value="${secret('password')}" placeholder="${secret('password-placeholder')}">
  <input type="password" id="shown" name="field7">
  <input type="hidden" name="t" value="${secret('hidden')}">
  <input autocomplete="cc-number" value="${secret('cc')}"><input name="cvc" value="${secret('cvc')}">
  <input autocomplete="one-time-code" value="${secret('otp')}">
  <section data-alongside="mask" title="${secret('title')}" aria-label="${secret('aria')}" data-note="${secret('data')}">
    ${secret('text')} <b>${secret('nested')}</b><input value="${secret('value')}" placeholder="${secret('placeholder')}">
    <textarea>${secret('textarea')}</textarea><select><option value="${secret('option-value')}" label="${secret('option-label')}">${secret('option')}</option></select>
    <img src="/${secret('src')}.png" alt="${secret('alt')}"><a href="/${secret('href')}">link</a>
    <div style="background: url(/${secret('style')}.png)"></div><div contenteditable>${secret('editable')}</div>
    <svg><text>${secret('svg')}</text><title>${secret('svg-title')}</title></svg><x-host></x-host>
    <iframe srcdoc="<p>${secret('frame')}</p>"></iframe><label><input type="radio" value="${secret('radio')}" checked>x</label>
    <p data-alongside="unmask">unmasked island <input type="password" value="${secret('island')}"></p>
  </section>
  <section data-alongside="block" title="${secret('block-title')}">${secret('block')}<input value="${secret('block-value')}"></section>
  <div id="later"></div>
  <script>customElements.define('x-host', class extends HTMLElement { constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<p title="${secret('shadow-title')}">${secret('shadow')}</p>'; } });</script>
  </body></html>`;
}

let stage: Stage;
let site: PageServer;
beforeAll(async () => {
  stage = await openStage();
  site = await servePages((path) =>
    path === '/' ? { body: page(stage.relay.origin) } : undefined,
  );
});
afterAll(async () => {
  await stage?.close();
  await site?.close();
});

test('[MIRROR-2] nothing of the page leaves before the customer consents to view', async () => {
  const { panel, shop } = stage;
  const tap = await tapWire(shop);
  await shop.goto(site.origin);
  await press(panel, 'Start with a security key');
  await enterKey(shop, await readKey(panel));
  await see(shop, 'Share this page with Sam Okoro?', 'dialog');
  await shop.mouse.move(50, 50);
  await shop.evaluate(() => document.body.append('changed before consent'));
  expect(tap.frames.filter(({ kind }) => kind !== null && kind !== 'tab')).toEqual([]);
  expect(tap.text()).not.toContain('public text');
  await press(shop, 'Decline');
  await seeText(panel, 'chose not to share');
  expect(tap.frames.filter(({ kind }) => kind === 'snapshot' || kind === 'batch')).toEqual([]);
});

test('[MASK-4] no planted secret is in any byte that the customer’s browser sends', async () => {
  const { shop, panel } = stage;
  const tap = await tapWire(shop);
  await shop.goto(`${site.origin}/?token=${secret('query')}#${secret('hash')}`);
  // Typed as a password and shown by the page, all before anything is shared.
  await shop.waitForFunction(() => 'Alongside' in window);
  await shop.type('#shown', secret('shown'));
  await shop.$eval('#shown', (field) => ((field as HTMLInputElement).type = 'text'));
  await share(panel, shop);
  await shop.evaluate((word) => {
    const plant = (where: string) => `${word}-late-${where}`;
    const masked = document.querySelector('[data-alongside="mask"]')!;
    masked.setAttribute('title', plant('title'));
    masked.querySelector('b')!.firstChild!.nodeValue = plant('data');
    masked.querySelector('input')!.value = plant('value');
    masked.append(
      plant('append'),
      Object.assign(document.createElement('i'), { textContent: plant('element') }),
    );
    masked.querySelector('x-host')!.shadowRoot!.append(plant('shadow'));
    masked.querySelector('iframe')!.contentDocument!.body.append(plant('frame'));
    document.querySelector('[data-alongside="block"]')!.append(plant('block'));
    const password = document.querySelector<HTMLInputElement>('input[type=password]')!;
    password.value = plant('password');
    password.type = 'text';
    const moved = Object.assign(document.createElement('em'), { textContent: plant('wrapped') });
    const host = document.createElement('div');
    host.dataset['alongside'] = 'mask';
    host.append(moved);
    document.querySelector('#later')!.append(host);
    const deep = document.createElement('div');
    deep.attachShadow({ mode: 'closed' }).innerHTML = `<p>${plant('closed')}</p>`;
    host.append(deep);
    history.replaceState(null, '', `?again=${plant('query')}`);
    document.querySelector('#public')!.textContent = 'public text, changed';
  }, SECRET);
  // Typed by the customer's own hand.
  await shop.type('input[autocomplete="cc-number"]', secret('typed'));
  await seesInMirror(
    panel,
    (mirrored) => mirrored.querySelector('#public')?.textContent === 'public text, changed',
  );
  await shop.evaluate(() =>
    document.body.append(Object.assign(document.createElement('p'), { id: 'last' })),
  );
  await seesInMirror(panel, (mirrored) => mirrored.querySelector('#last'));

  const pageFrames = tap.frames.filter(({ kind }) => kind === 'snapshot' || kind === 'batch');
  expect(pageFrames.length).toBeGreaterThan(1);
  const sent = tap.text();
  expect(sent).toContain('public text, changed');
  expect(sent).toContain('unmasked island');
  const toRelay = tap.requests.filter((request) => request.startsWith(stage.relay.origin));
  const leaked = new Set(
    [...tap.frames.map((frame) => new TextDecoder().decode(frame.payload)), ...toRelay].flatMap(
      (text) => text.match(/hunter2[\w-]*/g) ?? [],
    ),
  );
  expect([...leaked]).toEqual([]);
  expect(
    await panel.evaluate(
      () => document.querySelector('iframe')!.contentDocument!.documentElement.outerHTML,
    ),
  ).not.toContain(SECRET);
});
