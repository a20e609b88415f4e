// Secrets in unusual places, looked for in every byte that the mirror has sent: each is `hunter2-` and where it stood.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/serve.ts';
import type { Lab } from './lab.ts';
import { serveLab } from './serveLab.ts';
import { useLab } from './useLab.ts';

declare const lab: Lab;

let server: PageServer;
let shown = '';

beforeAll(async () => {
  server = await serveLab((path) => {
    if (path.startsWith('/page')) return { body: `<!doctype html>${shown}` };
    return path.startsWith('/framed') ? { body: '<p>framed</p>' } : undefined;
  });
});
afterAll(() => server?.close());
const { open } = useLab(launchChromium, () => server);

function openPage(body: string, path = '/page'): Promise<Page> {
  shown = body;
  return open(path);
}

/** What of the secrets was sent, when `act` has been done to the page. */
async function leaked(page: Page, act = ''): Promise<string[]> {
  const sent = await page.evaluate(`(async (w, d) => {
    const $ = (selector) => d.querySelector(selector);
    const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    ${act};
    await frames();
    lab.flush();
    return lab.sent();
  })(lab.customer, lab.customer.document)`);
  return String(sent).match(/hunter2[\w-]*/g) ?? [];
}

const masked = (inner: string) => `<div id=m data-alongside="mask">${inner}</div>`;

const places: readonly (readonly [where: string, body: string, act?: string])[] = [
  [
    'a component that stands for a password',
    '<p><x-input type="password" label="Password" value="hunter2-component"></x-input></p>',
  ],
  [
    'a component that stands for a card number, filled in',
    '<p><x-input label="Card number"></x-input></p>',
    `lab.flush(); $('x-input').setAttribute('value', 'hunter2-card')`,
  ],
  [
    'a component whose autofill detail says so',
    '<p><x-input autocomplete="cc-csc" value="hunter2-csc"></x-input></p>',
  ],
  [
    'an address among the attributes',
    '<p><a data-href="/x?hunter2-data" HREF="?hunter2-q">l</a></p>',
  ],
  ['a custom property', masked('<p style="--v: hunter2-property">x</p>')],
  [
    'an address that a bracket seems to end',
    masked(`<p style="background:url('a)hunter2-url')">x</p>`),
  ],
  ['an escaped address', masked('<p style="background:\\75rl(hunter2-escaped.png)">x</p>')],
  ['names in a style', masked('<p style="font-family:hunter2-font;grid-area:hunter2-area">x</p>')],
  ['a style element', masked('<style>p::after { content: "hunter2-sheet" }</style><p>x</p>')],
  [
    'a style element, changed',
    masked('<style></style><p>x</p>'),
    `$('style').textContent = 'p::after { content: "hunter2-late" }'`,
  ],
  [
    'a sheet that a masked shadow root adopts',
    masked('<div id=h></div>'),
    `const sheet = new w.CSSStyleSheet(); sheet.replaceSync('p::after { content: "hunter2-adopted" }');
    $('#h').attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet]`,
  ],
  [
    'a drawing',
    masked('<svg><path d="M0 0 hunter2-path"/><polygon points="hunter2-points"/></svg>'),
  ],
  [
    'what counts and measures',
    masked(
      '<ol start=7 data-of=hunter2-data><li aria-valuetext=hunter2-text>x</ol><meter min=hunter2-min max=hunter2-max></meter>',
    ),
  ],
  [
    'what an element holds for those who cannot draw it',
    masked(
      '<canvas>hunter2-canvas</canvas><video>hunter2-video</video><object>hunter2-object</object>',
    ),
  ],
  [
    'lists of proposals',
    masked(
      '<input list=l><datalist id=l><option value=hunter2-value label=hunter2-label>hunter2-option</datalist><select><optgroup label=hunter2-group></select>',
    ),
  ],
  [
    'fields that only their label gives away',
    '<label for=f>Card number</label><input id=f value=hunter2-for><label>CVV <input value=hunter2-around></label><b id=l>Password</b><input aria-labelledby=l value=hunter2-labelledby>',
  ],
  [
    'a field that is dotted by its style',
    '<input style="-webkit-text-security: disc" value=hunter2-dotted>',
  ],
  [
    'a word that the site misspelt',
    '<p data-alongside=masked>hunter2-misspelt</p><p data-alongside=MASK>hunter2-capitals</p>',
  ],
  ['the query of a link', '<a href="/reset?token=hunter2-query#hunter2-hash">reset</a>'],
  [
    'data for scripts',
    `<div data-page='{"padding":"${'x'.repeat(64)}","account":"hunter2-json"}'>x</div>`,
  ],
  [
    'text that a masked place of a shadow tree shows',
    '<div><template shadowrootmode=open><p data-alongside=mask><slot></slot></p></template>hunter2-text<b>hunter2-element</b></div>',
  ],
  [
    'text that a masked place shows from now on',
    '<div id=h><template shadowrootmode=open><p><slot name=s></slot></p><p data-alongside=block><slot></slot></p></template><b slot=s>x</b></div>',
    `$('#h').shadowRoot.querySelector('p').dataset.alongside = 'mask'; await frames(); $('b').textContent = 'hunter2-after'; $('#h').append('hunter2-blocked')`,
  ],
];
for (const [where, body, act] of places)
  test(`[MASK-4] not from ${where}`, async () => {
    expect(await leaked(await openPage(body), act)).toEqual([]);
  });

test('[MASK-5] neither the path of a frame in a masked place nor that of a masked page', async () => {
  const framed = await openPage(masked('<iframe src="/framed/hunter2-path"></iframe>'));
  expect(await leaked(framed)).toEqual([]);
  expect(await leaked(await openPage('<html data-alongside=mask>x', '/page/hunter2-own'))).toEqual(
    [],
  );
});

test('[MASK-7] what a slot shows follows the place where it is shown, there and back', async () => {
  const page = await openPage(
    '<div id=h><template shadowrootmode=open><p id=p><slot></slot></p></template><b>slotted</b></div>',
  );
  const texts = async (act: string) => {
    await page.evaluate(
      `(($) => { ${act} })((selector) => lab.customer.document.querySelector(selector))`,
    );
    const { customer, live, late } = await page.evaluate(() => lab.compare());
    expect(live).toEqual(customer);
    expect(late).toEqual(customer);
    return live
      .filter((line) => line.includes('slotted') || line.includes('•'))
      .map((line) => line.trim());
  };
  expect(await texts('')).toEqual(['"slotted"']);
  expect(await texts(`$('#h').shadowRoot.querySelector('p').dataset.alongside = 'mask'`)).toEqual([
    '"•••••••"',
  ]);
  expect(await texts(`delete $('#h').shadowRoot.querySelector('p').dataset.alongside`)).toEqual([
    '"slotted"',
  ]);
});

test('[MASK-9] of what the customer points at in a masked place, only the place is told', async () => {
  const page = await openPage(masked('<button>1</button><button id=key>2</button>'));
  const shownAs = await page.evaluate(async () => {
    const { document } = lab.customer;
    const key = document.querySelector<HTMLElement>('#key')!;
    key.focus();
    for (const type of ['mouseover', 'pointerdown'])
      key.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    lab.flush();
    const mirrored = lab.live.viewer.frame.contentDocument!;
    const marked = (state: string) =>
      [...mirrored.querySelectorAll(`[alongside-${state}]`)].map(({ id }) => id);
    return [
      marked('active').at(-1),
      marked('focus').at(-1),
      mirrored.querySelectorAll('button[alongside-hover],button[alongside-active]').length,
    ];
  });
  expect(shownAs).toEqual(['m', 'm', 0]);
});

test('[MIRROR-4] whoever asks for snapshots without end does not hold up the page', async () => {
  const page = await openPage('<p>x</p>'.repeat(3000));
  const [taken, turns] = await page.evaluate(async () => {
    const before = lab.live.frames.length;
    const start = performance.now();
    let others = 0;
    const forMs = () => performance.now() - start;
    // On a slow machine one takes longer, and so does the wait for the next.
    while (forMs() < 3000 || (lab.live.frames.length - before < 2 && forMs() < 60_000)) {
      for (let asked = 0; asked < 10; asked++) lab.live.mirror.snapshot();
      await new Promise((done) => setTimeout(done, 0));
      others++;
    }
    return [lab.live.frames.length - before, others] as const;
  });
  expect(taken).toBeGreaterThan(1);
  expect(taken).toBeLessThan(turns);
});
