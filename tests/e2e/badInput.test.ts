// What goes wrong is said in one sentence where a person is looking, and nobody else's session notices.
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { press, see, seeSaid, seeText } from '../../demo/people.ts';
import { startStage } from '../../demo/stage.ts';
import type { Stage } from '../../demo/stage.ts';
import { startRelay } from '../../relay/hosts/node/startRelay.ts';
import { servePages } from '../harness/serve.ts';
import { chromium, openStage, seesInMirror, share } from './openStage.ts';

async function typeKey(page: Page, key: string): Promise<void> {
  const field = await see(page, 'Security key', 'textbox');
  await field.click({ count: 3 });
  await field.type(key);
  await press(page, 'Continue');
}

async function openDialog(page: Page): Promise<void> {
  await page.waitForFunction(() => 'Alongside' in window);
  await page.locator('[data-alongside-open]').click();
}

describe('a bad key is answered in words, beside a session that goes on', () => {
  let stage: Stage;
  let used: string;
  beforeAll(async () => {
    stage = await openStage();
    used = await share(stage.panel, stage.shop);
  });
  afterAll(() => stage?.close());

  test('[PATH-5] a key of the wrong length, an unknown one, one that was used by another customer', async () => {
    const other = await stage.customer.createBrowserContext();
    const page = await other.newPage();
    await page.goto(stage.sites.shopOrigin);
    await openDialog(page);
    await typeKey(page, '12345');
    await seeSaid(page, 'A security key has nine digits.');
    await typeKey(
      page,
      used.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
    );
    await seeSaid(page, 'That key is not right.');
    await typeKey(page, used);
    await seeSaid(page, 'That key was used already.');
    await other.close();
  });

  test('[PATH-5] many wrong guesses are slowed down', async () => {
    const other = await stage.customer.createBrowserContext();
    const page = await other.newPage();
    await page.goto(stage.sites.shopOrigin);
    const statuses = await page.evaluate(async (relay) => {
      const found: number[] = [];
      for (let guess = 0; guess < 12; guess++) {
        const answer = await fetch(`${relay}/api/keys/redeem`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ securityKey: String(100_000_000 + guess) }),
        });
        found.push(answer.status);
      }
      return found;
    }, stage.relay.origin);
    expect(statuses).toContain(429);
    await openDialog(page);
    await typeKey(page, '987 654 321');
    await seeSaid(page, 'Too many tries.');
    await other.close();
  });

  test('[PATH-5] the session beside it has noticed nothing', async () => {
    await stage.shop.evaluate(() =>
      document.body.append(Object.assign(document.createElement('p'), { id: 'unharmed' })),
    );
    await seesInMirror(stage.panel, (page) => page.querySelector('#unharmed'));
    await seeText(stage.panel, 'Live');
  });
});

describe('strict pages', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());

  test('[PATH-6] a page whose policy names the relay is shared like any other', async () => {
    await stage.shop.goto(`${stage.sites.shopOrigin}/strict.html`);
    await share(stage.panel, stage.shop);
    await see(stage.shop, 'Stop sharing', 'button');
    await press(stage.shop, 'Stop sharing');
    await seeText(stage.panel, 'stopped sharing');
  });

  test('[PATH-6] a page whose policy lets the loader in and keeps the relay out says on its console which directive to add', async () => {
    const headers = {
      'content-security-policy': `script-src ${stage.relay.origin}; connect-src 'self'`,
    };
    const body = `<button data-alongside-open>Get help</button><script async src="${stage.relay.origin}/alongside.js"></script>`;
    const site = await servePages(() => ({ body, headers }));
    const page = await stage.customer.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(site.origin);
    await openDialog(page);
    await typeKey(page, '123 456 789');
    await seeSaid(page, 'This website is not set up for sharing.');
    expect(said.join('\n')).toContain(`connect-src ${stage.relay.origin}`);
    await page.close();
    await site.close();
  });
});

describe('a relay that is down', () => {
  test('[PATH-7] is told to the customer and to the agent, and a live session goes on when it is back', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'alongside-relay-'));
    const data = join(folder, 'relay.sqlite');
    const port = await freePort();
    const stage = await startStage({
      chromium,
      headless: true,
      ports: { relay: port, shop: 0, crm: 0 },
      relay: { data },
    });
    try {
      await share(stage.panel, stage.shop);
      await stage.relay.close();
      await seeText(stage.panel, 'Connection lost');
      await seeSaid(stage.shop, 'Reconnecting');
      await stage.shop.evaluate(() =>
        document.body.append(Object.assign(document.createElement('p'), { id: 'meanwhile' })),
      );
      const again = await startRelay({ data, port, company: 'Tansy & Tin' });
      await seesInMirror(stage.panel, (page) => page.querySelector('#meanwhile'));
      await seeText(stage.panel, 'Live');
      await press(stage.panel, 'End session');
      await seeText(stage.panel, 'You ended the session');
      await again.close();
      await press(stage.panel, 'Start with a security key');
      await seeText(stage.panel, 'The relay does not answer.');
      await openDialog(stage.shop);
      await typeKey(stage.shop, '123 456 789');
      await seeSaid(stage.shop, 'Sharing cannot be reached right now.');
    } finally {
      await stage.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});

/** A port that was free a moment ago: the relay has to come back at the same one. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
