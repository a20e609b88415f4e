// What the customer has while somebody watches, in both browsers: the bar in sight whatever the page does, the key that pauses, and words at what
// is hidden.
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers } from '../harness/browsers.ts';
import type { Served } from '../harness/serve.ts';
import { inside, openOpenly, pressOpenly, shareOpenly } from './openly.ts';
import { setStage, stateIs, stateOf } from './stage.ts';
import type { Stage } from './stage.ts';

const page = (relay: string, more: string) => `<!doctype html><html lang="en"><title>Site</title>
<script async src="${relay}/alongside.js"></script>
<main style="background: #123">Main</main><label>Card <input id="card" autocomplete="cc-number"></label><br><br>
<input id="plain" aria-label="Plain"> <input id="locked" data-alongside="lock" aria-label="Locked">
<input id="both" data-alongside="mask lock" aria-label="Both" style="display: block; width: 100%">
<button id="button" data-alongside="mask">A masked button</button>
${more}<div style="height: 2000px"></div>`;

function site(path: string, relay: string): Served | undefined {
  switch (path) {
    case '/':
      return { body: page(relay, '') };
    case '/frames':
      return { body: page(relay, '<iframe src="/inner" width="500" height="200"></iframe>') };
    case '/inner':
    case '/later':
      return {
        body: `<!doctype html><title>Inner</title><input id="pin" type="password" value="1"><p>${path}`,
      };
    case '/swallows':
      return {
        body: page(
          relay,
          `<script>for (const type of ['keydown', 'keyup']) document.addEventListener(type, (event) => {
            event.stopImmediatePropagation();
            event.preventDefault();
          }, true);</script>`,
        ),
      };
    default:
      return undefined;
  }
}

describe.each(browsers)('$name', ({ launch }) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(site, [], launch);
  });
  afterAll(() => stage.close());

  const escape = async (at: Page) => {
    await at.keyboard.press('Escape');
    await at.keyboard.press('Escape');
  };

  const becomes = async (at: Page, state: string) => {
    await stateIs(at, state);
    return stateOf(at);
  };

  /** Whether a press in the middle of the bar reaches it. */
  const isOnTop = (at: Page) =>
    at.waitForFunction(() => {
      const root = (window as { interfaceRoot?: ShadowRoot }).interfaceRoot!;
      const { x, y, width, height } = root.querySelector('.bar')!.getBoundingClientRect();
      const hit = document.elementFromPoint(x + width / 2, y + height / 2);
      return width > 0 && hit === root.host;
    });

  test('[SESSION-10] Escape pressed twice pauses, and the bar says so and how to go on', async () => {
    const here = await openOpenly(stage, '/');
    const agent = await shareOpenly(stage, here);
    expect(await (await inside(here, '.pause')).evaluate((at) => (at as HTMLElement).title)).toBe(
      'Or press Escape twice',
    );
    const from = agent.received.length;
    await here.focus('#plain');
    await escape(here);
    await inside(here, '.says', 'Paused. Sam Carter sees nothing.');
    expect((await agent.hears('tab', from)).state).toBe('paused');
    await escape(here);
    await pressOpenly(here, 'Resume');
    await stateIs(here, 'active');
    expect(await here.evaluate(() => document.activeElement?.localName)).toBe(
      'alongside-interface',
    );
  });

  test('[SESSION-10] neither a key held down, nor a second press much later, nor a script’s event pauses', async () => {
    const here = await openOpenly(stage, '/');
    await shareOpenly(stage, here);
    await here.focus('#plain');
    await here.keyboard.down('Escape');
    await here.keyboard.down('Escape');
    await here.keyboard.up('Escape');
    const pressedMs = await here.evaluate(() => performance.now());
    await here.waitForFunction((ms) => performance.now() - ms > 600, {}, pressedMs);
    await here.keyboard.press('Escape');
    await here.evaluate(() => {
      for (let times = 0; times < 3; times++)
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
        );
    });
    expect(await stateOf(here)).toBe('active');
  });

  test('[SESSION-10] the page’s own listeners cannot swallow it', async () => {
    const here = await openOpenly(stage, '/swallows');
    await shareOpenly(stage, here);
    await here.focus('#plain');
    await escape(here);
    expect(await becomes(here, 'paused')).toBe('paused');
  });

  test('[SESSION-10] it works in a frame of the same origin, also when the frame has gone on to another page', async () => {
    const here = await openOpenly(stage, '/frames');
    await shareOpenly(stage, here);
    for (const path of ['/inner', '/later']) {
      await here.evaluate((to) => {
        const { location } = document.querySelector('iframe')!.contentWindow!;
        if (location.pathname !== to) location.href = to;
      }, path);
      const frame = await here.waitForFrame((one) => one.url().endsWith(path));
      await frame.waitForSelector('#pin');
      await (await frame.$('#pin'))!.click();
      // Words at the field say that the focus has been followed.
      await inside(here, '.hint', 'Hidden from Sam Carter');
      await escape(here);
      expect(await becomes(here, 'paused'), path).toBe('paused');
      await pressOpenly(here, 'Resume');
      await stateIs(here, 'active');
    }
  });

  test('[SESSION-10] what is open is closed first: a prompt is declined, the picture goes, and nothing is paused', async () => {
    const here = await openOpenly(stage, '/');
    const agent = await shareOpenly(stage, here);
    agent.send({ kind: 'controlRequested', kinds: ['click', 'fill', 'navigate'] });
    await inside(here, 'dialog', 'Allow');
    await here.keyboard.press('Escape');
    await agent.hears('controlDeclined');
    await pressOpenly(here, 'What the agent sees');
    await inside(here, '.picture');
    await here.focus('#plain');
    await here.keyboard.press('Escape');
    await here.waitForFunction(
      () => !(window as { interfaceRoot?: ShadowRoot }).interfaceRoot!.querySelector('.picture'),
    );
    await here.keyboard.press('Escape');
    expect(await stateOf(here)).toBe('active');
    // Whoever closed it from the page is still there.
    expect(await here.evaluate(() => document.activeElement?.id)).toBe('plain');
    await here.keyboard.press('Escape');
    await stateIs(here, 'paused');
  });

  test('[OVERLAY-9] a hidden field says so while it has the focus, beside it and never over it', async () => {
    const here = await openOpenly(stage, '/');
    const agent = await shareOpenly(stage, here);
    const says = async (id: string) => {
      await here.focus(`#${id}`);
      const words = {
        card: 'Hidden from Sam Carter',
        both: 'who cannot use it',
        locked: 'cannot use this',
      }[id]!;
      const hint = await inside(here, '.hint', words);
      const note = (await hint.boundingBox())!;
      const field = (await (await here.$(`#${id}`))!.boundingBox())!;
      const apart =
        note.x >= field.x + field.width ||
        note.y >= field.y + field.height ||
        note.y + note.height <= field.y;
      expect(apart, id).toBe(true);
      expect(await here.evaluate(() => document.activeElement?.id)).toBe(id);
      return hint.evaluate((at) => at.textContent);
    };
    for (const [width, height] of [
      [1000, 700],
      [360, 640],
    ] as const) {
      await here.setViewport({ width, height });
      expect(await says('card')).toBe('Hidden from Sam Carter');
      expect(await says('both')).toBe('Hidden from Sam Carter, who cannot use it');
      expect(await says('locked')).toBe('Sam Carter cannot use this');
    }
    const isSilent = () =>
      here.waitForFunction(() => {
        const root = (window as { interfaceRoot?: ShadowRoot }).interfaceRoot!;
        return !root.querySelector('.hint')!.checkVisibility();
      });
    for (const id of ['plain', 'button']) {
      await here.focus('#card');
      await inside(here, '.hint');
      await here.focus(`#${id}`);
      await isSilent();
    }
    await here.focus('#card');
    await inside(here, '.hint');
    agent.leave();
    await isSilent();
  });

  test('[OVERLAY-9] it is said once a field to those who listen, and the agent is told nothing of it', async () => {
    const here = await openOpenly(stage, '/');
    const agent = await shareOpenly(stage, here);
    await here.evaluate(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      const live = (window as { interfaceRoot?: ShadowRoot }).interfaceRoot!.querySelector(
        '.live',
      )!;
      new MutationObserver(() => said.push(live.textContent!)).observe(live, { childList: true });
    });
    for (const id of ['card', 'plain', 'card', 'both']) {
      await here.focus(`#${id}`);
      if (id !== 'plain') await inside(here, '.hint', 'Hidden');
    }
    expect(await here.evaluate(() => (window as never as { said: string[] }).said)).toEqual([
      'Hidden from Sam Carter',
      'Hidden from Sam Carter, who cannot use it',
    ]);
    const from = agent.received.length;
    await here.evaluate(() => document.body.append('seen words'));
    await agent.hears('batch', from);
    const text = agent.received
      .map((one) => ('ops' in one ? new TextDecoder().decode(one.ops) : ''))
      .join('');
    expect(text).toContain('seen words');
    expect(text).not.toContain('Hidden from');
  });

  test('[OVERLAY-8] bar and border stay in full screen, of an element and of a frame', async () => {
    const here = await openOpenly(stage, '/frames');
    await shareOpenly(stage, here);
    const goes = async (query: string) => {
      await here.evaluate((wanted) => {
        const button = document.querySelector<HTMLElement>('#button')!;
        button.onclick = () => void document.querySelector(wanted)!.requestFullscreen();
      }, query);
      await here.click('#button');
      await here.waitForFunction(() => document.fullscreenElement);
    };
    const bar = await inside(here, '.bar');
    await goes('main');
    await isOnTop(here);
    const frame = await inside(here, '.frame');
    const wide = async () => [
      await frame.evaluate((at) => at.getBoundingClientRect().width),
      await here.evaluate(() => innerWidth),
    ];
    await expect
      .poll(async () => {
        const [border, seen] = await wide();
        return border! - seen!;
      })
      .toBe(0);
    await inside(here, '.says', 'Sam Carter sees this page');
    await pressOpenly(here, 'Pause');
    await pressOpenly(here, 'Resume');
    await here.evaluate(() => document.exitFullscreen());
    await here.waitForFunction(() => document.querySelector('html > alongside-interface'));
    await isOnTop(here);

    // Nothing outside of it takes a press then, and nothing can be put inside.
    await goes('iframe');
    await inside(here, '.says', 'Sam Carter sees this page');
    const { x, y, height } = (await bar.boundingBox())!;
    // Within the bar's own ground, left of its handle.
    const clip = { x: x + 3, y: y + height / 2 - 4, width: 3, height: 8 };
    const plain = await here.evaluate(() => matchMedia('(prefers-color-scheme: light)').matches);
    expect(plain).toBe(true);
    await expect
      .poll(async () => {
        const { data } = PNG.sync.read(Buffer.from(await here.screenshot({ clip })));
        return [...data.subarray(0, 3)];
      })
      .toEqual([255, 255, 255]);
    const inner = here.frames().find((one) => one.url().endsWith('/inner'))!;
    await inner.focus('#pin');
    await escape(here);
    // The first press may be the browser's own, which leaves full screen by it.
    if ((await stateOf(here)) === 'active') await escape(here);
    expect(await becomes(here, 'paused')).toBe('paused');
  });

  test('[OVERLAY-8] they come back at once when the page takes them away, removes the dialog they stand in, or is written anew', async () => {
    const here = await openOpenly(stage, '/');
    await shareOpenly(stage, here);
    const frames = (work: () => void) =>
      here.evaluate(async (run) => {
        // oxlint-disable-next-line typescript/no-implied-eval
        new Function(`(${run})()`)();
        for (let left = 4; left > 0; left--) await new Promise(requestAnimationFrame);
      }, String(work));
    await frames(() => document.querySelector('alongside-interface')!.remove());
    await isOnTop(here);
    await here.evaluate(() => {
      const dialog = document.createElement('dialog');
      document.body.append(dialog);
      dialog.showModal();
    });
    await here.waitForFunction(() => document.querySelector('dialog > alongside-interface'));
    await frames(() => document.querySelector('dialog')!.remove());
    expect(
      await here.evaluate(() => document.querySelector('html > alongside-interface') !== null),
    ).toBe(true);
    await isOnTop(here);
    await here.evaluate(() => {
      document.open();
      document.write('<!doctype html><title>New</title><input id="new"><p>All new');
      document.close();
    });
    await isOnTop(here);
    await inside(here, '.says', 'Sam Carter sees this page');
    await here.focus('#new');
    // The listeners went with the old page, and are there again within a second.
    await expect
      .poll(
        async () => {
          await escape(here);
          return stateOf(here);
        },
        { timeout: 10_000, interval: 600 },
      )
      .toBe('paused');
  });

  test('[OVERLAY-8] however small the page is, the bar is in it, and each button can be reached', async () => {
    const here = await openOpenly(stage, '/');
    await shareOpenly(stage, here);
    for (const [width, height] of [
      [320, 256],
      [200, 120],
    ] as const) {
      await here.setViewport({ width, height });
      const bar = await inside(here, '.bar');
      await here.waitForFunction((wide) => innerWidth === wide, {}, width);
      const box = (await bar.boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      const reached = await bar.evaluate((at) =>
        [...at.querySelectorAll('button:not([hidden])')].map((button) => {
          button.scrollIntoView({ block: 'nearest' });
          const { x, y, width: wide, height: high } = button.getBoundingClientRect();
          const root = at.getRootNode() as ShadowRoot;
          return button.contains(root.elementFromPoint(x + wide / 2, y + high / 2));
        }),
      );
      expect(reached).toEqual([true, true, true, true]);
    }
  });

  test('[OVERLAY-8] whatever the page does to its root, the bar is where it was, and the name in it', async () => {
    const here = await openOpenly(stage, '/');
    await shareOpenly(stage, here);
    const bar = await inside(here, '.bar');
    const before = await bar.boundingBox();
    await here.evaluate(() => {
      const sheet = document.createElement('style');
      sheet.textContent = `html { transform: scale(.5) rotate(9deg); filter: blur(9px); opacity: .1; clip-path: inset(45%); pointer-events: none; overflow-y: scroll }
        alongside-interface, * { display: none !important; visibility: hidden !important; opacity: 0 !important; transform: scale(0) !important }
        html, head, body { display: block !important }`;
      document.body.append(sheet);
    });
    expect(await bar.boundingBox()).toEqual(before);
    await inside(here, '.says', 'Sam Carter sees this page');
    await isOnTop(here);
  });

  test('[OVERLAY-8] nothing of it is printed', async () => {
    const here = await openOpenly(stage, '/');
    await shareOpenly(stage, here);
    const rules = await here.evaluate(() =>
      (window as { interfaceRoot?: ShadowRoot })
        .interfaceRoot!.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules])
        .filter((rule) => rule instanceof CSSMediaRule && rule.conditionText === 'print')
        .map((rule) => rule.cssText.replaceAll(/\s+/g, ' ')),
    );
    expect(rules).toEqual(['@media print { .ui { display: none; } }']);
  });
});
