// A page of our own in real Chromium with control at work in it, served from two origins on loopback.
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { launch } from 'puppeteer-core';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';

async function bundle(): Promise<string> {
  const entry = new URL('./inPage.ts', import.meta.url).pathname;
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'inPage' } },
  });
  const [first] = [built].flat();
  if (!first || !('output' in first)) throw new Error('nothing was built');
  return first.output[0].code;
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export interface OpenStage {
  readonly page: Page;
  /** Another origin that answers every path. */
  readonly elsewhere: string;
  /** A fresh page with this body. */
  show(body: string): Promise<void>;
  close(): Promise<void>;
}

export async function openStage(): Promise<OpenStage> {
  const script = await bundle();
  let shown = '';
  const server = createServer((request, response) => {
    const isScript = request.url === '/stage.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    const body = request.url === '/' ? shown : `<title>${request.url}</title><p>${request.url}</p>`;
    response.end(
      isScript ? script : `<!doctype html><script src="/stage.js"></script><body>${body}`,
    );
  });
  const other = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<p>elsewhere</p>');
  });
  const [address, elsewhere] = await Promise.all([listen(server), listen(other)]);
  const browser = await launch({
    executablePath: process.env['ALONGSIDE_CHROMIUM'] ?? '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
    ],
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 800, height: 600 });
  return {
    page,
    elsewhere,
    async show(body) {
      shown = body;
      await page.goto(`${address}/`);
    },
    async close() {
      await browser.close();
      for (const each of [server, other]) {
        each.closeAllConnections();
        await new Promise((resolve) => {
          each.close(resolve);
        });
      }
    },
  };
}
