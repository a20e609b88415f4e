// Answers one request from one folder of static files; HTML gets its partials and the relay's origin filled in.
// Invariant: a path that leaves the folder, or names a partial (`_…`) or a dot file, is "not found".
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

export type Answer = { status: number; headers: Record<string, string>; body: string | Buffer };
type Site = { root: string; relayOrigin: string; policies: Record<string, string> };

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export async function answerFromFolder(
  site: Site,
  method: string,
  target: string,
): Promise<Answer> {
  if (method !== 'GET' && method !== 'HEAD')
    return plain(405, 'Method not allowed', { allow: 'GET, HEAD' });
  const path = pathOf(target);
  const file = path === null ? null : fileFor(site.root, path);
  const type = file === null ? undefined : contentTypes[extname(file)];
  if (path === null || file === null || type === undefined) return plain(404, 'Not found');
  try {
    const policy = site.policies[path];
    return {
      status: 200,
      headers: {
        'content-type': type,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        ...(policy === undefined ? {} : { 'content-security-policy': policy }),
      },
      body: type.startsWith('text/html')
        ? await fill(site, await readFile(file, 'utf8'))
        : await readFile(file),
    };
  } catch (error) {
    if (isMissing(error)) return plain(404, 'Not found');
    return plain(500, 'The demo server could not read this file');
  }
}

function pathOf(target: string): string | null {
  try {
    const path = decodeURIComponent(target.split(/[?#]/, 1)[0] ?? '');
    return path.endsWith('/') ? `${path}index.html` : path;
  } catch {
    return null; // A malformed escape names no file.
  }
}

// The raw path is judged segment by segment, before any joining could resolve a `..` away.
function fileFor(root: string, path: string): string | null {
  const segments = path.split('/').slice(1);
  const refused = segments.some((name) => name === '' || /^[._]/.test(name) || /[\\\0]/.test(name));
  if (!path.startsWith('/') || refused) return null;
  const file = join(root, ...segments);
  return file.startsWith(root + sep) ? file : null;
}

async function fill(site: Site, html: string): Promise<string> {
  let filled = html;
  for (const [marker, name] of html.matchAll(/\{\{> ([a-z-]+)\}\}/g)) {
    const partial = await readFile(join(site.root, '_partials', `${name}.html`), 'utf8');
    filled = filled.replaceAll(marker, () => partial.trimEnd());
  }
  return filled.replaceAll('{{relay}}', () => site.relayOrigin);
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR';
}

function plain(status: number, body: string, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
    body,
  };
}
