// Pictures and fonts on the whole path: a customer who is signed in, a relay, and an agent's panel that is not.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { press } from '../../demo/people.ts';
import type { Stage } from '../../demo/stage.ts';
import { png } from '../harness/png.ts';
import { servePages } from '../harness/serve.ts';
import type { PageServer } from '../harness/serve.ts';
import { tapWire } from '../harness/wireTap.ts';
import { openStage, seesInMirror, share } from './openStage.ts';

const page = (relay: string) => `<!doctype html><script async src="${relay}/alongside.js"></script>
  <style>@font-face { font-family: Icons; src: url(/icons.woff2) } .icon { font: 40px Icons } .back { background: url(/mine/blue.png) }</style>
  <button data-alongside-open>Get help</button>
  <p><img id="mine" src="/mine/red.png"> <span class="icon">&#xe585;</span> <b class="back">x</b></p>
  <canvas id="chart" width="200" height="100"></canvas>
  <div data-alongside="mask"><canvas id="signature" width="80" height="60"></canvas><img src="/mine/green.png"></div>
  <script>function fill(id, colour) { const g = document.getElementById(id).getContext('2d'); g.fillStyle = colour; g.fillRect(0, 0, 999, 999); } fill('chart', 'rgb(1, 2, 3)'); fill('signature', 'red');</script>`;

const colours = { red: [255, 0, 0], green: [0, 128, 0], blue: [0, 0, 255] } as const;
const font = readFileSync(
  fileURLToPath(new URL('../../node_modules/lucide-static/font/lucide.woff2', import.meta.url)),
);

let stage: Stage;
let site: PageServer;
beforeAll(async () => {
  stage = await openStage();
  site = await servePages((path, { cookie }) => {
    if (path === '/')
      return {
        body: page(stage.relay.origin),
        headers: { 'set-cookie': 'signed=in; SameSite=Lax; Path=/' },
      };
    if (path === '/icons.woff2') return { body: font, type: 'font/woff2' };
    const name = /^\/mine\/(red|green|blue)\.png$/.exec(path)?.[1] as keyof typeof colours;
    if (!name) return undefined;
    const isSignedIn = cookie?.includes('signed=in');
    return isSignedIn
      ? { body: png(colours[name]), type: 'image/png' }
      : { body: '<p>Sign in', status: 401 };
  });
});
afterAll(async () => {
  await stage?.close();
  await site?.close();
});

const assetsOf = (tap: { frames: readonly { kind: string | null }[] }) =>
  tap.frames.filter(({ kind }) => kind === 'asset').length;

async function seesAll(): Promise<void> {
  const { panel } = stage;
  await seesInMirror(panel, (mirrored) => {
    const mine = mirrored.querySelector<HTMLImageElement>('#mine');
    return mine?.src.startsWith('blob:') && mine.naturalWidth === 40;
  });
  await seesInMirror(panel, (mirrored) =>
    mirrored.querySelector<HTMLElement>('#chart')?.style.content.includes('blob:'),
  );
  await seesInMirror(panel, (mirrored) =>
    mirrored
      .defaultView!.getComputedStyle(mirrored.querySelector('.back')!)
      .backgroundImage.includes('blob:'),
  );
  await seesInMirror(panel, (mirrored) =>
    [...mirrored.fonts].some(({ family, status }) => /Icons/.test(family) && status === 'loaded'),
  );
}

test('[ASSET-3] [ASSET-8] what only the customer is let in to is seen in the panel, and sent once for two sessions', async () => {
  const { shop, panel } = stage;
  await shop.goto(site.origin);
  const tap = await tapWire(shop);
  await share(panel, shop);
  await seesAll();
  // Picture, background, font, drawing.
  const parts = 3 + Math.ceil(font.length / (60 * 1024));
  expect(assetsOf(tap)).toBe(parts);
  await press(panel, 'End session');
  await panel.waitForSelector('::-p-aria([name="Start with a security key"][role="button"])');

  await shop.goto(site.origin);
  const again = await tapWire(shop);
  await share(panel, shop);
  await seesAll();
  expect(assetsOf(again)).toBe(0);
  // Its size without a picture in it.
  await seesInMirror(panel, (mirrored) => {
    const { width, height } = mirrored.querySelector('#signature')!.getBoundingClientRect();
    return width === 80 && height === 60;
  });
  await press(panel, 'End session');
});
