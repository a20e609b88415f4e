// What a customer does with mouse and keyboard, done to the page in the lab by the browser itself: real events, real states.
import type { Page } from 'puppeteer-core';
import type { HandStep } from './cases/case.ts';
import type { Lab } from './lab.ts';

declare const lab: Lab;

export async function playHand(page: Page, step: HandStep): Promise<void> {
  const at =
    'move' in step ? step.move : 'press' in step ? step.press : 'click' in step ? step.click : null;
  if (at !== null) {
    const { x, y } = (await page.evaluate(`lab.pointOf((d) => ${at})`)) as ReturnType<
      Lab['pointOf']
    >;
    await page.mouse.move(x, y);
    if ('press' in step) await page.mouse.down();
    if ('click' in step) await page.mouse.click(x, y);
  } else if ('release' in step) await page.mouse.up();
  else if ('key' in step) await page.keyboard.press(step.key);
  else if ('type' in step) await page.keyboard.type(step.type);
  else if ('wheel' in step) await page.mouse.wheel({ deltaY: step.wheel });
  await page.evaluate(() => lab.settled());
}
