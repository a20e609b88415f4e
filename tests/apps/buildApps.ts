// Builds the applications as they would be shipped, once for as long as nothing they are made of changes.
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { App } from './app.ts';

const here = fileURLToPath(new URL('./', import.meta.url));
const root = join(here, '../..');
const cache = join(root, '.cache/apps');

/** Changes with every byte of what an application is built from. */
function fingerprint({ name }: App): string {
  const hash = createHash('sha256');
  const files = [
    ...globSync(`${name}/**/*`, { cwd: here }).map((file) => join(here, file)),
    join(here, 'buildApps.ts'),
    join(root, 'package-lock.json'),
  ];
  for (const file of files.sort())
    if (existsSync(file) && statSync(file).isFile()) hash.update(readFileSync(file));
  return hash.digest('hex');
}

async function buildApp(app: App): Promise<void> {
  const { name, plugins = [], pages = ['index.html'], jsx } = app;
  const outDir = join(cache, name);
  const stamp = join(cache, `${name}.built`);
  const made = fingerprint(app);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === made) return;
  const src = join(here, name, 'src');
  // As shipped, whatever this process is run for: several frameworks are other programs in development.
  const { NODE_ENV } = process.env;
  process.env['NODE_ENV'] = 'production';
  await build({
    configFile: false,
    logLevel: 'error',
    root: src,
    base: `/${name}/`,
    plugins: [...plugins],
    ...(jsx && { oxc: { jsx: { runtime: 'automatic', importSource: jsx } } }),
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2024',
      modulePreload: false,
      rolldownOptions: { input: pages.map((page) => join(src, page)) },
    },
  });
  process.env['NODE_ENV'] = NODE_ENV;
  writeFileSync(stamp, made);
}

/** The folder that holds one folder for each application. */
export async function buildApps(apps: readonly App[]): Promise<string> {
  mkdirSync(cache, { recursive: true });
  for (const app of apps) await buildApp(app);
  return cache;
}
