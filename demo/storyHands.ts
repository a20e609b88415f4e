// Longer gestures: a ring that the agent draws by hand, a page that the customer scrolls.
import type { Page } from 'puppeteer-core';
import { pointInPanel } from './people.ts';
import type { Stage } from './stage.ts';

/** The customer brings something to the middle of their window, clear of the bar, and the mirror comes along. */
export async function scrollTo({ panel, shop }: Stage, selector: string): Promise<void> {
  const top = await shop.$eval(selector, (element) => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    return element.getBoundingClientRect().top;
  });
  await panel.waitForFunction(
    (wanted, wantedTop) => {
      const frame = document.querySelector<HTMLIFrameElement>(`iframe[title="Customer's page"]`);
      const box = frame?.contentDocument?.querySelector(wanted)?.getBoundingClientRect();
      return box !== undefined && Math.abs(box.top - wantedTop) < 2;
    },
    {},
    selector,
    top,
  );
}

const points = 28;

/** The agent draws a ring round something in the mirror. */
export async function drawRing(panel: Page, selector: string): Promise<void> {
  const { x, y } = await pointInPanel(panel, selector);
  const { halfWidth, halfHeight } = await panel.evaluate((wanted) => {
    const frame = document.querySelector<HTMLIFrameElement>(`iframe[title="Customer's page"]`)!;
    const box = frame.contentDocument!.querySelector(wanted)!.getBoundingClientRect();
    const scale = frame.getBoundingClientRect().width / frame.offsetWidth;
    return { halfWidth: (box.width * scale) / 2, halfHeight: (box.height * scale) / 2 };
  }, selector);
  // Round a little more than once, and not quite on the same line, as hands do.
  const at = (step: number) => {
    const angle = (step / (points - 4)) * 2 * Math.PI - 2.4;
    const away = 1 + step / 200;
    return [
      x + Math.cos(angle) * halfWidth * 1.06 * away,
      y + Math.sin(angle) * (halfHeight + 5) * away,
    ] as const;
  };
  await panel.mouse.move(...at(0));
  await panel.mouse.down();
  for (let step = 1; step <= points; step++) await panel.mouse.move(...at(step));
  await panel.mouse.up();
}
