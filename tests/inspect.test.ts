// The real command on real pages: good ones, one that differs, and some that do not load.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { png } from './harness/png.ts';
import { servePages } from './harness/serve.ts';
import type { PageServer } from './harness/serve.ts';

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const folder = mkdtempSync(join(tmpdir(), 'inspect-'));
const foreign = '<p style="background:teal;color:white">of another origin</p>';
const pages: Record<string, string> = {
  '/good':
    '<style>p { color: green }</style><h1>Good</h1><p>as it is</p><input type=password value=x>',
  '/differs': `<h1>Differs</h1><input name=email aria-label=E-mail><canvas id=drawn width=50 height=50></canvas>
    <iframe id=foreign src="http://localhost:PORT/foreign" width=300 height=200></iframe><img src="http://localhost:PORT/picture.svg">
    <script>const i = document.querySelector('img'); i.onload = () => { const x = document.querySelector('canvas').getContext('2d'); x.drawImage(i, 0, 0); }; if (i.complete) i.onload()</script>`,
  '/signed': `<style>p { background: url(/mine/back.png); width: 200px; height: 40px } canvas { border: 2px solid }</style><img src="/mine/a.png" style="width:200px"><p></p>
    <canvas id=c width=200 height=100></canvas><script>const g = c.getContext('2d'); g.fillStyle = 'teal'; g.fillRect(20, 20, 160, 60)</script>`,
  '/foreign': foreign,
  '/scripted':
    '<p id=p>as served</p><script>p.textContent = "changed"; p.append(document.createElement("b"))</script>',
};
let server: PageServer;

beforeAll(async () => {
  server = await servePages((path, { cookie }) => {
    if (path.startsWith('/mine/'))
      return cookie?.includes('signed')
        ? { body: png([200, 30, 90]), type: 'image/png' }
        : { body: 'Sign in', status: 403 };
    if (path === '/picture.svg')
      return {
        body: '<svg xmlns="http://www.w3.org/2000/svg" width="50" height="50"><rect width="50" height="50" fill="red"/></svg>',
        type: 'image/svg+xml',
      };
    const body = pages[path]?.replaceAll('PORT', new URL(server.origin).port);
    return body === undefined
      ? undefined
      : {
          body: `<!doctype html>${body}`,
          ...(path === '/differs' && {
            headers: { 'content-security-policy': "connect-src 'self'" },
          }),
          ...(path === '/signed' && { headers: { 'set-cookie': 'signed=in; Path=/' } }),
        };
  });
  writeFileSync(
    join(folder, 'page.html'),
    '<!doctype html><link rel=stylesheet href=look.css><p>from a file</p>',
  );
  writeFileSync(join(folder, 'look.css'), 'p { color: purple; width: 321px }');
});
afterAll(() => server?.close());

function inspect(...args: string[]): Promise<Ran> {
  const child = spawn(process.execPath, ['scripts/inspect.ts', ...args], {
    env: { ...process.env, INIT_CWD: folder },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (part) => (out += part));
  child.stderr.on('data', (part) => (err += part));
  return new Promise((done) => child.on('exit', (code) => done({ code, out, err })));
}

test('[INSPECT-1] [INSPECT-2] [INSPECT-5] each page is an object of its own, whatever happens to the others', async () => {
  const named = [
    `${server.origin}/good`,
    'page.html',
    `${server.origin}/differs`,
    `${server.origin}/none`,
    'none.html',
  ];
  const { code, out, err } = await inspect('--json', ...named);
  const all = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(all.map(({ page }) => page)).toEqual(named);
  for (const one of all)
    expect(Object.keys(one)).toEqual([
      'page',
      'nodes',
      'differences',
      'pixelDifference',
      'snapshotBytes',
      'snapshotMs',
      'warnings',
    ]);
  const [good, file, differs, notFound, missing] = all;
  for (const one of [good, file]) {
    expect(one).toMatchObject({ differences: [], warnings: [] });
    expect(one.pixelDifference).toBeLessThan(0.01);
    expect(one.nodes).toBeGreaterThan(5);
    expect(one.snapshotBytes).toBeGreaterThan(50);
    expect(one.snapshotMs).toBeGreaterThan(0);
  }
  expect(differs.differences.map(({ path }: { path: string }) => path)).toContain(
    'body > iframe#foreign',
  );
  const kinds = new Set(differs.warnings.map(({ kind }: { kind: string }) => kind));
  expect(kinds).toEqual(
    new Set(['contentSecurityPolicy', 'looksPersonal', 'foreignFrame', 'taintedCanvas']),
  );
  for (const one of [notFound, missing]) {
    expect(one).toMatchObject({
      nodes: null,
      pixelDifference: null,
      snapshotBytes: null,
      snapshotMs: null,
    });
    expect(one.warnings[0].kind).toBe('notLoaded');
  }
  expect(err).toContain('[5/5] none.html');
  expect(code).toBe(1);
});

test('[INSPECT-5] [ASSET-3] what the customer is let in to, and what is drawn, the agent sees: no word of it', async () => {
  const { code, out } = await inspect('--json', `${server.origin}/signed`);
  const one = JSON.parse(out);
  expect(one).toMatchObject({ differences: [], warnings: [] });
  expect(one.pixelDifference).toBeLessThan(0.001);
  expect(code).toBe(0);
});

test('[INSPECT-3] the report shows page, agent’s view and difference', async () => {
  const { code, out } = await inspect(`${server.origin}/good`, '--report', 'report');
  expect(code).toBe(0);
  expect(out).toMatch(/Fidelity +100 %, 0 of \d+ nodes differ/);
  const html = readFileSync(join(folder, 'report/index.html'), 'utf8');
  expect(html).toContain('Every node agrees.');
  for (const [, file] of html.matchAll(/src="([^"]+)"/g)) {
    const { width, height } = PNG.sync.read(readFileSync(join(folder, 'report', file!)));
    expect([width, height]).toEqual([1280, 800]);
  }
});

test('[INSPECT-4] without scripts the page is as it was served', async () => {
  const run = async (...args: string[]) =>
    JSON.parse((await inspect('--json', `${server.origin}/scripted`, ...args)).out);
  const off = await run('--no-scripts');
  expect(off.warnings).toEqual([]);
  // The script adds one element.
  expect((await run()).nodes).toBe(off.nodes + 1);
});

test('[INSPECT-1] without a page the command says how it is used', async () => {
  const { code, err } = await inspect('--json');
  expect(code).toBe(1);
  expect(err).toContain('Usage: npm run inspect');
});
