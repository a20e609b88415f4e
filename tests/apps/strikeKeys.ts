// Keys by name on a real keyboard: `Enter`, `Shift+Tab`, `Control+a`.
import type { KeyInput, Page } from 'puppeteer-core';

export async function strikeKeys({ keyboard }: Page, keys: readonly string[]): Promise<void> {
  for (const strike of keys) {
    const held = strike.split('+').slice(0, -1) as KeyInput[];
    for (const key of held) await keyboard.down(key);
    await keyboard.press(strike.split('+').at(-1) as KeyInput);
    for (const key of held.toReversed()) await keyboard.up(key);
  }
}
