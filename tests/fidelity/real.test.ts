// The law of fidelity on interfaces that were not written for us: loaded as npm delivers them, used by script, compared after each step.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers } from '../harness/browsers.ts';
import { bundle } from '../harness/bundle.ts';
import type { PageServer } from '../harness/serve.ts';
import { expectLaw } from './expectLaw.ts';
import type { Lab } from './lab.ts';
import { interfaces } from './real/interfaces.ts';
import { servePackage } from './real/packages.ts';
import { serveLab } from './serveLab.ts';
import { useLab } from './useLab.ts';

declare const lab: Lab;

let server: PageServer;

beforeAll(async () => {
  const scripts = await Promise.all(interfaces.map(({ script }) => script && bundle(script)));
  server = await serveLab((path) => {
    const [, index = NaN, file] = /^\/real\/(\d+)\/(script\.js)?$/.exec(path) ?? [];
    const body = file ? scripts[Number(index)] : interfaces[Number(index)]?.page;
    return body ? { body, type: file ? 'text/javascript' : 'text/html' } : servePackage(path);
  });
});
afterAll(() => server?.close());

/** What moves and ends has ended: a moment within a transition has fixtures of its own. */
async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    lab.customer.document
      .getAnimations()
      .every(
        ({ playState, effect }) =>
          playState !== 'running' || effect?.getComputedTiming().endTime === Infinity,
      ),
  );
}

describe.each(browsers)('in $name interfaces from elsewhere', ({ name: of, launch }) => {
  const { open, renew } = useLab(launch, () => server);

  for (const [at, { name, ready, steps }] of interfaces.entries()) {
    test(`[MIRROR-1] ${of}: ${name}`, async () => {
      const page = await open(`/real/${at}/`);
      const until = (condition: string) =>
        page.waitForFunction(`(() => { const w = lab.customer; return !!(${condition}); })()`);
      const frame = page.frames().find((one) => one.url().endsWith(`/real/${at}/`))!;
      await until(ready);
      await atRest(page);
      await expectLaw(page);
      for (const { act, done } of steps) {
        if (typeof act === 'string') await page.evaluate(`void (${act})(lab.customer)`);
        else await act(frame);
        await until(done);
        await atRest(page);
        await expectLaw(page);
      }
      // What the pages hold that nobody may see.
      expect(await page.evaluate(() => lab.sent())).not.toContain('canary');
      await renew();
    });
  }
});
