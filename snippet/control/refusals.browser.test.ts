// Each refusal on a real page, and that nothing has happened when it comes.
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

  describe('the grant is asked for at the moment of performance', () => {
    test('[CONTROL-3] none, another one, paused', async () => {
      await stage.show('<button id=b onclick="document.title += 1">b</button>');
      const found = await stage.page.evaluate(async () => {
        const { stage: at } = window;
        const results = [await at.click('#b')];
        at.live.grant = 2;
        results.push(await at.click('#b'));
        at.live.paused = true;
        results.push(await at.click('#b'));
        at.live.paused = false;
        at.live.grant = null;
        results.push(await at.click('#b'), await at.navigate('reload'));
        return { results, title: document.title };
      });
      expect(found).toEqual({
        results: ['performed', 'staleGrant', 'paused', 'noGrant', 'noGrant'],
        title: '1',
      });
    });

    test('[CONTROL-7] a revoke between two queued commands discards the second', async () => {
      await stage.show('<input id=a><input id=b>');
      const found = await stage.page.evaluate(async () => {
        const { stage: at } = window;
        const first = at.fill('#a', 'one');
        const second = at.fill('#b', 'two');
        at.live.grant = null;
        at.control.discard();
        const value = (path: string) => (at.find(path) as HTMLInputElement).value;
        return [await first, await second, value('#a'), value('#b')];
      });
      expect(found).toEqual(['performed', 'noGrant', 'one', '']);
    });

    test('[CONTROL-7] a page that revokes while it is being pressed is not clicked', async () => {
      await stage.show('<button id=b>b</button>');
      const found = await stage.page.evaluate(async () => {
        const { stage: at } = window;
        const heard = at.hear('mousedown', 'click');
        at.find('#b').addEventListener('mousedown', () => (at.live.grant = null));
        return [await at.click('#b'), heard];
      });
      expect(found).toEqual(['noGrant', ['mousedown b']]);
    });

    test('[CONTROL-8] a number that was performed already is ignored, and so is all after the stop', async () => {
      await stage.show('<button id=b>b</button>');
      const clicks = await stage.page.evaluate(async () => {
        const { stage: at } = window;
        const heard = at.hear('click');
        const action = {
          type: 'click',
          place: at.place('#b'),
          button: 0,
          count: 1,
          modifiers: 0,
        } as const;
        await at.perform(action, { number: 5 });
        void at.perform(action, { number: 5 });
        void at.perform(action, { number: 4 });
        await at.perform(action, { number: 6 });
        at.control.stop();
        void at.perform(action, { number: 7 });
        return heard.length;
      });
      expect(clicks).toBe(2);
    });
  });

  describe('what is never the agent’s', () => {
    test('[CONTROL-4] the snippet’s own interface, by name, by place, or by the focus', async () => {
      await stage.show(`
      <style>#b { position: fixed; inset: 0 auto auto 0; width: 100px; height: 50px }
      own-interface { position: fixed; inset: 0 auto auto 0; width: 100px; height: 50px }</style>
      <button id=b>b</button><own-interface><button id=stop>Stop</button></own-interface>`);
      const found = await stage.page.evaluate(async () => {
        const { stage: at } = window;
        const heard = at.hear('click', 'keydown');
        const results = [
          await at.click('#stop'),
          await at.key('#stop', 'Enter'),
          await at.click('own-interface'),
          await at.click('#b'),
        ];
        at.control.discard();
        (at.find('#stop') as HTMLElement).focus();
        results.push(await at.key('', 'Enter'));
        return { results, heard };
      });
      expect(found).toEqual({
        results: ['forbidden', 'forbidden', 'forbidden', 'performed', 'forbidden'],
        heard: ['click b 1'],
      });
    });

    test('[CONTROL-4] a file field, nor the label that opens it', async () => {
      await stage.show('<input type=file id=f><label id=l for=f>Choose</label>');
      const results = await stage.page.evaluate(async () => [
        await window.stage.click('#f'),
        await window.stage.click('#l'),
        await window.stage.fill('#f', 'x'),
        await window.stage.key('#f', 'Enter'),
      ]);
      expect(results).toEqual(['forbidden', 'forbidden', 'forbidden', 'forbidden']);
    });
  });

  describe('what the page keeps to itself', () => {
    test('[CONTROL-5] masked: passwords, card numbers, marked regions, their labels', async () => {
      await stage.show(`
      <input type=password id=p><label id=l for=p>Password</label>
      <input autocomplete=cc-number id=c>
      <div data-alongside=mask><p id=words>Words</p><a href="#x" id=a>link</a><select id=s><option>1<option>2</select></div>`);
      const found = await stage.page.evaluate(async () => {
        const { stage: at } = window;
        return [
          await at.text('#p', 'x'),
          await at.fill('#p', 'x'),
          await at.key('#p', 'Backspace'),
          await at.click('#p'),
          await at.click('#l'),
          await at.text('#c', '4'),
          await at.click('#a'),
          await at.select('#s', 1),
          await at.click('#words'),
          (at.find('#p') as HTMLInputElement).value + location.hash,
        ];
      });
      expect(found).toEqual([...Array.from({ length: 8 }, () => 'masked'), 'performed', '']);
    });

    test('[CONTROL-5] locked: a button, its words, Enter in the field that would press it, the label of a field', async () => {
      await stage.show(`
      <form id=f><input id=a><button id=b data-alongside=lock><span id=w>Pay</span></button></form>
      <input id=g type=checkbox data-alongside=lock><label id=l for=g>Agree</label>`);
      const found = await stage.page.evaluate(async () => {
        const { stage: at } = window;
        const heard = at.hear('submit', 'click');
        return [
          await at.click('#b'),
          await at.click('#w'),
          await at.hover('#b'),
          await at.key('#b', ' '),
          await at.key('#a', 'Enter'),
          await at.click('#l'),
          heard.length,
        ];
      });
      expect(found).toEqual(['locked', 'locked', 'locked', 'locked', 'locked', 'locked', 0]);
    });

    const ways: readonly (readonly [what: string, body: string, act: string, kept: string])[] = [
      [
        'Enter, where the locked button is an image',
        '<form onsubmit="document.title += 1; return false"><input id=a><input type=image alt=go data-alongside=lock></form>',
        `at.key('#a', 'Enter')`,
        `document.title === ''`,
      ],
      [
        'an arrow key to a locked radio button',
        '<input type=radio name=r id=a checked><input type=radio name=r id=b data-alongside=lock>',
        `at.key('#a', 'ArrowDown')`,
        `!at.find('#b').checked`,
      ],
      [
        'a locked option, by name and by arrow key',
        '<select id=a><option>1<option data-alongside=lock>2</select>',
        `at.select('#a', 1).then((no) => at.key('#a', 'ArrowDown').then((also) => no === also && no))`,
        `at.find('#a').selectedIndex === 0`,
      ],
      [
        'a locked form, by a button that stands elsewhere',
        '<form id=f data-alongside=lock onsubmit="document.title += 1; return false"></form><button form=f id=b>b</button>',
        `at.click('#b')`,
        `document.title === ''`,
      ],
      [
        'what is locked within an editor, by writing over all of it',
        '<div id=e contenteditable>abc<b data-alongside=lock>kept</b></div>',
        `at.fill('#e', 'z').then((no) => at.key('#e', 'Backspace').then((also) => no === also && no))`,
        `at.find('#e').textContent === 'abckept'`,
      ],
      [
        'what a shadow tree shows in a locked place',
        '<div><template shadowrootmode=open><p data-alongside=lock><slot></slot></p></template><button id=b onclick="document.title += 1">b</button></div>',
        `at.click('#b')`,
        `document.title === ''`,
      ],
    ];
    for (const [what, body, act, kept] of ways)
      test(`[CONTROL-5] no way round: ${what}`, async () => {
        await stage.show(body);
        const found = await stage.page.evaluate(
          `(async (at) => [await ${act}, ${kept}])(window.stage)`,
        );
        expect(found).toEqual(['locked', true]);
      });

    test('[CONTROL-5] a reset clears no masked field', async () => {
      await stage.show(
        '<form><input id=p type=password><input type=hidden value=x><button type=reset id=b>b</button></form>',
      );
      const found = await stage.page.evaluate(async () => {
        const field = window.stage.find('#p') as HTMLInputElement;
        field.value = 'typed';
        return [await window.stage.click('#b'), field.value];
      });
      expect(found).toEqual(['masked', 'typed']);
    });

    test('[CONTROL-9] a form whose fields are named like properties holds up nothing', async () => {
      await stage.show(
        '<form><input id=i name=parentNode><input name=parentElement><input name=children></form>',
      );
      expect(await stage.page.evaluate(() => window.stage.click('#i'))).toBe('performed');
    });

    test('[CONTROL-5] blocked, also where only the place falls on it', async () => {
      await stage.show(
        '<div id=outer style="width:100px"><div data-alongside=block id=inner style="height:50px">secret</div></div>',
      );
      const results = await stage.page.evaluate(async () => [
        await window.stage.click('#inner'),
        await window.stage.click('#outer'),
        await window.stage.scroll('#outer', 0, 10),
      ]);
      expect(results).toEqual(['blocked', 'blocked', 'blocked']);
    });
  });

  test('gone: an unknown node, one removed or put away, one whose frame was removed', async () => {
    await stage.show(
      '<p id=p>p</p><button id=away hidden>b</button><iframe id=f srcdoc="<p id=q>q</p>"></iframe>',
    );
    const results = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      at.idOf('#p');
      const place = at.place('#p');
      const framed = at.place('#f >>> #q');
      at.find('#p').remove();
      at.find('#f').remove();
      const hover = (where: typeof place) => at.perform({ type: 'hover', place: where });
      const unknown = { ...place, node: 999 as typeof place.node };
      return [
        await hover(place),
        await hover(framed),
        await hover(unknown),
        await at.click('#away'),
      ];
    });
    expect(results).toEqual(['gone', 'gone', 'gone', 'gone']);
  });

  test('disabled: fields, fieldsets, read-only text, inert parts, what lies behind a modal dialog', async () => {
    await stage.show(`
    <button disabled id=b>b</button><fieldset disabled><input id=i></fieldset><input readonly id=r value=r>
    <div inert><button id=n>n</button></div><button id=behind>behind</button>
    <dialog id=d><button id=inside>inside</button></dialog>`);
    const results = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      const before = [
        await at.click('#b'),
        await at.text('#i', 'x'),
        await at.text('#r', 'x'),
        await at.fill('#r', 'x'),
        await at.click('#n'),
      ];
      (at.find('#d') as HTMLDialogElement).showModal();
      return [...before, await at.click('#behind'), await at.click('#inside')];
    });
    expect(results).toEqual([...Array.from({ length: 6 }, () => 'disabled'), 'performed']);
  });

  describe('nothing leaves the page’s origin', () => {
    test('[CONTROL-6] addresses', async () => {
      await stage.show('');
      const results = await stage.page.evaluate(async (elsewhere) => {
        const given: string[] = [];
        for (const address of [
          elsewhere,
          'javascript:alert(1)',
          'data:text/html,x',
          'file:///',
          'http://',
          'blob:x',
        ])
          given.push(await window.stage.navigate('address', address));
        return given;
      }, stage.elsewhere);
      expect(new Set(results)).toEqual(new Set(['otherOrigin']));
      expect(stage.page.url()).not.toContain(stage.elsewhere);
    });

    test('[CONTROL-6] links, pictures of maps and of vectors, forms and their buttons, foreign frames', async () => {
      await stage.show(`
      <a id=out href="${stage.elsewhere}"><b id=word>out</b></a> <a id=mail href="mailto:a@b.c">mail</a>
      <a id=script href="javascript:alert(1)">script</a> <a id=save href="/file" download>save</a>
      <a id=blank href="${stage.elsewhere}" target=_blank>blank</a>
      <svg width=50 height=20><a id=svg xlink:href="${stage.elsewhere}"><text id=t y=15>svg</text></a></svg>
      <form action="${stage.elsewhere}" id=f><input id=i><button id=s>send</button></form>
      <form action="${stage.elsewhere}"><input id=single></form>
      <form><button id=fa formaction="${stage.elsewhere}">send</button></form>
      <iframe id=frame src="${stage.elsewhere}"></iframe>`);
      const found = await stage.page.evaluate(async () => {
        const { stage: at } = window;
        const heard = at.hear('click', 'submit');
        const results: string[] = [];
        for (const path of [
          '#out',
          '#word',
          '#mail',
          '#script',
          '#save',
          '#blank',
          '#svg',
          '#t',
          '#s',
          '#fa',
          '#frame',
        ])
          results.push(await at.click(path));
        for (const path of ['#out', '#i', '#single']) results.push(await at.key(path, 'Enter'));
        return { results: [...new Set(results)], heard };
      });
      expect(found).toEqual({ results: ['otherOrigin'], heard: [] });
    });

    test('[CONTROL-6] a link that turns elsewhere while it is being pressed', async () => {
      await stage.show('<a id=a href="#x">a</a>');
      const result = await stage.page.evaluate(async (elsewhere) => {
        const { stage: at } = window;
        const link = at.find('#a') as HTMLAnchorElement;
        link.addEventListener('mousedown', () => (link.href = elsewhere));
        return at.click('#a');
      }, stage.elsewhere);
      expect(result).toBe('otherOrigin');
    });

    test('[CONTROL-6] what the history holds of other origins', async () => {
      await stage.page.goto(stage.elsewhere);
      await stage.show('');
      expect(await stage.page.evaluate(() => window.stage.navigate('back'))).toBe('otherOrigin');
      expect(await stage.page.evaluate(() => window.stage.navigate('forward'))).toBe('otherOrigin');
    });

    test('[CONTROL-6] a link that would open beside the page, where the session does not follow', async () => {
      await stage.show('<a id=a href="/x" target=_blank>a</a><a id=b href="/x">b</a>');
      const results = await stage.page.evaluate(async () => [
        await window.stage.click('#a'),
        await window.stage.click('#b', { modifiers: 2 }),
        await window.stage.click('#b', { button: 1 }),
      ]);
      expect(results).toEqual(['unsupported', 'unsupported', 'unsupported']);
    });
  });

  test('unsupported: text into what is no field, a value that the field cannot hold', async () => {
    await stage.show(
      '<p id=p>p</p><input type=date id=d value=2026-01-01><input type=checkbox id=c>',
    );
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      return [
        await at.text('#p', 'x'),
        await at.fill('#d', 'tomorrow'),
        (at.find('#d') as HTMLInputElement).value,
        await at.fill('#c', 'x'),
        await at.select('#c', 0),
      ];
    });
    expect(found).toEqual([
      'unsupported',
      'unsupported',
      '2026-01-01',
      'unsupported',
      'unsupported',
    ]);
  });

  test('[CONTROL-9] a page whose handler throws is performed on; our own failure is an outcome', async () => {
    await stage.show('<button id=b>b</button><input type=range step=any id=r>');
    const found = await stage.page.evaluate(async () => {
      const { stage: at } = window;
      let reported = 0;
      window.addEventListener('error', (event) => {
        reported++;
        event.preventDefault();
      });
      at.find('#b').addEventListener('click', () => {
        throw new Error('the page’s own');
      });
      const results = [await at.click('#b')];
      at.find('#b').dispatchEvent = () => {
        throw new Error('ours');
      };
      results.push(await at.click('#b'));
      return { results, reported };
    });
    expect(found).toEqual({
      results: ['performed', 'failed'],
      reported: 1,
    });
  });
});
