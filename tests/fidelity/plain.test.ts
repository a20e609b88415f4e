// The fast lane: what is plain leaves as HTML, and what HTML does not give back as it was arrives all the same.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/serve.ts';
import type { Lab } from './lab.ts';
import { serveLab } from './serveLab.ts';
import { useLab } from './useLab.ts';

declare const lab: Lab;

let server: PageServer;
beforeAll(async () => {
  server = await serveLab();
});
afterAll(() => server?.close());
const { open } = useLab(launchChromium, () => server);

/** Runs `act` in the customer's page before or after it is mirrored, and tells what arrived. */
async function show(act: string, when: 'before' | 'after' = 'after') {
  const page = await open('/many');
  await page.evaluate(`(${act})(lab.customer.document)`);
  if (when === 'before') await page.evaluate(() => lab.live.mirror.snapshot());
  const seen = await page.evaluate(() => lab.compare());
  const inexact = await page.evaluate(() => lab.live.inexact);
  const sent = await page.evaluate(() => lab.sent());
  expect(seen.failures).toEqual([]);
  expect(seen.resyncs).toBe(0);
  expect(seen.live).toEqual(seen.customer);
  expect(seen.late).toEqual(seen.customer);
  return { inexact, sent };
}

for (const when of ['before', 'after'] as const) {
  test(`[MIRROR-15] texts that are two, empty, or odd arrive as they are, ${when} the snapshot`, async () => {
    const { inexact, sent } = await show(
      `(d) => { const p = d.createElement('section'); d.body.append(p); p.innerHTML = '<p>a<b>b</b></p><p></p><i>x</i><u></u>';
        const [one, two, three] = p.children; one.firstChild.after('second', '', 'third'); one.append(''); two.append(''); three.before('', ' top & <b> \\u00a0 '); p.prepend('', 'first'); p.lastChild.append('', 'x', ''); d.createElement('i'); }`,
      when,
    );
    expect(inexact).toBe(0);
    expect(sent).toContain('<b>b</b>');
  });

  test(`[MIRROR-15] a tree that no parser builds is told node by node, ${when} the snapshot`, async () => {
    const { inexact } = await show(
      `(d) => { const outer = d.createElement('p'), inner = d.createElement('p'), table = d.createElement('table'), div = d.createElement('div'); inner.append('in'); outer.append('out', inner);
        div.append('foster'); table.append(div); const a = d.createElement('a'), b = d.createElement('a'); b.append('nested'); a.append(b); d.body.append(outer, table, a); }`,
      when,
    );
    expect(inexact).toBeGreaterThan(0);
  });
}

test('[MASK-8] what is not sent is not in the HTML either', async () => {
  const { sent } = await show(
    `(d) => { const p = d.body.appendChild(d.createElement('section')); p.innerHTML = '<p onclick="SECRET1()">a</p><p><!--SECRET2--><a href="/x?SECRET3#SECRET4">l</a><a href="?SECRET5">m</a></p><p data-x="' + 'SECRET6'.repeat(20) + '"></p><p nonce="SECRET7" title="kept <title>">t</p>';
      p.append(d.createComment('a-->SECRET8<b>'), d.createComment('><i>SECRET9')); }`,
  );
  expect(sent).toContain('kept');
  expect(sent).not.toMatch(/SECRET/);
});

test('[MASK-4] a field, a mark or a shadow root within keeps its surroundings masked as they ask', async () => {
  const { sent } = await show(
    `(d) => { const p = d.body.appendChild(d.createElement('section')); p.innerHTML = '<div><p>plain</p><div data-alongside="mask"><p>SECRET1</p></div><div><div><input type="password" value="SECRET2"></div></div></div><div id="h"></div>';
      p.querySelector('#h').attachShadow({ mode: 'open' }).innerHTML = '<p data-alongside="mask">SECRET3</p>'; }`,
  );
  expect(sent).toContain('plain');
  expect(sent).not.toMatch(/SECRET/);
});

test('[MIRROR-16] a large page leaves in slices and arrives whole', async () => {
  const page = await open('/many');
  const frames = await page.evaluate(async () => {
    const { document: d } = lab.customer;
    d.body.innerHTML = Array.from(
      { length: 12_000 },
      (_, i) => `<div class="c${i % 9}"><p>row <b>${i}</b></p></div>`,
    ).join('');
    const before = lab.live.frames.length;
    lab.live.mirror.snapshot();
    const first = lab.live.frames.length - before;
    d.body.children[11_000]!.append('changed meanwhile');
    d.body.children[5]!.remove();
    d.body.append(d.body.children[7]!);
    while (lab.live.viewer.frame.contentDocument!.body.children.length < 11_999)
      await new Promise((done) => setTimeout(done, 10));
    return { first, all: lab.live.frames.length - before };
  });
  expect(frames.first).toBe(1);
  expect(frames.all).toBeGreaterThan(2);
  const seen = await page.evaluate(async () => {
    const { customer, live, resyncs } = await lab.compare();
    const at = customer.findIndex((line, index) => line !== live[index]);
    return {
      differs:
        at < 0
          ? []
          : [
              at,
              live.length,
              ...customer.slice(at - 3, at + 5),
              '---',
              ...live.slice(at - 3, at + 5),
            ],
      length: customer.length,
      resyncs,
    };
  });
  expect(seen.differs).toEqual([]);
  expect(seen.length).toBeGreaterThan(48_000);
  expect(seen.resyncs).toBe(0);
});

test('[MIRROR-15] rows without their table, and forms that stand in nothing, come in one piece', async () => {
  const { inexact, sent } = await show(
    `(d) => { const table = d.createElement('table'); table.innerHTML = '<tbody><tr><td>first</td></tr></tbody>'; d.body.append(table); lab.live.mirror.snapshot();
      table.tBodies[0].insertAdjacentHTML('beforeend', '<!-- rows -->' + '<tr class="more"><th>x</th><td>y</td></tr>'.repeat(9)); d.body.insertAdjacentHTML('beforeend', '<form><p>one</p><button>a</button></form><form><p>two</p><button>b</button></form>'); }`,
  );
  expect(inexact).toBe(0);
  expect(sent).toContain('<tr class="more">');
});
