// Write mode in real browsers: what real pages accept, element by element.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers } from '../../tests/harness/browsers.ts';
import { openStage } from './testing/openStage.ts';
import type { OpenStage } from './testing/openStage.ts';

describe.each(browsers)('in $name', ({ launch }) => {
  let stage: OpenStage;
  beforeAll(async () => {
    stage = await openStage(launch);
  });
  afterAll(() => stage.close());

  describe('a click', () => {
    test('[CONTROL-1] is the whole sequence of a press, each event once and in order', async () => {
      await stage.show('<button id=b>Buy</button>');
      const heard = await stage.page.evaluate(async () => {
        const log: string[] = [];
        const types =
          'pointerover pointerenter mouseover mouseenter pointermove mousemove pointerdown mousedown focus pointerup mouseup click';
        for (const type of types.split(' '))
          window.stage.find('#b').addEventListener(type, (event) => log.push(event.type));
        return [await window.stage.click('#b'), ...log];
      });
      expect(heard).toEqual(
        'performed pointerover mouseover pointerenter mouseenter pointermove mousemove pointerdown mousedown focus pointerup mouseup click'.split(
          ' ',
        ),
      );
    });

    test('activates once: box, label, radio, summary, link, submit button, dialog button', async () => {
      await stage.show(`
      <input type=checkbox id=box> <label id=label>Gift <input type=checkbox id=gift></label>
      <input type=radio name=r id=one checked> <input type=radio name=r id=two>
      <details id=details><summary id=summary>More</summary>Text</details>
      <a id=link href="#there">there</a>
      <form id=form><input required id=name><button id=submit>Go</button></form>
      <dialog id=dialog><form method=dialog><button id=close value=yes>Close</button></form></dialog>`);
      const found = await stage.page.evaluate(async () => {
        const { stage: at } = window;
        const input = (path: string) => at.find(path) as HTMLInputElement;
        const submits: number[] = [];
        input('#form').addEventListener('submit', (event) => {
          event.preventDefault();
          submits.push(1);
        });
        (at.find('#dialog') as HTMLDialogElement).show();
        for (const each of ['#box', '#label', '#two', '#summary', '#link', '#submit', '#close'])
          await at.click(each);
        const invalid = submits.length;
        await at.text('#name', 'Ana');
        await at.click('#submit');
        // Not every browser goes there at once.
        while (location.hash === '') await new Promise((resolve) => setTimeout(resolve));
        return {
          box: input('#box').checked,
          gift: input('#gift').checked,
          two: input('#two').checked,
          details: (at.find('#details') as HTMLDetailsElement).open,
          hash: location.hash,
          invalid,
          submits: submits.length,
          closed: (at.find('#dialog') as HTMLDialogElement).returnValue,
        };
      });
      expect(found).toEqual({
        box: true,
        gift: true,
        two: true,
        details: true,
        hash: '#there',
        invalid: 0,
        submits: 1,
        closed: 'yes',
      });
    });
  });

  describe('text', () => {
    test('[CONTROL-2] reaches a page that tracks values as React does', async () => {
      await stage.show(
        '<input id=a><input id=n type=number><input id=d type=date><textarea id=t></textarea>',
      );
      const found = await stage.page.evaluate(async () => {
        const { stage: at } = window;
        const seen: Record<string, string[]> = {};
        for (const id of ['a', 'n', 'd', 't']) {
          const field = at.find(`#${id}`) as HTMLInputElement;
          const proto = Object.getPrototypeOf(field) as object;
          const native = Object.getOwnPropertyDescriptor(proto, 'value')!;
          let known = field.value;
          Object.defineProperty(field, 'value', {
            configurable: true,
            get: () => native.get!.call(field) as string,
            set(value: string) {
              known = value;
              native.set!.call(field, value);
            },
          });
          seen[id] = [];
          field.addEventListener('input', () => {
            if (field.value === known) return;
            known = field.value;
            seen[id]!.push(known);
          });
        }
        await at.click('#a');
        for (const letter of 'Ana') await at.text('', letter);
        await at.text('#n', '1.5');
        await at.fill('#d', '2026-11-23');
        await at.text('#t', 'one\ntwo');
        await at.fill('#a', 'Bea');
        return seen;
      });
      expect(found).toMatchObject({
        a: ['A', 'An', 'Ana', 'Bea'],
        d: ['2026-11-23'],
      });
      expect(found['n']?.at(-1)).toBe('1.5');
      expect(found['t']?.at(-1)).toBe('one\ntwo');
    });

    test('replaces the selection, keeps to maxlength, and tells the change once the field is left', async () => {
      await stage.show('<input id=a value=abcdef maxlength=8><input id=b>');
      const found = await stage.page.evaluate(async () => {
        const { stage: at } = window;
        const heard = at.hear('keydown', 'keypress', 'beforeinput', 'input', 'keyup', 'change');
        const a = at.find('#a') as HTMLInputElement;
        await at.click('#a');
        a.setSelectionRange(1, 3);
        await at.text('', 'X');
        await at.text('', '12345');
        await at.click('#b');
        return { value: a.value, heard };
      });
      expect(found.value).toBe('aX123def'.slice(0, 8));
      // What did not fit is told by one browser, and left out by the other.
      expect(found.heard.map((each) => each.replace(/^(input .*:123)45$/, '$1'))).toEqual([
        'keydown a X',
        'keypress a X',
        'beforeinput a insertText:X',
        'input a insertText:X',
        'keyup a X',
        'beforeinput a insertText:12345',
        'input a insertText:123',
        'change a',
      ]);
    });
  });

  test('Enter submits by the default button and tells the change first', async () => {
    await stage.show('<form id=f><input id=a><button name=b id=b>Go</button></form>');
    const heard = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      const log = at.hear('click', 'submit', 'blur');
      at.find('#f').addEventListener('submit', (event) => event.preventDefault());
      at.find('#f').addEventListener('change', () => log.push('change a'));
      await at.text('#a', 'x');
      await at.key('#a', 'Enter');
      (at.find('#a') as HTMLElement).blur();
      return log;
    });
    expect(heard).toEqual(['change a', 'click b 0', 'submit f', 'blur a']);
  });

  test('choosing in a list tells input and change, one option or several', async () => {
    await stage.show(
      '<select id=s><option>a<option>b<option disabled>c</select><select id=m multiple><option>a<option selected>b<option>c</select>',
    );
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      const heard = at.hear('input', 'change');
      const results = [
        await at.select('#s', 1),
        await at.select('#s', 1),
        await at.select('#s', 2),
        await at.select('#s', 7),
        await at.select('#m', 0, 2),
      ];
      const chosen = (path: string) =>
        [...(at.find(path) as HTMLSelectElement).selectedOptions].map((option) => option.index);
      return { results, heard, s: chosen('#s'), m: chosen('#m') };
    });
    expect(found).toEqual({
      results: ['performed', 'performed', 'disabled', 'unsupported', 'performed'],
      heard: ['input s', 'change s', 'input m', 'change m'],
      s: [1],
      m: [0, 2],
    });
  });
});
