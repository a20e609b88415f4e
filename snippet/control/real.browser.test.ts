// What real pages do with a mouse, a caret and a clipboard, done by commands: each thing as its users would.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers } from '../../tests/harness/browsers.ts';
import { openStage } from './testing/openStage.ts';
import type { OpenStage } from './testing/openStage.ts';

const SHIFT = 1;
const CONTROL = 2;

describe.each(browsers)('in $name', ({ launch }) => {
  let stage: OpenStage;
  beforeAll(async () => {
    stage = await openStage(launch);
  });
  afterAll(() => stage?.close());

  test('[CONTROL-14] a sortable list that follows the pointer, capturing it', async () => {
    await stage.show(`<style>li { height: 40px; list-style: none; touch-action: none } ul { margin: 0; padding: 0; width: 200px }</style>
      <ul id=list><li id=a>A<li id=b>B<li id=c>C</ul>
      <script>
        let held = null;
        list.addEventListener('pointerdown', (event) => {
          held = event.target.closest('li');
          held.setPointerCapture(event.pointerId);
          window.captured = held.hasPointerCapture(event.pointerId);
        });
        list.addEventListener('pointermove', (event) => {
          if (!held || event.buttons !== 1 || event.target !== held) return;
          const over = document.elementsFromPoint(event.clientX, event.clientY).find((each) => each !== held && each.localName === 'li');
          if (!over) return;
          const box = over.getBoundingClientRect();
          over[event.clientY > box.y + box.height / 2 ? 'after' : 'before'](held);
        });
        list.addEventListener('pointerup', () => (held = null));
        list.addEventListener('lostpointercapture', () => (window.lost = true));
      </script>`);
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      const native = Element.prototype.setPointerCapture;
      const told = await at.drag('#a', '#b', { path: '#c', x: 0.5, y: 0.9 });
      return {
        told,
        order: [...document.querySelectorAll('li')].map(({ id }) => id).join(''),
        flags: [
          (window as never as { captured: boolean }).captured,
          (window as never as { lost: boolean }).lost,
        ],
        native: Element.prototype.setPointerCapture === native,
      };
    });
    expect(found).toEqual({
      told: Array(4).fill('performed'),
      order: 'bca',
      flags: [true, true],
      native: true,
    });
  });

  test('[CONTROL-14] a list that is sorted by mouse events alone', async () => {
    await stage.show(`<div id=box style="position:absolute;left:10px;top:10px;width:50px;height:50px;background:red"></div><div id=to style="position:absolute;left:300px;top:200px;width:50px;height:50px"></div>
      <script>
        box.onmousedown = (down) => {
          const [x, y] = [down.clientX - box.offsetLeft, down.clientY - box.offsetTop];
          const move = (event) => { box.style.left = event.clientX - x + 'px'; box.style.top = event.clientY - y + 'px'; };
          document.addEventListener('mousemove', move);
          document.addEventListener('mouseup', () => document.removeEventListener('mousemove', move), { once: true });
          down.preventDefault();
        };
      </script>`);
    const found = await stage.page.evaluate(async () => {
      await window.stage.drag('#box', '#to');
      const { offsetLeft, offsetTop } = window.stage.find('#box') as HTMLElement;
      return [offsetLeft, offsetTop];
    });
    expect(found).toEqual([300, 200]);
  });

  test('[CONTROL-14] drag and drop with data: the whole sequence, the data, the effect, and no press besides', async () => {
    await stage.show(`<div id=card draggable=true style="width:80px;height:40px">Card</div><div id=no style="width:80px;height:40px">No</div><div id=bin style="width:80px;height:80px">Bin</div>
      <script>
        card.ondragstart = (event) => { event.dataTransfer.setData('text/plain', 'card-7'); event.dataTransfer.effectAllowed = 'move'; };
        bin.ondragover = (event) => { event.preventDefault(); event.dataTransfer.dropEffect = 'move'; };
        bin.ondrop = (event) => { event.preventDefault(); bin.textContent = event.dataTransfer.getData('text/plain'); };
        card.ondragend = (event) => { window.effect = event.dataTransfer.dropEffect; };
      </script>`);
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      const heard = at.hear(
        'mousedown',
        'dragstart',
        'pointercancel',
        'dragenter',
        'dragleave',
        'drop',
        'dragend',
        'mouseup',
        'click',
      );
      await at.drag('#card', '#no', '#bin');
      const first = heard.splice(0).map((each) => each.trim());
      const effect = (window as never as { effect: string }).effect;
      await at.drag('#card', '#no');
      return {
        first,
        bin: at.find('#bin').textContent,
        effect,
        second: heard.map((each) => each.trim()),
        none: (window as never as { effect: string }).effect,
      };
    });
    expect(found).toEqual({
      first: [
        'mousedown card 1',
        'dragstart card 1',
        'pointercancel card',
        'dragenter no',
        'dragenter bin',
        'dragleave no',
        'drop bin',
        'dragend card',
      ].map((each) => each.replace(/ 1$/, '')),
      bin: 'card-7',
      effect: 'move',
      second: [
        'mousedown card',
        'dragstart card',
        'pointercancel card',
        'dragenter no',
        'dragleave no',
        'dragend card',
      ],
      none: 'none',
    });
  });

  test('[CONTROL-14] a range is slid: input as it goes, change when it is let go, in steps, from right to left and upright', async () => {
    await stage.show(`<style>input { width: 200px; margin: 0; display: block } #v { writing-mode: vertical-lr; direction: rtl; width: 20px; height: 200px }</style>
      <input id=r type=range min=0 max=10 value=0><input id=l dir=rtl type=range max=10 value=0><input id=v type=range max=10 value=0>`);
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      const heard = at.hear('input', 'change');
      const value = (path: string) => (at.find(path) as HTMLInputElement).value;
      await at.drag(
        { path: '#r', x: 0.1, y: 0.5 },
        { path: '#r', x: 0.52, y: 0.5 },
        { path: '#r', x: 0.8, y: 0.5 },
      );
      const horizontal = heard.splice(0).map((each) => each.trim());
      await at.drag({ path: '#l', x: 0.9, y: 0.5 }, { path: '#l', x: 0.2, y: 0.5 });
      await at.drag({ path: '#v', x: 0.5, y: 0.9 }, { path: '#v', x: 0.5, y: 0.3 });
      return { horizontal, values: [value('#r'), value('#l'), value('#v')] };
    });
    expect(found).toEqual({
      horizontal: ['input r', 'input r', 'input r', 'change r'],
      values: ['8', '8', '7'],
    });
  });

  test('[CONTROL-14] caret and selection by press, shift, double and triple press, and by dragging, in fields and in text', async () => {
    await stage.show(`<style>body { font: 20px monospace } input, textarea, p { font: inherit; width: 500px; padding: 0; margin: 0; border: 0; display: block }</style>
      <input id=f value="alpha beta gamma"><textarea id=t rows=2>first line\nsecond line</textarea>
      <div id=e contenteditable style="width:500px">alpha beta gamma</div><p id=p>alpha beta gamma</p>`);
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      const field = at.find('#f') as HTMLInputElement;
      const area = at.find('#t') as HTMLTextAreaElement;
      const of = ({
        value,
        selectionStart,
        selectionEnd,
      }: HTMLInputElement | HTMLTextAreaElement) => value.slice(selectionStart!, selectionEnd!);
      const text = () => String(getSelection()).trim();
      const width = 12.0408;
      const x = (letters: number) => (letters * width) / 500;
      const told: Record<string, unknown> = {};
      await at.click('#f', { x: x(8), y: 0.5 });
      told['caret'] = field.selectionStart;
      await at.click('#f', { x: x(2), y: 0.5, modifiers: 1 });
      told['shift'] = [of(field), field.selectionDirection];
      await at.click('#f', { x: x(8), y: 0.5 });
      await at.click('#f', { x: x(8), y: 0.5, count: 2 });
      told['word'] = of(field);
      await at.click('#t', { x: x(8), y: 0.8, count: 3 });
      told['line'] = of(area);
      await at.drag({ path: '#f', x: x(0), y: 0.5 }, { path: '#f', x: x(5), y: 0.5 });
      told['dragged'] = of(field);
      await at.click('#e', { x: x(8), y: 0.5, count: 2 });
      told['editable'] = text();
      await at.drag({ path: '#e', x: x(0), y: 0.5 }, { path: '#e', x: x(5), y: 0.5 });
      told['editableDragged'] = text();
      await at.click('#p', { x: x(8), y: 0.5, count: 2 });
      told['plain'] = text();
      return told;
    });
    expect(found).toEqual({
      caret: 8,
      shift: ['pha be', 'backward'],
      word: 'beta',
      line: 'second line',
      dragged: 'alpha',
      editable: 'beta',
      editableDragged: 'alpha',
      plain: 'beta',
    });
  });

  test('[CONTROL-14] caret and selection by keys, in fields', async () => {
    await stage.show('<textarea id=t>one two\nthree four</textarea>');
    const found = await stage.page.evaluate(
      async ([shift, control]) => {
        const { stage: at } = window;
        const area = at.find('#t') as HTMLTextAreaElement;
        await at.click('#t');
        const state = () =>
          [area.selectionStart, area.selectionEnd, area.selectionDirection[0]].join(' ');
        area.setSelectionRange(4, 4);
        const told: string[] = [];
        const keys: [string, number][] = [
          ['ArrowRight', shift!],
          ['ArrowRight', shift! | control!],
          ['ArrowLeft', 0],
          ['End', 0],
          ['ArrowDown', 0],
          ['Home', shift!],
          ['ArrowRight', 0],
          ['ArrowLeft', control!],
          ['Home', control!],
          ['End', shift! | control!],
        ];
        for (const [key, modifiers] of keys) {
          await at.key('', key, modifiers);
          told.push(`${key} ${state()}`);
        }
        return told;
      },
      [SHIFT, CONTROL] as const,
    );
    expect(found.map((each) => each.replace(/ n$/, ' f'))).toEqual([
      'ArrowRight 4 5 f',
      'ArrowRight 4 7 f',
      'ArrowLeft 4 4 f',
      'End 7 7 f',
      'ArrowDown 15 15 f',
      'Home 8 15 b',
      'ArrowRight 15 15 f',
      'ArrowLeft 14 14 f',
      'Home 0 0 f',
      'End 0 18 f',
    ]);
  });

  test('[CONTROL-14] pasting, cutting, copying, undoing', async () => {
    await stage.show(
      '<input id=f value=abc><div id=e contenteditable>abc</div><input id=n value=x onpaste="event.preventDefault(); this.value = event.clipboardData.getData(\'text/plain\').toUpperCase()">',
    );
    const found = await stage.page.evaluate(
      async ([, control]) => {
        const { stage: at } = window;
        const heard = at.hear('paste', 'copy', 'cut', 'beforeinput', 'input');
        const field = at.find('#f') as HTMLInputElement;
        const take = () => heard.splice(0).map((each) => each.trim());
        const told: Record<string, unknown> = {};
        await at.click('#f');
        await at.key('', 'a', control);
        await at.paste('', 'pasted');
        told['field'] = [field.value, ...take()];
        await at.key('', 'a', control);
        await at.key('', 'c', control);
        await at.key('', 'x', control);
        told['cut'] = [field.value, ...take()];
        await at.key('', 'z', control);
        told['undone'] = field.value;
        take();
        await at.paste('#e', 'x');
        told['editable'] = [at.find('#e').textContent!.length, ...take()];
        await at.paste('#n', 'loud');
        told['prevented'] = [(at.find('#n') as HTMLInputElement).value, ...take()];
        return told;
      },
      [SHIFT, CONTROL] as const,
    );
    expect(found).toEqual({
      field: [
        'pasted',
        'paste f',
        'beforeinput f insertFromPaste:pasted',
        'input f insertFromPaste:pasted',
      ],
      cut: ['', 'copy f', 'cut f', 'beforeinput f deleteByCut:null', 'input f deleteByCut:null'],
      undone: 'pasted',
      editable: [
        4,
        'paste e',
        'beforeinput e insertFromPaste:null',
        'input e insertFromPaste:null',
      ],
      prevented: ['LOUD', 'paste n'],
    });
  });

  test('[CONTROL-14] what an input method has composed comes as one text, in fields and in editable text', async () => {
    await stage.show('<input id=f><div id=e contenteditable></div>');
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      const heard = at.hear('keydown', 'compositionstart', 'beforeinput', 'input');
      await at.text('#f', '日本語');
      await at.text('#e', '日本語');
      return [
        heard.map((each) => each.trim()),
        (at.find('#f') as HTMLInputElement).value,
        at.find('#e').textContent,
      ];
    });
    expect(found).toEqual([
      ['f', 'f', 'e', 'e'].map(
        (id, index) => `${index % 2 ? 'input' : 'beforeinput'} ${id} insertText:日本語`,
      ),
      '日本語',
      '日本語',
    ]);
  });

  test('[CONTROL-14] lists of one and of several choices, dates, times and colours', async () => {
    await stage.show(`<select id=one><option>a<option>b</select><select id=many multiple><option>a<option selected>b<option>c</select>
      <input id=date type=date><input id=time type=time><input id=week type=week><input id=month type=month><input id=dt type=datetime-local><input id=colour type=color>`);
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      const heard = at.hear('input', 'change');
      const fills = {
        date: '2026-11-23',
        time: '10:30',
        week: '2026-W48',
        month: '2026-11',
        dt: '2026-11-23T10:30',
        colour: '#ff8800',
      };
      const told = [await at.select('#one', 1), await at.select('#many', 0, 2)];
      for (const [id, value] of Object.entries(fills)) told.push(await at.fill(`#${id}`, value));
      return {
        told: new Set(told).size,
        values: Object.keys(fills).map((id) => (at.find(`#${id}`) as HTMLInputElement).value),
        one: (at.find('#one') as HTMLSelectElement).selectedIndex,
        many: [...(at.find('#many') as HTMLSelectElement).selectedOptions].map(
          ({ index }) => index,
        ),
        heard: heard.map((each) => each.trim()).slice(0, 6),
      };
    });
    expect(found).toEqual({
      told: 1,
      values: ['2026-11-23', '10:30', '2026-W48', '2026-11', '2026-11-23T10:30', '#ff8800'],
      one: 1,
      many: [0, 2],
      heard: ['input one', 'change one', 'input many', 'change many', 'input date', 'change date'],
    });
  });

  test('[CONTROL-14] context menus by mouse and by key; menus that open under the pointer', async () => {
    await stage.show(`<div id=area tabindex=0 style="width:100px;height:50px">Area</div>
      <div id=menu style="width:100px;height:30px" onmouseenter="items.hidden = false" onmouseleave="items.hidden = true">Menu<div id=items hidden><button id=item onclick="this.dataset.n=1">Item</button></div></div>`);
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      const heard = at.hear('contextmenu', 'auxclick', 'click');
      await at.click('#area', { button: 2 });
      await at.key('#area', 'ContextMenu');
      const menus = heard.splice(0).map((each) => each.trim());
      await at.hover('#menu');
      const press = await at.click('#item');
      return { menus, press, n: (at.find('#item') as HTMLElement).dataset['n'] };
    });
    expect(found).toEqual({
      menus: ['contextmenu area', 'auxclick area', 'contextmenu area'],
      press: 'performed',
      n: '1',
    });
  });

  test('[CONTROL-14] in shadow roots and same-origin frames, too', async () => {
    await stage.show(`<div id=host></div><iframe id=frame width=400 height=200></iframe>
      <script>
        const inside = '<div id=card draggable=true style="width:60px;height:30px">Card</div><div id=bin style="width:60px;height:30px">Bin</div><input id=r type=range max=10 value=0 style="width:100px"><input id=f value=abc>';
        const root = host.attachShadow({ mode: 'open' });
        root.innerHTML = inside;
        frame.contentDocument.body.innerHTML = inside;
        for (const at of [root, frame.contentDocument]) {
          at.getElementById('card').ondragstart = (event) => event.dataTransfer.setData('text/plain', 'x');
          at.getElementById('bin').ondragover = (event) => event.preventDefault();
          at.getElementById('bin').ondrop = (event) => (event.target.textContent = event.dataTransfer.getData('text/plain'));
        }
      </script>`);
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      const told: unknown[] = [];
      for (const inside of ['#host >>> ', '#frame >>> ']) {
        await at.drag(`${inside}#card`, `${inside}#bin`);
        await at.drag(
          { path: `${inside}#r`, x: 0.1, y: 0.5 },
          { path: `${inside}#r`, x: 0.8, y: 0.5 },
        );
        await at.click(`${inside}#f`);
        await at.key('', 'a', 2);
        await at.paste('', 'new');
        told.push(
          at.find(`${inside}#bin`).textContent,
          (at.find(`${inside}#r`) as HTMLInputElement).value,
          (at.find(`${inside}#f`) as HTMLInputElement).value,
        );
      }
      return told;
    });
    expect(found).toEqual(['x', '8', 'new', 'x', '8', 'new']);
  });
});
