// Animations in flight: both sides are at about the same point, for one who joins late as well.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers } from '../harness/browsers.ts';
import type { PageServer } from '../harness/serve.ts';
import type { Lab } from './lab.ts';
import { serveLab } from './serveLab.ts';
import { useLab } from './useLab.ts';

declare const lab: Lab;

/** The machine may be busy; what started anew would be seconds away. */
const TOLERANCE_MS = 1000;

const body = `<!doctype html><style>
  @keyframes k { from { width: 100px } to { width: 300px } }
  #styled, #late::before { animation: k 60s linear -20s }
  #late::before { content: 'b' }
  #moved { width: 100px; transition: width 60s linear }
  #moved.w { width: 300px }
</style><p id="styled">s</p><p id="late">l</p><p id="moved">m</p><p id="made">d</p><p id="seen">e</p>`;

let server: PageServer;

beforeAll(async () => {
  server = await serveLab((path) => {
    if (path === '/moving') return { body };
    if (path === '/still') return { body: '<!doctype html><p id="a">a</p>' };
    return undefined;
  });
});
afterAll(() => server?.close());

/** Of each animation: what it moves, and where it is. Both sides at the same moment. */
const places = (page: Page) =>
  page.evaluate(() => {
    const placesIn = (document: Document) =>
      document.getAnimations().map((animation) => {
        const { target, pseudoElement } = animation.effect as KeyframeEffect;
        return [
          `${target!.id}${pseudoElement ?? ''} ${animation.playState}`,
          Number(animation.currentTime),
        ] as const;
      });
    return [
      placesIn(lab.customer.document),
      placesIn(lab.live.viewer.frame.contentDocument!),
    ] as const;
  });

async function expectInStep(page: Page, count: number): Promise<void> {
  const [customer, viewer] = await places(page);
  expect(customer).toHaveLength(count);
  const names = (list: typeof customer) => list.map(([name]) => name).toSorted();
  expect(names(viewer)).toEqual(names(customer));
  const byName = new Map(viewer);
  for (const [name, at] of customer)
    expect(Math.abs(byName.get(name)! - at), name).toBeLessThan(TOLERANCE_MS);
}

describe.each(browsers)('in $name', ({ name: of, launch }) => {
  const { open } = useLab(launch, () => server);

  const start = (page: Page) =>
    page.evaluate(() => {
      const find = (id: string) => lab.customer.document.getElementById(id)!;
      const moved = find('moved');
      moved.getBoundingClientRect();
      moved.className = 'w';
      moved.getBoundingClientRect();
      moved.getAnimations()[0]!.currentTime = 30_000;
      find('made').animate({ width: ['10px', '90px'] }, 60_000).currentTime = 40_000;
      find('seen').animate({ width: ['10px', '90px'] }, { duration: 1000, iterations: Infinity });
      for (const animation of find('styled').getAnimations()) animation.currentTime = 10_000;
      lab.flush();
    });

  test(`[MIRROR-43] ${of}: what moves is at the same point`, async () => {
    const page = await open('/moving');
    await start(page);
    await expectInStep(page, 5);
  });

  test(`[MIRROR-43] ${of}: what moves is at the same point for one who joins late`, async () => {
    const page = await open('/moving');
    await start(page);
    await page.evaluate(() => {
      lab.live.mirror.snapshot();
      lab.flush();
    });
    await expectInStep(page, 5);
    // What it ended up with is what the page's own styles say.
    const width = await page.evaluate(() => {
      const { customer, live } = lab;
      const copy = live.viewer.frame.contentDocument!.getElementById('moved')!;
      for (const one of customer.document.getElementById('moved')!.getAnimations()) one.finish();
      return new Promise((done) => {
        const look = () =>
          copy.getAnimations().length > 0
            ? requestAnimationFrame(look)
            : done(getComputedStyle(copy).width);
        look();
      });
    });
    expect(width).toBe('300px');
  });

  test(`[MIRROR-43] ${of}: what has run its course does not begin again for one who joins late`, async () => {
    const page = await open('/moving');
    await page.evaluate(() => {
      for (const animation of lab.customer.document.getAnimations()) animation.finish();
      lab.live.mirror.snapshot();
      lab.flush();
    });
    await expectInStep(page, 0);
  });

  test(`[MIRROR-43] ${of}: a page on which nothing moves tells nothing of it`, async () => {
    const page = await open('/still');
    const sent = await page.evaluate(async () => {
      const before = lab.live.frames.length;
      for (let i = 0; i < 30; i++) await new Promise((done) => requestAnimationFrame(done));
      lab.flush();
      return lab.live.frames.length - before;
    });
    expect(sent).toBeLessThanOrEqual(1);
  });

  test(`[VIEW-4] ${of}: what an animation would load is screened, and its property is no way round`, async () => {
    const page = await open('/still');
    const kept = await page.evaluate(() => {
      lab.customer.document
        .getElementById('a')!
        .animate(
          { backgroundImage: ['url(ftp://secret.example/x.png)', 'url(/y.png)'] },
          { duration: 1, fill: 'forwards' },
        );
      lab.flush();
      const document = lab.live.viewer.frame.contentDocument!;
      return document
        .getAnimations()
        .flatMap((animation) =>
          (animation.effect as KeyframeEffect)
            .getKeyframes()
            .map(({ backgroundImage }) => String(backgroundImage)),
        );
    });
    expect(kept.join()).not.toContain('ftp:');
    expect(kept.join()).toContain(`${server.origin}/y.png`);
  });

  test(`[MASK-4] ${of}: a masked element's animation says nothing in words`, async () => {
    const page = await open('/still');
    const sent = await page.evaluate(() => {
      const element = lab.customer.document.getElementById('a')!;
      element.setAttribute('data-alongside', 'mask');
      element.animate({ content: ['"topsecret"', '"x"'], width: ['1px', '2px'] }, 60_000);
      element.animate({ '--x': ['topsecret', 'b'] }, { duration: 60_000, id: 'topsecret' });
      lab.flush();
      return lab.sent();
    });
    expect(sent).toContain('width:');
    expect(sent).not.toContain('topsecret');
  });
});
