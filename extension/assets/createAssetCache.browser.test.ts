// The cache of assets in real browsers: what is kept, what goes, and that what lies on disk is sealed.
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AssetHash } from '../../protocol/asset.ts';
import { browsers } from '../../tests/harness/browsers.ts';
import { bundle } from '../../tests/harness/bundle.ts';
import { servePages } from '../../tests/harness/serve.ts';
import type { PageServer } from '../../tests/harness/serve.ts';
import type { createAssetCache } from './createAssetCache.ts';

declare const bundled: { createAssetCache: typeof createAssetCache };

let server: PageServer;
beforeAll(async () => {
  const script = await bundle(fileURLToPath(new URL('createAssetCache.ts', import.meta.url)));
  server = await servePages((path) =>
    path === '/'
      ? { body: `<!doctype html><script>${script}; window.bundled = bundle</script>` }
      : undefined,
  );
});
afterAll(() => server?.close());

describe.each(browsers)('in $name', ({ name: of, launch }) => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launch();
    page = await browser.newPage();
    await page.goto(server.origin);
  });
  afterAll(() => browser?.close());

  test(`[ASSET-8] ${of}: the least recently used go first, and what is on disk is sealed`, async () => {
    const seen = await page.evaluate(async () => {
      let now = 0;
      const cache = bundled.createAssetCache({ indexedDB, nowMs: () => now++, mostBytes: 1000 });
      const hashOf = (digit: string) => digit.repeat(64) as AssetHash;
      const write = (digit: string, size: number) =>
        cache.write(hashOf(digit), {
          type: 'image/png',
          bytes: new TextEncoder().encode('canary'.repeat(size / 6)) as Uint8Array<ArrayBuffer>,
        });
      const has = async (digit: string) => (await cache.read(hashOf(digit))) !== null;
      for (const digit of ['1', '2', '3', '4']) await write(digit, 216);
      const first = await cache.read(hashOf('1'));
      await write('5', 216);
      // More than a quarter of all there is room for.
      await write('6', 600);
      const database = await new Promise<IDBDatabase>((done) => {
        const request = indexedDB.open('alongside-assets');
        request.onsuccess = () => done(request.result);
      });
      const stored = await new Promise<{ id: string; data: ArrayBuffer }[]>((done) => {
        const request = database.transaction('assets').objectStore('assets').getAll();
        request.onsuccess = () => done(request.result);
      });
      return {
        type: first?.type,
        text: new TextDecoder().decode(first?.bytes).slice(0, 12),
        has: [await has('1'), await has('2'), await has('3'), await has('5'), await has('6')],
        isPlain: stored.some(({ data }) => new TextDecoder().decode(data).includes('canary')),
        ids: stored.map(({ id }) => id),
      };
    });
    expect(seen).toMatchObject({ type: 'image/png', text: 'canarycanary', isPlain: false });
    expect(seen.has).toEqual([true, false, true, true, false]);
    for (const id of seen.ids) expect(id).not.toMatch(/^(\d)\1+$/);
  });
});
