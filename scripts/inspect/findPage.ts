// Which page an argument means: a file or folder that is there, or an address. Addresses need no scheme.
import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export type FoundPage =
  | { readonly kind: 'address'; readonly address: string }
  /** `path` is below `folder`, with slashes. */
  | { readonly kind: 'file'; readonly folder: string; readonly path: string }
  | { readonly kind: 'none'; readonly problem: string };

export function findPage(named: string, folder: string): FoundPage {
  if (/^https?:\/\//i.test(named)) return addressOf(named);
  const file = fileIn(named, folder);
  if (file) {
    const below = relative(folder, file);
    // A page outside of where the command was called is served from its own folder.
    const base = below.startsWith('..') || resolve(below) === below ? dirname(file) : folder;
    return { kind: 'file', folder: base, path: relative(base, file).replaceAll('\\', '/') };
  }
  if (/^[a-z][a-z+.-]*:\/\//i.test(named))
    return { kind: 'none', problem: 'Only http, https and files can be inspected.' };
  const [host = ''] = named.split('/', 1);
  if (/^(localhost|127\.|\[::1\])/.test(host)) return addressOf(`http://${named}`);
  if (/^[\w-]+(\.[\w-]+)*\.[a-z]{2,}(:\d+)?$/i.test(host) && !/\.(x?html?|svg)$/i.test(named))
    return addressOf(`https://${named}`);
  return { kind: 'none', problem: 'There is no such file.' };
}

function addressOf(text: string): FoundPage {
  return URL.canParse(text)
    ? { kind: 'address', address: text }
    : { kind: 'none', problem: 'This is no address.' };
}

function fileIn(named: string, folder: string): string | null {
  try {
    const path = named.startsWith('file:') ? fileURLToPath(named) : resolve(folder, named);
    if (!existsSync(path)) return null;
    const file = statSync(path).isDirectory() ? join(path, 'index.html') : path;
    return existsSync(file) ? file : null;
  } catch {
    // Not a path that this machine could have.
    return null;
  }
}
