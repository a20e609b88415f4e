// The site that all the applications stand on, each page with the snippet in it as a company would put it there.
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../harness/bundle.ts';
import { servePages } from '../harness/serve.ts';
import type { PageServer } from '../harness/serve.ts';
import type { App } from './app.ts';
import { buildApps } from './buildApps.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
};

export async function serveApps(apps: readonly App[], relay: string): Promise<PageServer> {
  const folder = await buildApps(apps);
  const recorder = await bundle(fileURLToPath(new URL('recorder.ts', import.meta.url)));
  const head = `<script src="/recorder.js"></script><script async src="${relay}/alongside.js"></script>`;
  return servePages((path) => {
    if (path === '/recorder.js') return { body: recorder, type: 'text/javascript' };
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (!file.startsWith(folder) || !existsSync(file)) return undefined;
    const body = readFileSync(file, 'utf8');
    const type = types[extname(file)] ?? 'application/octet-stream';
    return { body: body.replace('<head>', `<head>${head}`), type };
  });
}
