// A payment page of another site, framed by a shop and allowed to join: the agent sees it, points in it, and cannot use it.
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { press, see, seeText } from '../../demo/people.ts';
import type { Stage } from '../../demo/stage.ts';
import { servePages } from '../harness/serve.ts';
import type { PageServer } from '../harness/serve.ts';
import { allowControl, openStage, seesInMirror, share } from './openStage.ts';

let stage: Stage;
let shop: PageServer;
let pay: PageServer;
let child: Frame;
beforeAll(async () => {
  stage = await openStage();
  const loader = `${stage.relay.origin}/alongside.js`;
  shop = await servePages((path) =>
    path === '/'
      ? {
          body: `<!doctype html><title>Shop</title><script async src="${loader}"></script><button data-alongside-open>Get help</button>
            <div id="around"><iframe id="pay" src="${pay.origin}/pay" width="500" height="300"></iframe></div><iframe id="ad" src="${pay.origin}/ad"></iframe>`,
        }
      : undefined,
  );
  pay = await servePages((path) => {
    if (path === '/ad') return { body: '<!doctype html><p>advertisement' };
    if (path !== '/pay') return undefined;
    return {
      body: `<!doctype html><title>Pay</title><script async src="${loader}" data-frame-parents="${shop.origin}"></script>
        <h2 id="sum">Pay 12 €</h2><label>Name on card <input id="name"></label><button id="buy" onclick="this.textContent='bought'">Buy</button>
        <canvas id="chart" width="40" height="30"></canvas><img id="seal"><div data-alongside="mask"><canvas id="hidden" width="40" height="30"></canvas></div><script>
          const drawn = (id, colour) => { const canvas = document.getElementById(id); const pen = canvas.getContext('2d');
            pen.fillStyle = colour; pen.fillRect(0, 0, 40, 30); return canvas };
          drawn('hidden', 'blue');
          drawn('chart', 'red').toBlob((blob) => { document.getElementById('seal').src = URL.createObjectURL(blob) });
        </script>`,
    };
  });
  await stage.shop.goto(shop.origin);
  child = stage.shop.frames().find((frame) => frame.url().endsWith('/pay'))!;
  await share(stage.panel, stage.shop);
});
afterAll(async () => {
  await stage?.close();
  await shop?.close();
  await pay?.close();
});

const FRAMED = '#pay';

test('[FRAME-11] pictures that only the framed page has are seen, and masked ones are not', async () => {
  const { panel } = stage;
  await seesInMirror(panel, (page) => {
    const inner = page.querySelector<HTMLIFrameElement>('#pay')?.contentDocument;
    const seal = inner?.querySelector<HTMLImageElement>('#seal');
    const chart = inner?.querySelector<HTMLElement>('#chart');
    return (
      /blob:/.test(chart?.style.getPropertyValue('content') ?? '') &&
      seal?.src.startsWith('blob:') &&
      seal.naturalWidth === 40
    );
  });
  const hidden = await panel.evaluate(() => {
    const outer = document.querySelector<HTMLIFrameElement>(`iframe[title="Customer's page"]`)!;
    const inner = outer.contentDocument!.querySelector<HTMLIFrameElement>('#pay')!.contentDocument!;
    return inner.querySelector<HTMLElement>('#hidden')?.style.getPropertyValue('content') ?? '';
  });
  expect(hidden).not.toContain('blob:');
});

/** The agent clicks on what they see in the frame. */
async function clicksInFrame(panel: Page, selector: string): Promise<void> {
  const at = await panel.evaluate(
    (frame, wanted) => {
      const outer = document.querySelector<HTMLIFrameElement>(`iframe[title="Customer's page"]`)!;
      const inner = outer.contentDocument!.querySelector<HTMLIFrameElement>(frame)!;
      const boxes = [
        inner.getBoundingClientRect(),
        inner.contentDocument!.querySelector(wanted)!.getBoundingClientRect(),
      ] as const;
      const pane = outer.getBoundingClientRect();
      const scale = pane.width / outer.offsetWidth;
      const x = boxes[0].x + inner.clientLeft + boxes[1].x + boxes[1].width / 2;
      const y = boxes[0].y + inner.clientTop + boxes[1].y + boxes[1].height / 2;
      return { x: pane.x + x * scale, y: pane.y + y * scale };
    },
    FRAMED,
    selector,
  );
  await panel.mouse.click(at.x, at.y);
}

test('[FRAME-1] the agent sees the framed page, and what the customer types into it', async () => {
  const { panel } = stage;
  await seesInMirror(panel, (page) =>
    page.querySelector<HTMLIFrameElement>('#pay')?.contentDocument?.querySelector('#sum'),
  );
  await child.type('#name', 'Ana');
  await seesInMirror(
    panel,
    (page) =>
      page
        .querySelector<HTMLIFrameElement>('#pay')
        ?.contentDocument?.querySelector<HTMLInputElement>('#name')?.value === 'Ana',
  );
  await seesInMirror(
    panel,
    (page) =>
      page.querySelector('#ad')?.hasAttribute('alongside-foreign') &&
      !page.querySelector('#pay')?.hasAttribute('alongside-foreign'),
  );
});

test('[FRAME-9] a comment that the agent pins in the frame stands in the frame', async () => {
  const { panel } = stage;
  await press(panel, 'Comment', 'radio');
  await clicksInFrame(panel, '#buy');
  await (await see(panel, 'Comment text', 'textbox')).type('Press this one');
  await press(panel, 'Pin comment');
  await child.waitForSelector('::-p-aria([name="Hide this note"][role="button"])');
});

test('[FRAME-10] with control, too, the agent uses nothing in the frame, and reads why', async () => {
  const { panel, shop: customer } = stage;
  await allowControl(panel, customer);
  await press(panel, 'Control', 'radio');
  await clicksInFrame(panel, '#buy');
  await seeText(panel, 'This cannot be done from here. Ask the customer to do it.');
  expect(await child.$eval('#buy', (button) => button.textContent)).toBe('Buy');
});

test('[FRAME-3] a pause empties the frame, and Resume brings it back as it is now', async () => {
  const { panel, shop: customer } = stage;
  await press(customer, 'Pause');
  await panel.waitForFunction(
    () => !document.querySelector('iframe')?.contentDocument?.querySelector('#pay'),
  );
  await child.evaluate(() => (document.querySelector('#sum')!.textContent = 'Pay 15 €'));
  await press(customer, 'Resume');
  await seesInMirror(
    panel,
    (page) =>
      page.querySelector<HTMLIFrameElement>('#pay')?.contentDocument?.querySelector('#sum')
        ?.textContent === 'Pay 15 €',
  );
});
