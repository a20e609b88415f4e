// Serves one page's folder on loopback, so that its relative addresses work as they would on a site.
// Invariant: nothing outside the folder and nothing hidden is served.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join, sep } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.wasm': 'application/wasm',
};

export interface FileServer {
  readonly address: string;
  close(): void;
}

/** `page`: the page's path below `folder`. */
export async function serveFile(folder: string, page: string): Promise<FileServer> {
  const server = createServer((request, response) => {
    const file = fileFor(folder, page, request.url ?? '/');
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': types[extname(file).toLowerCase()] ?? typeOfPage(folder, page, file),
      'cache-control': 'no-store',
    });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/${page.split('/').map(encodeURIComponent).join('/')}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const typeOfPage = (folder: string, page: string, file: string) =>
  file === join(folder, page) ? 'text/html; charset=utf-8' : 'application/octet-stream';

/** An address from the root means the page's own folder first, as where that folder is a site's root, and then those above it. */
function fileFor(folder: string, page: string, target: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(new URL(target, 'http://127.0.0.1').pathname);
  } catch {
    // A malformed escape names no file.
    return null;
  }
  if (path.includes('\0') || path.split(/[/\\]/).some((name) => name.startsWith('.'))) return null;
  const roots = [folder];
  for (
    let at = dirname(join(folder, page));
    at !== folder && at.startsWith(folder + sep);
    at = dirname(at)
  )
    roots.push(at);
  return roots.map((root) => join(root, path)).find(isFile) ?? null;
}

const isFile = (path: string) => existsSync(path) && statSync(path).isFile();
