// Keys in real browsers: what the browser would have done had the customer pressed them.
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

  const SHIFT = 1;
  const CONTROL = 2;

  test('[CONTROL-1] a key is keydown, keypress where it writes, what it does, keyup; prevented, it does nothing', async () => {
    await stage.show('<textarea id=t>ab</textarea>');
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      const field = at.find('#t') as HTMLTextAreaElement;
      const heard = at.hear('keydown', 'keypress', 'beforeinput', 'input', 'keyup');
      const codes: number[] = [];
      field.addEventListener('keydown', (event) => codes.push(event.keyCode));
      field.focus();
      field.setSelectionRange(1, 1);
      await at.key('', 'Enter');
      await at.key('', 'Backspace');
      field.addEventListener('keydown', (event) => event.preventDefault());
      await at.key('', 'Delete');
      return { heard, codes, value: field.value };
    });
    expect(found).toEqual({
      heard: [
        'keydown t Enter',
        'keypress t Enter',
        'beforeinput t insertLineBreak:null',
        'input t insertLineBreak:null',
        'keyup t Enter',
        'keydown t Backspace',
        'beforeinput t deleteContentBackward:null',
        'input t deleteContentBackward:null',
        'keyup t Backspace',
        'keydown t Delete',
        'keyup t Delete',
      ],
      codes: [13, 8, 46],
      value: 'ab',
    });
  });

  test('[CONTROL-1] Enter in a field and a number turned up by an arrow ask first, and tell each value once', async () => {
    await stage.show(
      '<form onsubmit="return false"><input id=a><button id=b>Go</button></form><input id=n type=number min=1 step=2>',
    );
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      const heard = at.hear('beforeinput', 'input', 'change', 'submit');
      await at.click('#a');
      await at.text('', 'x');
      await at.key('', 'Enter');
      await at.click('#n');
      await at.text('', '3');
      await at.key('', 'ArrowUp');
      await at.click('#a');
      const told = heard.splice(0);
      for (const id of ['#a', '#n'])
        at.find(id).addEventListener('beforeinput', (event) => event.preventDefault());
      await at.key('#a', 'Enter');
      await at.key('#n', 'ArrowDown');
      return { told, prevented: heard, value: (at.find('#n') as HTMLInputElement).value };
    });
    expect(found).toEqual({
      told: [
        'beforeinput a insertText:x',
        'input a insertText:x',
        'beforeinput a insertLineBreak:null',
        'change a',
        expect.stringMatching(/^submit form/),
        'beforeinput n insertText:3',
        'input n insertText:3',
        'beforeinput n insertText:5',
        'input n',
        'change n',
      ],
      prevented: ['beforeinput a insertLineBreak:null', 'beforeinput n insertText:3'],
      value: '5',
    });
  });

  test('Escape closes a modal dialog in a shadow root, and what lies behind it is not pressed', async () => {
    await stage.show('<button id=behind>Behind</button><div id=host></div>');
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      const root = at.find('#host').attachShadow({ mode: 'open' });
      root.innerHTML = '<dialog><button id=in>In</button></dialog>';
      const dialog = root.querySelector('dialog')!;
      dialog.showModal();
      const behind = await at.click('#behind');
      await at.key('', 'Escape');
      return { behind, open: dialog.open, after: await at.click('#behind') };
    });
    expect(found).toEqual({ behind: 'disabled', open: false, after: 'performed' });
  });

  test('[CONTROL-1] keys go on where the page moves the focus once it has rendered', async () => {
    await stage.show('<input id=a><input id=b>');
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      at.find('#a').addEventListener('keydown', () =>
        setTimeout(() => (at.find('#b') as HTMLElement).focus()),
      );
      await at.click('#a');
      await at.text('', 'x');
      await new Promise((resolve) => setTimeout(resolve));
      await at.text('', 'y');
      return ['#a', '#b'].map((id) => (at.find(id) as HTMLInputElement).value);
    });
    expect(found).toEqual(['x', 'y']);
  });

  test('editing by keys: caret, selection, words, everything', async () => {
    await stage.show(
      '<input id=a value="one two three"><input id=n type=number value=12><div id=c contenteditable>one two</div>',
    );
    const found = await stage.page.evaluate(
      async (shift, control) => {
        const { stage: at } = window;
        const a = at.find('#a') as HTMLInputElement;
        const steps: string[] = [];
        a.focus();
        a.setSelectionRange(13, 13);
        await at.key('', 'Backspace', control);
        steps.push(a.value);
        await at.key('', 'Home');
        await at.key('', 'ArrowRight', shift);
        await at.key('', 'ArrowRight', shift);
        await at.key('', 'Delete');
        steps.push(a.value);
        await at.key('', 'Delete', control);
        steps.push(a.value);
        await at.key('', 'a', control);
        await at.text('', 'new');
        steps.push(a.value);
        await at.key('#n', 'a', control);
        await at.text('', '7');
        steps.push((at.find('#n') as HTMLInputElement).value);
        await at.click('#c', { x: 0.999 });
        await at.key('', 'End');
        for (const letter of ' z') await at.text('', letter);
        await at.key('', 'Backspace', control);
        await at.key('', 'Enter');
        await at.text('', 'x');
        steps.push((at.find('#c') as HTMLElement).innerText.replace(/\s+\n/, '\n'));
        return steps;
      },
      SHIFT,
      CONTROL,
    );
    expect(found).toEqual(['one two ', 'e two ', ' two ', 'new', '7', 'one two\nx']);
  });

  describe('Enter', () => {
    test('submits as the browser would: invalid not, one field without a button, several not', async () => {
      await stage.show(`
      <form id=f1><input id=a required><input id=b type=checkbox><button>Go</button></form>
      <form id=f2><input id=c></form><form id=f3><input id=d><input></form>
      <form id=f4><input id=e><button disabled>Go</button></form>`);
      const heard = await stage.page.evaluate(async () => {
        const { stage: at } = window;
        const log = at.hear('submit');
        document.addEventListener('submit', (event) => event.preventDefault());
        await at.key('#a', 'Enter');
        log.push('now valid');
        await at.text('#a', 'x');
        await at.key('#a', 'Enter');
        await at.key('#b', 'Enter');
        await at.key('#c', 'Enter');
        await at.key('#d', 'Enter');
        log.push(await at.key('#e', 'Enter'));
        return log;
      });
      expect(heard).toEqual(['now valid', 'submit f1', 'submit f1', 'submit f2', 'disabled']);
    });

    test('and Space press what has the focus, once', async () => {
      await stage.show(
        '<button id=b>b</button><a id=a href="#h">a</a><input type=checkbox id=c><details id=d><summary id=s>s</summary></details>',
      );
      const heard = await stage.page.evaluate(async () => {
        const { stage: at } = window;
        const log = at.hear('click');
        for (const path of ['#b', '#a', '#c', '#s']) await at.key(path, 'Enter');
        log.push('space');
        for (const path of ['#b', '#a', '#c', '#s']) await at.key(path, ' ');
        // Not every browser goes there at once.
        while (location.hash === '') await new Promise((resolve) => setTimeout(resolve));
        return [...log, location.hash, String((at.find('#c') as HTMLInputElement).checked)];
      });
      expect(heard.map((each) => each.replace('a 1', 'a 0'))).toEqual([
        'click b 0',
        'click a 0',
        'click s 0',
        'space',
        'click b 0',
        'click c 0',
        'click s 0',
        '#h',
        'true',
      ]);
    });
  });

  test('Tab goes through shadow roots and frames in their order, past what takes no focus, and back', async () => {
    await stage.show(`
    <input id=a><div id=host></div><input id=hidden hidden><input disabled>
    <iframe id=f srcdoc="<input id=inner>"></iframe><input type=radio name=r id=r1><input type=radio name=r id=r2 checked>
    <div id=c contenteditable>c</div><input id=first tabindex=1><own-interface tabindex=0>own</own-interface>`);
    const found = await stage.page.evaluate(async (shift) => {
      const { stage: at } = window;
      at.find('#host').attachShadow({ mode: 'open' }).innerHTML =
        '<button id=s1>s1</button><slot></slot><button id=s2>s2</button>';
      at.find('#host').innerHTML = '<button id=slotted>x</button>';
      const frame = at.find('#f') as HTMLIFrameElement;
      if (
        frame.contentDocument?.readyState !== 'complete' ||
        !frame.contentDocument.querySelector('#inner')
      )
        await new Promise((resolve) => {
          frame.addEventListener('load', resolve);
        });
      const visited: string[] = [];
      const note = (event: Event) => visited.push((event.composedPath()[0] as Element).id);
      document.addEventListener('focusin', note);
      frame.contentDocument!.addEventListener('focusin', note);
      await at.click('#first');
      for (let step = 0; step < 8; step++) await at.key('', 'Tab');
      visited.push('back');
      for (let step = 0; step < 3; step++) await at.key('', 'Tab', shift);
      return visited.join(' ');
    }, SHIFT);
    expect(found).toBe('first a s1 slotted s2 inner r2 c first back c r2 inner');
  });

  test('arrows move choices: radio buttons, lists, ranges, numbers', async () => {
    await stage.show(`
    <input type=radio name=r id=r1 checked><input type=radio name=r disabled><input type=radio name=r id=r2>
    <select id=s><option>a<option disabled>b<option>c</select>
    <input type=range id=g min=0 max=10 value=5><input type=number id=n value=3>`);
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      const heard = at.hear('input', 'change');
      const value = (path: string) => (at.find(path) as HTMLInputElement).value;
      await at.key('#r1', 'ArrowDown');
      await at.key('#s', 'ArrowDown');
      await at.key('#g', 'ArrowRight');
      await at.key('#g', 'End');
      await at.key('#g', 'End');
      await at.key('#n', 'ArrowDown');
      return [
        (at.find('#r2') as HTMLInputElement).checked,
        value('#s'),
        value('#g'),
        value('#n'),
        heard.join(', '),
      ];
    });
    expect(found).toEqual([
      true,
      'c',
      '10',
      '2',
      'input r2, change r2, input s, change s, input g, change g, input g, change g, input n, change n',
    ]);
  });

  test('Escape closes the modal dialog that the page lets go, and an open popover first', async () => {
    await stage.show(
      '<dialog id=d><input id=i></dialog><div popover id=p><button id=b>b</button></div>',
    );
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      const dialog = at.find('#d') as HTMLDialogElement;
      const popover = at.find('#p') as HTMLElement;
      dialog.showModal();
      const hold = (event: Event) => event.preventDefault();
      dialog.addEventListener('cancel', hold);
      await at.key('#i', 'Escape');
      const held = dialog.open;
      dialog.removeEventListener('cancel', hold);
      popover.showPopover();
      await at.key('#i', 'Escape');
      const first = [popover.matches(':popover-open'), dialog.open];
      await at.key('#i', 'Escape');
      return [held, ...first, dialog.open];
    });
    expect(found).toEqual([true, false, true, false]);
  });

  test('what is typed goes on where the agent was, though the customer has moved the focus', async () => {
    await stage.show('<input id=a><input id=b>');
    await stage.page.evaluate(async () => {
      await window.stage.click('#a');
      await window.stage.text('', '1');
    });
    await stage.page.click('#b');
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      await at.text('', '2');
      at.control.discard();
      (at.find('#b') as HTMLElement).focus();
      await at.text('', '3');
      return [(at.find('#a') as HTMLInputElement).value, (at.find('#b') as HTMLInputElement).value];
    });
    expect(found).toEqual(['12', '3']);
  });

  test('[CONTROL-2] where the browser refuses to edit, the value is set and told all the same', async () => {
    await stage.show('<input id=a maxlength=4 value=xy><input id=b>');
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      document.execCommand = () => false;
      const a = at.find('#a') as HTMLInputElement;
      const heard = at.hear('input', 'change');
      a.focus();
      a.setSelectionRange(1, 1);
      await at.text('', '12345');
      await at.key('', 'Backspace');
      await at.click('#b');
      return [a.value, ...heard];
    });
    expect(found).toEqual([
      'x1y',
      'input a insertText:12',
      'input a deleteContentBackward:null',
      'change a',
    ]);
  });
});
