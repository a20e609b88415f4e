// Where a press really lands, what the pointer passes over, and moving about: hover, scroll, navigate.
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

  describe('a place', () => {
    test('[CONTROL-10] goes to the innermost element there that belongs to the node, else to the node itself', async () => {
      await stage.show(`
      <style>#outer, #cover { position: absolute; left: 0; top: 0; width: 100px; height: 100px }</style>
      <div id=outer><button id=in style="width:50px;height:100px">in</button></div>`);
      const heard = await stage.page.evaluate(async () => {
        const { stage: at } = window;
        const log = at.hear('click');
        await at.click('#outer', { x: 0.25 });
        await at.click('#outer', { x: 0.75 });
        document.body.insertAdjacentHTML('beforeend', '<div id=cover>cookies</div>');
        await at.click('#outer', { x: 0.25 });
        return log;
      });
      expect(heard).toEqual(['click in 1', 'click outer 1', 'click outer 1']);
    });

    test('[CONTROL-10] goes to what a style shows under the mouse, while the mouse is there, and to nothing else that is not drawn', async () => {
      await stage.show(`
      <style>.offers, .gone { display: none } li:hover > .offers { display: block } button { width: 50px }</style>
      <ul><li id=a>one <span class=offers><button id=like>Like</button></span> <span class=gone><button id=old>Old</button></span></li>
      <li id=b>two</li></ul>`);
      const found = await stage.page.evaluate(async () => {
        const { stage: at } = window;
        const heard = at.hear('click');
        const before = await at.click('#like');
        await at.hover('#a');
        const results = [before, await at.click('#like'), await at.click('#old')];
        await at.hover('#b');
        return { heard, results: [...results, await at.click('#like')] };
      });
      expect(found).toEqual({
        heard: ['click like 1'],
        results: ['gone', 'performed', 'gone', 'gone'],
      });
    });

    test('in open and closed shadow roots and in frames', async () => {
      await stage.show(
        '<div id=open></div><div id=closed></div><iframe id=f style="border:7px solid" srcdoc="<body style=margin:0><button id=framed>x</button>"></iframe>',
      );
      const heard = await stage.page.evaluate(async () => {
        const { stage: at } = window;
        const log: string[] = [];
        const listen = (button: Element) =>
          button.addEventListener('click', (event) =>
            log.push(
              `${button.id} ${event instanceof button.ownerDocument.defaultView!.MouseEvent}`,
            ),
          );
        const open = at.find('#open').attachShadow({ mode: 'open' });
        open.innerHTML = '<input id=field><button id=inopen>x</button>';
        listen(open.querySelector('button')!);
        const closed = at.find('#closed').attachShadow({ mode: 'closed' });
        closed.innerHTML = '<button id=inclosed>x</button>';
        listen(closed.querySelector('button')!);
        const frame = at.find('#f') as HTMLIFrameElement;
        while (!frame.contentDocument?.querySelector('#framed'))
          await new Promise((resolve) => {
            frame.addEventListener('load', resolve, { once: true });
          });
        listen(frame.contentDocument.querySelector('button')!);
        await at.click('#open >>> #inopen');
        await at.perform({
          type: 'click',
          place: { node: at.idFor(closed.querySelector('button')!), x: 0.5, y: 0.5 },
          button: 0,
          count: 1,
          modifiers: 0,
        });
        await at.click('#f >>> #framed');
        const box = at.find('#f').getBoundingClientRect();
        await at.click('#f', { x: 15 / box.width, y: 15 / box.height });
        await at.click('#open >>> #field');
        await at.text('', 'deep');
        return [...log, (open.querySelector('#field') as HTMLInputElement).value];
      });
      expect(heard).toEqual(['inopen true', 'inclosed true', 'framed true', 'framed true', 'deep']);
    });

    test('the caret goes where a field is pressed, and a double press takes the word', async () => {
      await stage.show(
        '<input id=a value="hello world" style="font:20px monospace;padding:0;border:0;width:400px">',
      );
      const found = await stage.page.evaluate(async () => {
        const { stage: at } = window;
        const field = at.find('#a') as HTMLInputElement;
        const selection = () => [field.selectionStart, field.selectionEnd];
        await at.click('#a', { x: 0.0 });
        const start = selection();
        await at.click('#a', { x: 0.99 });
        const end = selection();
        const heard = at.hear('click', 'dblclick');
        await at.click('#a', { x: 0.05 });
        await at.click('#a', { x: 0.05, count: 2 });
        return [start, end, selection(), heard];
      });
      expect(found).toEqual([
        [0, 0],
        [11, 11],
        [0, 5],
        ['click a 1', 'click a 2', 'dblclick a'],
      ]);
    });
  });

  test('other buttons ask for the menu or nothing, and never click', async () => {
    await stage.show('<button id=b>b</button>');
    const heard = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      const log = at.hear('mousedown', 'mouseup', 'click', 'contextmenu', 'auxclick');
      await at.click('#b', { button: 2 });
      await at.click('#b', { button: 1 });
      return log;
    });
    expect(heard).toEqual([
      'mousedown b',
      'mouseup b',
      'contextmenu b',
      'auxclick b',
      'mousedown b',
      'mouseup b',
      'auxclick b',
    ]);
  });

  test('a press that the page prevents takes no focus', async () => {
    await stage.show('<input id=a><input id=b><p id=p>p</p>');
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      at.find('#b').addEventListener('mousedown', (event) => event.preventDefault());
      const focused: string[] = [];
      for (const path of ['#a', '#b', '#p']) {
        await at.click(path);
        focused.push(document.activeElement!.id || document.activeElement!.localName);
      }
      return focused;
    });
    expect(found).toEqual(['a', 'a', 'body']);
  });

  test('hovering enters and leaves as the pointer moves, and leaves when control ends', async () => {
    await stage.show('<div id=menu><span id=one>one</span> <span id=two>two</span></div>');
    const heard = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      const log: string[] = [];
      for (const id of ['menu', 'one', 'two'])
        for (const type of ['mouseenter', 'mouseleave'])
          at.find(`#${id}`).addEventListener(type, () => log.push(`${type} ${id}`));
      await at.hover('#one');
      await at.hover('#two');
      at.control.discard();
      return log;
    });
    expect(heard).toEqual([
      'mouseenter menu',
      'mouseenter one',
      'mouseleave one',
      'mouseenter two',
      'mouseleave two',
      'mouseleave menu',
    ]);
  });

  test('scrolling moves the innermost scroller that can, then the page; the page may keep the wheel for itself', async () => {
    await stage.show(`<div id=box style="height:100px;overflow:auto"><div id=tall style="height:150px"></div></div>
    <div style="height:3000px"></div>`);
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      const tops = () => [at.find('#box').scrollTop, document.scrollingElement!.scrollTop];
      await at.scroll('#box', 0, 80);
      const first = tops();
      await at.scroll('#box', 0, 80);
      const second = tops();
      at.find('#box').addEventListener('wheel', (event) => event.preventDefault());
      await at.scroll('#box', 0, -20);
      return [first, second, tops()];
    });
    expect(found).toEqual([
      [50, 0],
      [50, 80],
      [50, 80],
    ]);
  });

  test('navigating: an address of the page’s own origin, back, forward, reload', async () => {
    await stage.show('<p>start</p>');
    const { page } = stage;
    const start = page.url();
    const go = async (...given: Parameters<Window['stage']['navigate']>) => {
      const arrived = page.waitForNavigation();
      await page.evaluate((to, address) => void window.stage.navigate(to, address), ...given);
      await arrived;
      return new URL(page.url()).pathname;
    };
    expect(await go('address', '/basket?x=1')).toBe('/basket');
    expect(await go('reload')).toBe('/basket');
    expect(await go('back')).toBe('/');
    expect(page.url()).toBe(start);
    expect(await go('forward')).toBe('/basket');
  });

  test('a link of the page’s own origin is followed', async () => {
    await stage.show('<a id=a href="/basket">Basket</a>');
    const arrived = stage.page.waitForNavigation();
    await stage.page.evaluate(() => void window.stage.click('#a'));
    await arrived;
    expect(new URL(stage.page.url()).pathname).toBe('/basket');
  });
});
