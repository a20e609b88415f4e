// Two people at one page, with the customer's real mouse and keyboard: theirs goes first, and both see it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers } from '../../tests/harness/browsers.ts';
import { openStage } from './testing/openStage.ts';
import type { OpenStage } from './testing/openStage.ts';

describe.each(browsers)('in $name', ({ launch }) => {
  let stage: OpenStage;
  beforeAll(async () => {
    stage = await openStage(launch);
  });
  afterAll(() => stage?.close());

  const page = '<input id=a><input id=b><button id=p onclick="this.dataset.n=1">Press</button>';

  test('[CONTROL-13] while the customer types, a command waits, and is performed when they rest', async () => {
    await stage.show(page);
    await stage.page.click('#a');
    await stage.page.keyboard.type('cus');
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      const press = at.click('#p');
      const waited = [...at.live.waits];
      const hover = await Promise.race([press.then(() => 'pressed'), Promise.resolve('waits')]);
      return { waited, hover, press: await press, waits: at.live.waits };
    });
    expect(found).toEqual({
      waited: ['turn'],
      hover: 'waits',
      press: 'performed',
      waits: ['turn', null],
    });
  });

  test('[CONTROL-13] a press that is held keeps the agent out: a hover at once, a press after a while', async () => {
    await stage.show(page);
    await stage.page.mouse.move(5, 5);
    await stage.page.mouse.down();
    const held = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      at.live.patience = 200;
      return [await at.hover('#p'), await at.click('#p')];
    });
    await stage.page.mouse.up();
    expect(held).toEqual(['customerActive', 'customerActive']);
    await stage.page.evaluate(() => void (window.stage.live.patience = 10_000));
    expect(await stage.page.evaluate(() => window.stage.click('#p'))).toBe('performed');
  });

  test('[CONTROL-13] the agent’s caret leaves a field that the customer goes into, until the agent presses again', async () => {
    await stage.show(page);
    await stage.page.evaluate(async () => {
      await window.stage.click('#a');
      await window.stage.text('', 'agent');
    });
    await stage.page.click('#a');
    await stage.page.keyboard.type('!');
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      const typed = [await at.text('', 'x'), await at.key('', 'Backspace')];
      const pressed = await at.click('#b');
      return { typed, pressed, again: await at.text('', 'mine') };
    });
    expect(found).toEqual({
      typed: ['customerActive', 'customerActive'],
      pressed: 'performed',
      again: 'performed',
    });
    const values = await stage.page.$$eval('input', (all) => all.map((each) => each.value));
    expect(values[0]).toContain('agent');
    expect(values[0]).toContain('!');
    expect(values[1]).toBe('mine');
  });

  test('[CONTROL-13] what the agent does is nobody else’s doing', async () => {
    await stage.show(page);
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      await at.click('#a');
      for (const letter of 'abc') await at.text('', letter);
      await at.key('', 'Tab');
      await at.click('#p');
      return at.live.waits;
    });
    expect(found).toEqual([]);
  });

  test('[CONTROL-13] a press of the customer’s lets go of what the agent drags', async () => {
    await stage.show('<div id=d style="width:90px;height:90px">drag</div><button id=p>P</button>');
    const started = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      const heard = ((window as never as { heard: string[] }).heard = at.hear(
        'pointerdown',
        'pointercancel',
        'pointerup',
      ));
      await at.perform({ type: 'drag', phase: 'start', place: at.place('#d'), modifiers: 0 });
      return heard.length;
    });
    await stage.page.click('#p');
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      const end = await at.perform({
        type: 'drag',
        phase: 'end',
        place: at.place('#p'),
        modifiers: 0,
      });
      return {
        end,
        heard: (window as never as { heard: string[] }).heard.filter((each) => each.includes(' d')),
      };
    });
    expect(started).toBe(1);
    expect(found).toEqual({ end: 'customerActive', heard: ['pointerdown d', 'pointercancel d'] });
  });
});
