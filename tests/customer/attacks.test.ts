// A page's scripts against the customer's consent, in real Chromium: whatever they do to the dialog, a press on *Allow* counts only where the dialog
// still looks as it did.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { comparePictures } from '../../scripts/inspect/comparePictures.ts';
import type { AlongsideFacade } from '../../snippet/surface.ts';
import { armed, byName, setStage, stateIs, stateOf } from './stage.ts';
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
