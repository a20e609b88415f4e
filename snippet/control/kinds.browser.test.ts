// What the customer has granted, kind by kind, once or for the session, and what they are asked about each time.
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

  const page = `
    <button id=b onclick="this.dataset.n = (+this.dataset.n || 0) + 1">Buy</button>
    <input id=t><input id=u><input type=checkbox id=c><label id=l>Gift <input type=checkbox id=g></label>
    <select id=s><option>1<option>2</select>
    <a id=hash href="#x">here</a> <a id=away href="/away">away</a>
    <div style="height:3000px"></div>`;

  test('[CONSENT-8] each action needs its kind; fields take either, a link to another page both', async () => {
    await stage.show(page);
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      const tries: Record<string, () => Promise<string>> = {
        press: () => at.click('#b'),
        space: () => at.key('#b', ' '),
        caret: () => at.click('#t'),
        type: () => at.text('#t', 'a'),
        paste: () => at.paste('#t', 'b'),
        erase: () => at.key('#t', 'Backspace'),
        tab: () => at.key('#t', 'Tab'),
        shortcut: () => at.key('body', 'j'),
        box: () => at.click('#c'),
        label: () => at.click('#l'),
        list: () => at.select('#s', 1),
        hash: () => at.click('#hash'),
        away: () => at.click('#away', { modifiers: 0 }),
        back: () => at.navigate('address', '#y'),
        hover: () => at.hover('#b'),
        scroll: () => at.scroll('body', 0, 10),
        drag: async () => (await at.drag('#b', '#u'))[0]!,
      };
      // Nothing is to lead away in the middle of this.
      at.find('#away').addEventListener('click', (event) => event.preventDefault());
      const told: Record<string, string[]> = {};
      for (const kinds of [['click'], ['fill'], ['navigate'], ['click', 'navigate']] as const) {
        at.live.kinds = [...kinds];
        told[kinds.join('+')] = [];
        for (const [name, work] of Object.entries(tries))
          if ((await work()) === 'performed') told[kinds.join('+')]!.push(name);
      }
      return told;
    });
    const always = ['hover', 'scroll'];
    const either = ['caret', 'tab', 'box', 'label'];
    const sorted = (...names: string[]) => names.toSorted();
    expect(Object.fromEntries(Object.entries(found).map(([k, v]) => [k, v.toSorted()]))).toEqual({
      click: sorted('press', 'space', 'shortcut', 'hash', 'drag', ...either, ...always),
      fill: sorted('type', 'paste', 'erase', 'list', ...either, ...always),
      navigate: sorted('back', ...always),
      'click+navigate': sorted(
        'press',
        'space',
        'shortcut',
        'hash',
        'drag',
        'away',
        'back',
        ...either,
        ...always,
      ),
    });
  });

  test('[CONTROL-12] what is not granted, and what the policy denies, is told apart', async () => {
    await stage.show(page);
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      at.live.kinds = ['fill'];
      const notGranted = await at.click('#b');
      at.live.kinds = ['click', 'fill'];
      at.live.denied = ['click'];
      return [
        notGranted,
        await at.click('#b'),
        await at.text('#t', 'a'),
        (at.find('#b') as HTMLElement).dataset['n'] ?? null,
      ];
    });
    expect(found).toEqual(['notGranted', 'denied', 'performed', null]);
  });

  test('[CONSENT-9] once is one press', async () => {
    await stage.show(page);
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      at.live.once = ['click', 'fill', 'navigate'];
      const told = [await at.hover('#b'), await at.scroll('body', 0, 5), await at.key('#t', 'Tab')];
      const before = at.live.used;
      const press = await at.click('#b');
      return {
        told,
        before,
        press,
        used: at.live.used,
        again: await at.click('#b'),
        n: (at.find('#b') as HTMLElement).dataset['n'],
      };
    });
    expect(found).toEqual({
      told: ['performed', 'performed', 'performed'],
      before: 0,
      press: 'performed',
      used: 1,
      again: 'noGrant',
      n: '1',
    });
  });

  test('[CONSENT-9] once is one field filled in, with as many keys as it takes, until it is left', async () => {
    await stage.show(page);
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      at.live.once = ['click', 'fill', 'navigate'];
      await at.click('#t');
      for (const letter of 'Ann') await at.text('', letter);
      await at.key('', 'Backspace');
      await at.paste('', 'a');
      const before = at.live.used;
      const other = await at.text('#u', 'x');
      return {
        before,
        value: (at.find('#t') as HTMLInputElement).value,
        other,
        used: at.live.used,
        again: await at.text('#t', 'x'),
      };
    });
    expect(found).toEqual({
      before: 0,
      value: 'Ana',
      other: 'noGrant',
      used: 1,
      again: 'noGrant',
    });
  });

  test('[CONSENT-9] leaving the field by Tab ends it; a value set at one stroke, too; what is granted for the session stays', async () => {
    await stage.show(page);
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      at.live.once = ['fill'];
      await at.text('#t', 'a');
      await at.key('', 'Tab');
      const byTab = at.live.used;
      at.live.kinds = ['click', 'fill'];
      at.live.once = ['fill'];
      at.live.grant = 2;
      const list = await at.perform(
        { type: 'select', node: at.idOf('#s'), indexes: [1] },
        { grant: 2 as never },
      );
      const press = await at.perform(
        { type: 'click', place: at.place('#b'), button: 0, count: 1, modifiers: 0 },
        { grant: 2 as never },
      );
      return { byTab, list, used: at.live.used, press };
    });
    expect(found).toEqual({ byTab: 1, list: 'performed', used: 2, press: 'performed' });
  });

  const commits = `
    <form id=f onsubmit="event.preventDefault(); this.dataset.n = (+this.dataset.n || 0) + 1">
      <input id=amount><button id=other>Other</button><label id=label for=pay>Label</label>
      <button id=pay class=confirm aria-label="Pay £49"><span id=icon>icon</span></button>
    </form>
    <div class=confirm id=div role=button><b id=inner>Delete <span data-alongside=mask>secret</span></b></div>
    <input id=box type=checkbox>`;

  test('[CONSENT-10] what is to be confirmed is asked about, by every way that leads to it', async () => {
    await stage.show(commits);
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      at.live.confirms = '.confirm';
      const sent = () => (at.find('#f') as HTMLElement).dataset['n'];
      const ways: Record<string, () => Promise<unknown>> = {
        press: () => at.click('#pay'),
        inside: () => at.click('#icon'),
        double: () => at.click('#pay', { count: 2 }),
        label: () => at.click('#label'),
        other: () => at.click('#other'),
        enter: () => at.key('#amount', 'Enter'),
        space: () => at.key('#pay', ' '),
        enterOnIt: () => at.key('#pay', 'Enter'),
        drag: () => at.drag('#pay', '#pay'),
        middle: () => at.click('#pay', { button: 1 }),
        div: () => at.click('#inner'),
      };
      const told: Record<string, unknown> = {};
      for (const [name, work] of Object.entries(ways)) {
        at.live.asked.length = 0;
        const result = work();
        while (at.live.asked.length === 0) await new Promise((resolve) => setTimeout(resolve));
        at.control.confirm(false);
        told[name] = [at.live.asked[0], ...[await result].flat().slice(0, 1)];
      }
      const free = await at.click('#box');
      return { told, sent: sent() ?? null, free, waits: at.live.waits.slice(0, 2) };
    });
    const declined = (label: string) => [label, 'declined'];
    expect(found).toEqual({
      told: {
        press: declined('Pay £49'),
        inside: declined('Pay £49'),
        double: declined('Pay £49'),
        label: declined('Pay £49'),
        other: declined('Other'),
        enter: declined('Other'),
        space: declined('Pay £49'),
        enterOnIt: declined('Pay £49'),
        drag: declined('Pay £49'),
        middle: declined('Pay £49'),
        div: declined('Delete'),
      },
      sent: null,
      free: 'performed',
      waits: ['answer', null],
    });
  });

  test('[CONSENT-10] a yes is for that press, as it was asked about', async () => {
    await stage.show(commits);
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      at.live.confirms = '.confirm';
      const sent = () => (at.find('#f') as HTMLElement).dataset['n'];
      const asked = async (start: () => Promise<unknown>, meanwhile: () => void = () => {}) => {
        const before = at.live.asked.length;
        const work = start();
        while (at.live.asked.length === before) await new Promise((resolve) => setTimeout(resolve));
        meanwhile();
        at.control.confirm(true);
        return work;
      };
      const yes = await asked(() => at.click('#pay'));
      at.control.confirm(true);
      const renamed = await asked(
        () => at.click('#pay'),
        () => at.find('#pay').setAttribute('aria-label', 'Pay £4900'),
      );
      const locked = await asked(
        () => at.click('#pay'),
        () => at.find('#pay').setAttribute('data-alongside', 'lock'),
      );
      at.find('#pay').removeAttribute('data-alongside');
      const queued = at.click('#box');
      const revoked = await asked(
        () => at.click('#pay'),
        () => {
          at.live.grant = null;
          at.control.discard();
        },
      );
      return { yes, sent: sent(), renamed, locked, revoked, queued: await queued };
    });
    expect(found).toEqual({
      yes: 'performed',
      sent: '1',
      renamed: 'gone',
      locked: 'locked',
      revoked: 'noGrant',
      queued: 'performed',
    });
  });
});
