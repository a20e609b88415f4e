// The site's policies on pages: what their selectors hide, whatever makes an element match and whenever, looked for in every byte that was
// sent. Each secret is `hunter2-` and where it stood; `shown-` is what must be there, so that no test passes by sending nothing.
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseSitePolicy } from '../../protocol/parseSitePolicy.ts';
import type { SitePolicy } from '../../protocol/sitePolicy.ts';
import { browsers } from '../harness/browsers.ts';
import type { PageServer } from '../harness/serve.ts';
import type { Lab } from './lab.ts';
import { serveLab } from './serveLab.ts';

declare const lab: Lab;

let server: PageServer;
let shown = '';
beforeAll(async () => {
  server = await serveLab((path) =>
    path.startsWith('/page') ? { body: `<!doctype html>${shown}` } : undefined,
  );
});
afterAll(() => server?.close());

function policyOf(...rules: object[]): SitePolicy {
  const parsed = parseSitePolicy({
    rules: rules.map((rule, index) => ({ name: `Rule ${index}`, ...rule })),
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.policy;
}

interface Opened {
  readonly page: Page;
  /** What was sent, when `act` has been done to the page. */
  sent(act?: string): Promise<string>;
  run<T>(code: string): Promise<T>;
}

async function open(
  browser: Browser,
  body: string,
  relay: SitePolicy,
  { agent = [] as SitePolicy, path = '/page' } = {},
): Promise<Opened> {
  shown = body;
  const page = await browser.newPage();
  await page.goto(`${server.origin}/lab`);
  await page.evaluate((address, policies) => lab.open(address, policies), path, { relay, agent });
  const run = <T>(code: string) =>
    page.evaluate(`(async (w, d) => {
      const $ = (selector) => d.querySelector(selector);
      const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      ${code}
    })(lab.customer, lab.customer.document)`) as Promise<T>;
  return {
    page,
    run,
    sent: (act = '') =>
      run(`${act}; await frames(); lab.flush(); await frames(); lab.flush();
        if (lab.live.failures.length) throw new Error(lab.live.failures.join());
        return lab.sent();`),
  };
}

const secretsIn = (sent: string) => (sent.match(/hunter2[\w-]*/g) ?? []).join();

type Place = readonly [where: string, body: string, act?: string];
/** Under `mask: .s`, `block: .b`, `mask: form:has(:checked) .late, [data-x="1"] p`. */
const places: readonly Place[] = [
  ['a snapshot', '<p class=s>hunter2-p</p>'],
  [
    'a snapshot, deep in what is plain',
    `<div>${'<i>x</i>'.repeat(20)}<div><p class=s title=hunter2-t>hunter2-p</p></div></div>`,
  ],
  ['a blocked place', `<div>${'<i>x</i>'.repeat(20)}<div class=b><p>hunter2-b</p></div></div>`],
  [
    'attributes and fields',
    '<div class=s><input value=hunter2-v placeholder=hunter2-p><a href=/x/hunter2-h>x</a></div>',
  ],
  [
    'a class that comes with its text',
    '<p id=p>x</p>',
    `$('#p').className='s'; $('#p').textContent='hunter2-p'`,
  ],
  [
    'a class that comes before its text',
    '<p id=p>x</p>',
    `$('#p').className='s'; lab.flush(); $('#p').textContent='hunter2-p'`,
  ],
  [
    'text that comes before its class, in one task',
    '<p id=p>x</p>',
    `$('#p').textContent='hunter2-p'; $('#p').className='s'`,
  ],
  [
    'an ancestor that begins to match',
    '<div id=a><div><p>x</p></div></div>',
    `$('p').textContent='hunter2-p'; $('#a').dataset.x='1'`,
  ],
  [
    'a sibling that makes :has match',
    '<form><input type=checkbox><p class=late>x</p></form>',
    `$('input').checked=true; $('p').textContent='hunter2-p'`,
  ],
  [
    ':has by insertion',
    '<form id=f><p class=late>x</p></form>',
    `$('#f').insertAdjacentHTML('beforeend','<input type=checkbox checked>'); $('p').textContent='hunter2-p'`,
  ],
  ['what is inserted', '<div id=a></div>', `$('#a').innerHTML='<p class=s>hunter2-p</p>'`],
  [
    'what is inserted within much that is plain',
    '<div id=a></div>',
    `$('#a').innerHTML='<ul>'+'<li>x</li>'.repeat(50)+'<li><b><i class=s>hunter2-i</i></b></ul>'`,
  ],
  [
    'what is moved in',
    '<div id=a data-x=1></div><p id=p>x</p>',
    `$('#p').textContent='hunter2-p'; $('#a').append($('#p'))`,
  ],
  [
    'what is in a moved subtree',
    '<div id=a></div><div id=m data-x=0><p>x</p></div>',
    `$('p').textContent='hunter2-p'; $('#m').dataset.x='1'; $('#a').append($('#m'))`,
  ],
  [
    'a shadow root',
    '<div id=h></div>',
    `$('#h').attachShadow({mode:'open'}).innerHTML='<p class=s>hunter2-p</p><b>x</b>'; lab.flush(); $('#h').shadowRoot.querySelector('b').className='s'; $('#h').shadowRoot.querySelector('b').textContent='hunter2-b'`,
  ],
  [
    'a shadow root’s light children, by the slot',
    '<div id=h><p>x</p></div>',
    `$('#h').attachShadow({mode:'open'}).innerHTML='<div id=w><slot></slot></div>'; lab.flush(); $('#h').shadowRoot.getElementById('w').className='s'; $('p').textContent='hunter2-slotted'`,
  ],
  [
    'a frame of the same site',
    '<iframe srcdoc="<p class=s>hunter2-p</p><b>x</b>"></iframe>',
    `for (let i=0;i<20;i++) await frames(); const b=$('iframe').contentDocument.querySelector('b'); b.className='s'; b.textContent='hunter2-b'`,
  ],
  [
    'a frame that begins to match',
    '<iframe srcdoc="<p>x</p>"></iframe>',
    `for (let i=0;i<20;i++) await frames(); $('iframe').className='s'; $('iframe').contentDocument.querySelector('p').textContent='hunter2-p'`,
  ],
  [
    'a form whose fields are called as the platform’s methods',
    '<form class=s><input name=matches><input name=querySelector>hunter2-f</form>',
  ],
  ['SVG', '<svg class=s><text>hunter2-svg</text></svg>'],
  ['a title by a selector', '<title class=s>hunter2-title</title>', `d.title='hunter2-later'`],
  [
    'a picture and what draws',
    '<div class=s><img alt=hunter2-alt src="/hunter2-src.png"><video poster="/hunter2-poster.png"></video><p style="background:url(/hunter2-bg.png)">x</p></div>',
  ],
  [
    'a caret’s text and a value that script sets',
    '<input class=s id=f>',
    `$('#f').value='hunter2-v'; $('#f').focus()`,
  ],
  [
    'a value that was there before it matched',
    '<input id=f>',
    `$('#f').value='hunter2-v'; $('#f').className='s'`,
  ],
  [
    'a large slice',
    '<div id=big></div>',
    `$('#big').innerHTML='<p>x</p>'.repeat(20000)+'<section id=s><b>hunter2-slice</b></section>'; await new Promise(r=>setTimeout(r,30)); $('#s').className='s'; for(let i=0;i<30;i++) await frames()`,
  ],
];
const selecting = policyOf(
  { mask: ['.s'] },
  { block: ['.b'] },
  { mask: ['form:has(:checked) .late', '[data-x="1"] p'] },
);

describe.each(browsers)('in $name', ({ name: of, launch }) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  async function withPage(
    work: (opened: Opened) => Promise<void>,
    ...args: Parameters<typeof open> extends [Browser, ...infer A] ? A : never
  ): Promise<void> {
    const opened = await open(browser, ...args);
    try {
      await work(opened);
    } finally {
      await opened.page.close();
    }
  }

  test.each(places)(`[POLICY-6] ${of}: not from %s`, (_, body, act) =>
    withPage(
      async ({ sent }) => {
        const bytes = await sent(act);
        expect(secretsIn(bytes)).toBe('');
        expect(bytes).toContain('shown-ok');
      },
      `<em>shown-ok</em>${body}`,
      selecting,
    ),
  );

  test(`[POLICY-6] ${of}: what no longer matches is shown again, and what lifts a mask is as quick`, () =>
    withPage(
      async ({ sent }) => {
        expect(await sent()).not.toContain('shown-later');
        const masked = await sent(`$('#p').className=''`);
        expect(masked).toContain('shown-later');
        expect(secretsIn(await sent(`$('#u').className=''; $('#u').textContent='hunter2-u'`))).toBe(
          '',
        );
      },
      '<p id=p class=s>shown-later</p><div class=outer><b id=u class=open>x</b></div>',
      policyOf({ mask: ['.s', '.outer'], unmask: ['.open'] }),
    ));

  test(`[POLICY-7] ${of}: masked by default, only what the policy unmasks is shown, fields of secrets never`, () =>
    withPage(
      async ({ sent, run }) => {
        const bytes = await sent(
          `$('#later').textContent='hunter2-later'; d.body.insertAdjacentHTML('beforeend','<p>hunter2-new</p><main><b>shown-new</b></main>')`,
        );
        expect(secretsIn(bytes)).toBe('');
        for (const word of ['shown-main', 'shown-new']) expect(bytes).toContain(word);
        expect(await run(`return lab.why('#later')`)).toBe('masked relay Rule 0');
      },
      '<title>hunter2-title</title><p data-alongside=unmask>hunter2-page</p><p id=later>x</p><main>shown-main<input type=password value=hunter2-pw><i class=s>hunter2-s</i><input value=hunter2-card autocomplete=cc-number></main>',
      policyOf({ maskByDefault: true, unmask: ['main'], mask: ['.s'] }),
    ));

  test(`[POLICY-5] ${of}: neither the page nor the agent’s policy lifts what the relay’s masks, nor the other way`, () =>
    withPage(
      async ({ sent }) => expect(secretsIn(await sent())).toBe(''),
      '<p class=s data-alongside=unmask>hunter2-page</p><p class="s open">hunter2-agent</p><p class="a other">hunter2-relay</p><div data-alongside=mask><p class="open other">hunter2-both</p></div>',
      policyOf({ mask: ['.s'], unmask: ['.other'] }),
      { agent: policyOf({ mask: ['.a'], unmask: ['.open', '.s'] }) },
    ));

  test(`[POLICY-2] ${of}: rules follow the address, before anything of the next page is told`, () =>
    withPage(
      async ({ sent, run }) => {
        expect(await sent()).toContain('shown-home');
        const next = await sent(
          `w.history.pushState(null, '', '/page/pay'); $('#p').textContent='hunter2-pay'`,
        );
        expect(secretsIn(next)).toBe('');
        const route = await sent(
          `w.history.replaceState(null, '', '/page#/quiet?x=1'); $('#p').textContent='hunter2-route'`,
        );
        expect(secretsIn(route)).toBe('');
        expect(await sent(`w.location.hash='#/else'; $('#p').textContent='shown-else'`)).toContain(
          'shown-else',
        );
        expect(await run('return lab.rulings')).toEqual([]);
      },
      '<p id=p>shown-home</p>',
      policyOf(
        { path: { ends: '/pay' }, mask: ['#p'] },
        { path: { contains: '#/quiet' }, maskByDefault: true },
      ),
    ));

  test(`[POLICY-8] ${of}: a page that is paused sends nothing, and what comes after it is shown`, () =>
    withPage(
      async ({ sent, run }) => {
        const before = await run<number>('lab.flush(); return lab.live.frames.length');
        await sent(`w.history.pushState(null, '', '/page/pay'); $('#p').textContent='hunter2-pay'`);
        await run('lab.live.mirror.snapshot()');
        expect(await run('return lab.live.frames.length')).toBe(before);
        expect(await run('return lab.rulings')).toEqual(['Only for you.']);
        expect(
          await sent(
            `w.history.back(); for (let i=0;i<30;i++) await frames(); $('#p').textContent='shown-again'`,
          ),
        ).toContain('shown-again');
        expect(await run('return lab.rulings')).toEqual(['Only for you.', null]);
      },
      '<p id=p>x</p>',
      policyOf({ path: { ends: '/pay' }, pause: 'Only for you.' }),
    ));

  test(`[POLICY-8] ${of}: a selector that the browser does not take pauses its page, with the rule’s name, and is reported`, () =>
    withPage(
      async ({ run }) => {
        expect(await run('return lab.live.frames.length')).toBe(0);
        expect(await run('return lab.rules.ruling().pause')).toBe(
          'The privacy rule “Rule 1” does not work in this browser.',
        );
        expect(await run('return lab.reports.map((one) => one.findings)')).toEqual([
          [{ rule: 'Rule 1', selector: 'p:no-such-thing', found: 'refused' }],
        ]);
      },
      '<p>hunter2-p</p>',
      policyOf({ mask: ['.fine'] }, { mask: ['p:no-such-thing'] }),
    ));

  test(`[POLICY-6] ${of}: rules that would hold up the page pause it instead, whoever wrote them`, () =>
    withPage(
      async ({ sent, run }) => {
        const before = await run<number>('lab.flush(); return lab.live.frames.length');
        // Time that passes while a selector is asked.
        await run(`let ms = 0; const own = w.performance; Object.defineProperty(w, 'performance', { value: { now: () => (ms += 600) } });
          $('#p').textContent = 'hunter2-slow'; lab.flush(); Object.defineProperty(w, 'performance', { value: own })`);
        await sent();
        expect(await run('return lab.live.frames.length')).toBe(before);
        expect(await run('return lab.rulings')).toEqual([
          'The privacy rules take too long on this page.',
        ]);
      },
      '<p id=p>x</p>',
      [],
      { agent: policyOf({ mask: ['.a', '.b', '.c'] }) },
    ));

  test(`[POLICY-4] ${of}: a policy that changes holds from the next flush on, both ways`, () =>
    withPage(
      async ({ page, sent }) => {
        expect(await sent()).toContain('shown-first');
        const use = (policy: SitePolicy) =>
          page.evaluate((relay) => lab.obey({ relay, agent: [] }), policy);
        for (const strict of [policyOf({ mask: ['#p'] }), policyOf({ maskByDefault: true })]) {
          await use(strict);
          expect(secretsIn(await sent(`$('#p').textContent='hunter2-p'`))).toBe('');
          await use([]);
          expect(await sent(`$('#p').textContent='shown-back'`)).toContain('shown-back');
          expect(
            await page.evaluate(() => lab.live.viewer.frame.contentDocument!.body.textContent),
          ).toContain('shown-back');
        }
      },
      '<p id=p>shown-first</p>',
      [],
    ));

  test(`[POLICY-10] ${of}: who decided is told by its kind, or by its rule’s name`, () =>
    withPage(
      async ({ run }) => {
        const why = (selector: string) =>
          run<string>(`return lab.why(${JSON.stringify(selector)})`);
        expect(await why('#pw')).toBe('masked password');
        expect(await why('#card')).toBe('masked card');
        expect(await why('#page b')).toBe('masked page');
        expect(await why('.s b')).toBe('masked relay Secrets');
        expect(await why('.a')).toBe('masked agent Theirs');
        expect(await why('.s #pw2')).toBe('masked password');
        expect(await why('.k')).toBe('blocked relay Boxes, locked page');
        expect(await why('#open')).toBe('');
      },
      '<input id=pw type=password><input id=card autocomplete=cc-number><div id=page data-alongside=mask><b>x</b></div><div class=s><b>x</b><input id=pw2 type=password></div><p class=a>x</p><p class=k data-alongside=lock>x</p><p id=open>x</p>',
      policyOf({ name: 'Secrets', mask: ['.s'] }, { name: 'Boxes', block: ['.k'] }),
      { agent: policyOf({ name: 'Theirs', mask: ['.a', '.s'] }) },
    ));

  test(`[POLICY-6] ${of}: pictures, backgrounds, canvases and media that a selector masks are not shown, wherever they come from`, () =>
    withPage(
      async ({ page, sent }) => {
        const bytes = await sent();
        expect(secretsIn(bytes.replace(/url\([^)]*\)/g, ''))).toBe('');
        const drawn = await page.evaluate(() => {
          const mirror = lab.live.viewer.frame.contentDocument!;
          const styleOf = (selector: string, pseudo?: string) =>
            mirror.defaultView!.getComputedStyle(mirror.querySelector(selector)!, pseudo);
          return {
            top: styleOf('.s').backgroundImage.includes('hunter2'),
            inner: styleOf('.s i').backgroundImage,
            before: styleOf('.s i', '::before').backgroundImage,
            item: styleOf('.s li').listStyleImage,
            shown: styleOf('.open').backgroundImage.includes('/shown.png'),
            attributes: [...mirror.querySelectorAll('.s *')].flatMap((element) =>
              ['src', 'srcset', 'poster', 'data'].filter((name) => element.hasAttribute(name)),
            ),
          };
        });
        expect(drawn).toEqual({
          top: false,
          inner: 'none',
          before: 'none',
          item: 'none',
          shown: true,
          attributes: [],
        });
      },
      `<style>.s, .s i, .s i::before { content: ''; background: url(/hunter2-sheet.png) } .s li { list-style-image: url(/hunter2-item.png) } .open { background: url(/shown.png) }</style>
       <div class=s><i>x</i><img src="/hunter2-1.png" srcset="/hunter2-2.png 2x"><picture><source srcset="/hunter2-3.png"><img></picture><video src="/hunter2-4.mp4" poster="/hunter2-5.png"></video><canvas></canvas><svg><image href="/hunter2-6.png"/></svg><object data="/hunter2-7.pdf"></object><ul><li>x</ul></div><p class=open>x</p>`,
      policyOf({ mask: ['.s'] }),
    ));

  test(`[DRIFT-1] ${of}: a page tells which selectors found something, when it is left`, () =>
    withPage(
      async ({ run }) => {
        const found = () =>
          run<string[]>(
            `return lab.reports.flatMap(({ path, findings }) => findings.map((one) => path + ' ' + one.selector + ' ' + one.found))`,
          );
        await run(
          `lab.flush(); for (const end = performance.now() + 1600; performance.now() < end;) { await frames(); lab.flush(); }`,
        );
        await run(`w.history.pushState(null, '', '/page/order-12345?x=1'); lab.flush();`);
        expect(await found()).toEqual([
          '/page .none missed',
          '/page .s matched',
          '/page .in matched',
        ]);
      },
      '<p class=s>x</p><div id=h><template shadowrootmode=open><b class=in>x</b></template></div>',
      policyOf({ mask: ['.s', '.none', '.in'], confirm: ['commits'] }),
    ));
});
