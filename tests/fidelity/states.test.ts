// What the customer's pointer is on looks so in the viewer, wherever the rule stands that asks for it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers } from '../harness/browsers.ts';
import type { PageServer } from '../harness/serve.ts';
import { expectLaw } from './expectLaw.ts';
import type { Lab } from './lab.ts';
import { serveLab } from './serveLab.ts';
import { useLab } from './useLab.ts';

declare const lab: Lab;

const body = `<!doctype html><style>
  body { margin: 0 } p, label, x-h { display: block; height: 40px; margin: 0 }
  @layer l { p:hover { color: rgb(1, 1, 1) } }
  .n { &:hover { color: rgb(2, 2, 2) } }
  body:has(.n:hover) { background-color: rgb(3, 3, 3) }
  input:hover { background-color: rgb(4, 4, 4) }
  .x:is(:hover, :active) { color: rgb(5, 5, 5) }
</style><p id="a">a</p><p class="n">n</p><p class="x">x</p><label>l <input></label><x-h><b>slotted</b></x-h>
<input id="s" type="password" value="x" required pattern="y"><script>
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':host(:hover) i { color: rgb(6, 6, 6) }');
  const root = document.querySelector('x-h').attachShadow({ mode: 'open' });
  root.innerHTML = '<div><slot></slot></div><i>i</i>';
  root.adoptedStyleSheets = [sheet];
  sheet.insertRule('div:hover { color: rgb(7, 7, 7) }', 0);
</script>`;

const fields = `<!doctype html><style>select{color:rgb(4,5,6)}select:open{color:rgb(1,2,3)}</style><p>p</p>
<select><option>a<option>b<option>c</select><input type="color">`;

let server: PageServer;

beforeAll(async () => {
  server = await serveLab((path) =>
    path === '/pointed' ? { body } : path === '/picked' ? { body: fields } : undefined,
  );
});
afterAll(() => server?.close());

describe.each(browsers)('in $name', ({ name: of, launch }) => {
  const { open, renew } = useLab(launch, () => server);

  test(`[VIEW-5] ${of}: what the pointer is on, in every kind of sheet`, async () => {
    const page = await open('/pointed');
    const seen: string[] = [];
    for (const selector of ['#a', '.n', '.x', 'label', 'b']) {
      const at = await page.evaluate((find) => {
        const inner = lab.customer.document.querySelector(find)!.getBoundingClientRect();
        const outer = lab.customer.frameElement!.getBoundingClientRect();
        return { x: outer.x + inner.x + 4, y: outer.y + inner.y + 4 };
      }, selector);
      await page.mouse.move(at.x, at.y);
      await expectLaw(page);
      seen.push(
        await page.evaluate(() => {
          const shown = lab.live.viewer.frame.contentDocument!;
          const colourOf = (element: Element | null | undefined) =>
            /\d+/.exec(getComputedStyle(element!).color)![0];
          const { shadowRoot } = shown.querySelector('x-h')!;
          return [
            colourOf(shown.querySelector('#a')),
            colourOf(shown.querySelector('.n')),
            /\d+/.exec(getComputedStyle(shown.body).backgroundColor)![0],
            colourOf(shown.querySelector('.x')),
            /\d+/.exec(getComputedStyle(shown.querySelector('input')!).backgroundColor)![0],
            colourOf(shadowRoot!.querySelector('i')),
            colourOf(shadowRoot!.querySelector('div')),
          ].join(' ');
        }),
      );
    }
    expect(seen).toEqual([
      '1 0 0 0 255 0 0',
      '0 2 3 0 255 0 0',
      '0 0 0 5 255 0 0',
      '0 0 0 0 4 0 0',
      '0 0 0 0 255 6 7',
    ]);
    await renew();
  });

  test(`[VIEW-11] ${of}: whether a secret is valid is told to nobody`, async () => {
    const page = await open('/pointed');
    const told = await page.evaluate(() => {
      const document = lab.customer.document;
      const style = document.createElement('style');
      style.textContent = 'input:invalid { color: red } input:valid { color: blue }';
      document.head.append(style);
      const plain = document.createElement('input');
      plain.id = 'open';
      plain.required = true;
      document.body.append(plain);
      lab.flush();
      lab.flush();
      const shown = lab.live.viewer.frame.contentDocument!;
      return ['s', 'open'].map((id) => shown.getElementById(id)!.getAttribute('alongside-state'));
    });
    expect(told).toEqual([null, 'invalid']);
  });

  test(`[VIEW-12] ${of}: an open list and a colour chooser are told, and closed ones are not`, async () => {
    const page = await open('/picked');
    const press = async (selector: string) => {
      const at = await page.evaluate(
        (find) => lab.pointOf((document) => document.querySelector(find)),
        selector,
      );
      await page.mouse.click(at.x, at.y);
    };
    /** Waits until what is told is this; what it was in the end. */
    const told = (kind: string | null) =>
      page.evaluate(async (wanted) => {
        for (let looks = 0; ; looks++) {
          lab.flush();
          const picker = lab.live.viewer.openPicker();
          const colour = lab.live.viewer.frame.contentDocument!.querySelector('select')!;
          const now = [picker?.kind ?? null, picker?.choices ?? 0, getComputedStyle(colour).color];
          if (now[0] === wanted || looks > 100) return now;
          await new Promise((done) => requestAnimationFrame(done));
        }
      }, kind);
    await press('select');
    expect(await told('list')).toEqual(['list', 3, 'rgb(1, 2, 3)']);
    // In Firefox a press beside a list only closes it.
    await page.keyboard.press('Escape');
    await press('p');
    await press('p');
    expect(await told(null)).toEqual([null, 0, 'rgb(4, 5, 6)']);
    await press('[type=color]');
    expect(await told('color')).toEqual(['color', 0, 'rgb(4, 5, 6)']);
    await renew();
  });
});
