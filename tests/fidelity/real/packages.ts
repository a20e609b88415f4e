// The files of installed packages, served as they ship.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Served } from '../../harness/serve.ts';

const installed = fileURLToPath(new URL('../../../node_modules/', import.meta.url));
const types: Record<string, string> = {
  css: 'text/css',
  js: 'text/javascript',
  png: 'image/png',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
};

/** `path` is `/package/NAME/FILE`. */
export function servePackage(path: string): Served | undefined {
  const [, name] = /^\/package\/((?:[^.]|\.(?!\.))+)$/.exec(path) ?? [];
  const file = name && installed + name;
  if (!file || !existsSync(file) || !statSync(file).isFile()) return undefined;
  const type = types[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return { body: readFileSync(file), type };
}
