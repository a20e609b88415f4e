// An agent in the extension's panel, with control: sees the mirror alone, and does everything through the panel.
import type { Page } from 'puppeteer-core';
import { see } from '../../demo/people.ts';
import { find, reads } from './eyes.ts';
import type { Hands } from './hands.ts';
import { strikeKeys } from './strikeKeys.ts';

const MIRROR = `document.querySelector('iframe')?.contentDocument`;

export function handsOfAgent(panel: Page): Hands {
  const { mouse, keyboard } = panel;

  /** From a point of the mirrored page to the panel's own pixels. */
  const inPanel = (x: number, y: number) =>
    panel.evaluate(
      (left, top) => {
        const frame = document.querySelector('iframe')!;
        const outer = frame.getBoundingClientRect();
        const scale = outer.width / frame.offsetWidth;
        return { x: outer.x + left * scale, y: outer.y + top * scale, scale };
      },
      x,
      y,
    );

  async function bring(name: string): Promise<{ x: number; y: number }> {
    for (let turns = 0; turns < 20; turns++) {
      const { x, y, away } = await find(panel, MIRROR, name);
      const at = await inPanel(x, y);
      if (away === 0) return at;
      await mouse.move(at.x, at.y);
      await mouse.wheel({ deltaY: away * at.scale });
    }
    throw new Error(`${name} does not come in sight`);
  }

  async function press(name: string): Promise<void> {
    const { x, y } = await bring(name);
    await mouse.click(x, y);
  }

  return {
    async press(name, { button = 'left' as const, times = 1, held }) {
      const { x, y } = await bring(name);
      if (held) await keyboard.down(held);
      await mouse.click(x, y, { button, count: times });
      if (held) await keyboard.up(held);
    },
    keys: (keys) => strikeKeys(panel, keys),
    write: (text) => keyboard.type(text),
    async choose(options, from) {
      await press(from);
      const list = await see(panel, 'Options', 'listbox');
      const indexes = await list.evaluate(
        (element, wanted) =>
          [...(element as HTMLSelectElement).options]
            .filter(({ text }) => wanted.includes(text))
            .map(({ value }) => value),
        options,
      );
      const isMultiple = await list.evaluate((element) => (element as HTMLSelectElement).multiple);
      if (!isMultiple) {
        await list.type(options[0]!);
        return keyboard.press('Enter');
      }
      await list.select(...indexes);
      await panel.locator('::-p-aria([name="Choose"][role="button"])').click();
    },
    async set(value, on) {
      await press(on);
      await panel.locator('[aria-label="Value"]').fill(value);
      await panel.locator('::-p-aria([name="Set"][role="button"])').click();
    },
    async hover(name) {
      const { x, y } = await bring(name);
      await mouse.move(x, y, { steps: 3 });
    },
    async drag(from, onto) {
      const start = await bring(from);
      await mouse.move(start.x, start.y);
      await mouse.down();
      const { x, y } = await find(panel, MIRROR, onto);
      const end = await inPanel(x, y);
      await mouse.move(end.x, end.y, { steps: 8 });
      await mouse.up();
    },
    see: (words) => reads(panel, MIRROR, words),
  };
}
