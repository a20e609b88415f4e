// A person at the page itself, with a real mouse and a real keyboard.
import type { ElementHandle, Page } from 'puppeteer-core';
import { find, reads } from './eyes.ts';
import type { Hands } from './hands.ts';
import { strikeKeys } from './strikeKeys.ts';

export function handsOfPerson(page: Page): Hands {
  const { mouse, keyboard } = page;

  async function bring(name: string): Promise<{ x: number; y: number }> {
    for (let turns = 0; turns < 20; turns++) {
      const { x, y, away } = await find(page, 'document', name);
      if (away === 0) return { x, y };
      await mouse.move(x, y);
      await mouse.wheel({ deltaY: away });
    }
    throw new Error(`${name} does not come in sight`);
  }

  /** The focus as the Tab key would give it: a press would open the browser's own picker, which nobody can reach from here. */
  async function focus(name: string): Promise<ElementHandle<HTMLInputElement>> {
    const { x, y } = await bring(name);
    const field = await page.evaluateHandle(
      (left, top) => {
        const hit = (root: DocumentOrShadowRoot): Element | null => {
          const found = root.elementFromPoint(left, top);
          return found?.shadowRoot ? hit(found.shadowRoot) : found;
        };
        const at = hit(document)!;
        // Anew, so that a date is written from its first part on.
        const picked = at.closest('select') ?? (at as HTMLElement);
        picked.blur();
        picked.focus();
        return picked;
      },
      x,
      y,
    );
    return field as ElementHandle<HTMLInputElement>;
  }

  return {
    async press(name, { button = 'left' as const, times = 1, held }) {
      const { x, y } = await bring(name);
      if (held) await keyboard.down(held);
      await mouse.click(x, y, { button, count: times });
      if (held) await keyboard.up(held);
    },
    keys: (keys) => strikeKeys(page, keys),
    write: (text) => keyboard.type(text),
    async choose(options, from) {
      const isList = await focus(from).then((list) =>
        list.evaluate((at) => at.matches('[multiple]')),
      );
      if (!isList) return keyboard.type(options[0]!);
      for (const [at, option] of options.entries()) {
        const { x, y } = await bring(option);
        if (at > 0) await keyboard.down('Control');
        await mouse.click(x, y);
        if (at > 0) await keyboard.up('Control');
      }
    },
    async set(value, on) {
      const field = await focus(on);
      const { type, min, step } = await field.evaluate((at) => ({
        type: at.type,
        min: Number(at.min || 0),
        step: Number(at.step || 1),
      }));
      const [first, second, third] = value.split(/[-:]/);
      if (type === 'date') return keyboard.type(`${second}${third}${first}`);
      if (type === 'time') {
        const hour = Number(first);
        const twelfth = String(hour % 12 || 12).padStart(2, '0');
        return keyboard.type(`${twelfth}${second}${hour < 12 ? 'A' : 'P'}`);
      }
      if (type === 'range') {
        const strikes = (Number(value) - min) / step;
        return strikeKeys(page, ['Home', ...Array<string>(strikes).fill('ArrowRight')]);
      }
      // The palette of a colour field cannot be reached from here at all: this is what it does.
      await field.evaluate((at, colour) => {
        const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
        set!.call(at, colour);
        at.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
        at.dispatchEvent(new Event('change', { bubbles: true }));
      }, value);
    },
    async hover(name) {
      const { x, y } = await bring(name);
      await mouse.move(x, y, { steps: 3 });
    },
    async drag(from, onto) {
      const start = await bring(from);
      await mouse.move(start.x, start.y);
      await mouse.down();
      const end = await find(page, 'document', onto);
      await mouse.move(end.x, end.y, { steps: 8 });
      await mouse.move(end.x + 1, end.y);
      await mouse.up();
    },
    see: (words) => reads(page, 'document', words),
  };
}
