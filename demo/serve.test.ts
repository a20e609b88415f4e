// The demo server's edges: content types, refused paths, filled placeholders and the two strict policies.
import { request } from 'node:http';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo, type DemoSites } from './serve.ts';

const relayOrigin = 'http://127.0.0.1:54321';
let sites: DemoSites;

beforeAll(async () => {
  sites = await serveDemo({ shopPort: 0, crmPort: 0, relayOrigin });
});
afterAll(() => sites.close());

// `fetch` resolves dot segments before sending; only a raw request carries them to the server.
function statusOfRaw(path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(sites.shopOrigin);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('content types', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/checkout.html', 'text/html; charset=utf-8'],
    ['/styles/base.css', 'text/css; charset=utf-8'],
    ['/scripts/products.js', 'text/javascript; charset=utf-8'],
    ['/art/watering-can.svg', 'image/svg+xml'],
  ])('serves %s as %s, never cached', async (path, type) => {
    const response = await fetch(sites.shopOrigin + path);
    await response.arrayBuffer();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('serves the CRM from its own origin', async () => {
    expect(sites.crmOrigin).not.toBe(sites.shopOrigin);
    expect(await (await fetch(sites.crmOrigin)).text()).toContain('Ana Ruiz');
  });
});

describe('paths that are refused', () => {
  it.each([
    '/../serve.ts',
    '/../crm/index.html',
    '/%2e%2e/serve.ts',
    '/..%2fserve.ts',
    '/..%5cserve.ts',
    '//etc/passwd',
    '/art/../../serve.ts',
    '/index.html%00.svg',
    '/%',
    '/_partials/header.html',
    '/scripts',
    '/no-such-page.html',
  ])('answers %s with 404', async (path) => {
    expect(await statusOfRaw(path)).toBe(404);
  });

  it('answers anything but GET and HEAD with 405', async () => {
    const response = await fetch(sites.shopOrigin, { method: 'POST', body: 'x' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });
});

describe('the relay placeholder', () => {
  it('is filled on every shop page, which loads the snippet once and offers help', async () => {
    const shop = fileURLToPath(new URL('shop', import.meta.url));
    const pages = (await readdir(shop)).filter((name) => name.endsWith('.html'));
    expect(pages.length).toBeGreaterThanOrEqual(7);
    for (const page of pages) {
      const html = await (await fetch(`${sites.shopOrigin}/${page}`)).text();
      expect(html, page).not.toContain('{{');
      // The frame inside checkout is mirrored by the page around it and asks for nothing itself.
      if (page === 'delivery-slots.html') continue;
      expect(
        html.split(`<script async src="${relayOrigin}/alongside.js"></script>`),
        page,
      ).toHaveLength(2);
      expect(html, page).toContain('data-alongside-open');
    }
  });

  it('is never written out as a fixed origin in the sources', async () => {
    const head = await readFile(new URL('shop/_partials/head.html', import.meta.url), 'utf8');
    expect(head).toContain('<script async src="{{relay}}/alongside.js"></script>');
  });
});

describe('the strict pages', () => {
  const policyOf = async (page: string) =>
    (await fetch(sites.shopOrigin + page)).headers.get('content-security-policy');

  it('lets the relay in by script-src, connect-src and frame-src, and nothing else', async () => {
    expect(await policyOf('/strict.html')).toBe(
      "default-src 'self'; script-src 'self' http://127.0.0.1:54321; " +
        "connect-src 'self' http://127.0.0.1:54321 ws://127.0.0.1:54321; style-src 'self'; img-src 'self' data:; " +
        "frame-src 'self' http://127.0.0.1:54321; base-uri 'none'; object-src 'none'",
    );
  });

  it('keeps the relay out of the closed page', async () => {
    expect(await policyOf('/strict-closed.html')).toBe(
      "default-src 'self'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; " +
        "frame-src 'self'; base-uri 'none'; object-src 'none'",
    );
  });

  it('sends no policy with the other pages', async () => {
    expect(await policyOf('/')).toBeNull();
  });
});
