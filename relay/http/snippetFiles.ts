// Serves the snippet: `/alongside.js` and the files that lie beside it, to pages of any origin. The one page among them may do nothing but draw.
import { openToAll, refusal } from './answers.ts';

/** The bytes of a built file, or null when there is none of that name. */
export type FindFile = (name: string) => Promise<Uint8Array<ArrayBuffer> | null>;

const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
};

/**
 * What the customer sees of the agent's view is drawn in a page of ours within theirs. Its own script runs and nothing else; it connects
 * nowhere. It loads pictures, media, fonts and styles as the agent's browser does: of nobody's login, and telling nobody where it stands.
 */
const drawsOnly = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'unsafe-inline' * blob:; img-src * blob: data:; font-src * blob: data:; media-src * blob: data:; form-action 'none'; base-uri 'none'; sandbox allow-scripts allow-same-origin",
  'cross-origin-embedder-policy': 'credentialless',
  'referrer-policy': 'no-referrer',
};

/** One flat folder, no dots but the last: a name can lead nowhere else. */
export const isSnippetPath = (path: string): boolean =>
  /^\/([\w-]+\.(js|css)|alongside-preview-[\w-]+\.html)$/.test(path);

export async function serveSnippetFile(request: Request, find: FindFile): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal('methodNotAllowed');
  const name = new URL(request.url).pathname.slice(1);
  const bytes = await find(name);
  if (bytes === null) return refusal('notFound');
  const headers = {
    ...openToAll,
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    // Names never change, so a page asks again after five minutes; the tag makes that cost no bytes.
    'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
    etag: await tagOf(bytes),
    ...(name.endsWith('.html') ? drawsOnly : {}),
  };
  const known = request.headers.get('if-none-match')?.split(/\s*,\s*/) ?? [];
  if (known.includes(headers.etag)) return new Response(null, { status: 304, headers });
  const type = types[name.slice(name.lastIndexOf('.') + 1)]!;
  return new Response(request.method === 'HEAD' ? null : bytes, {
    headers: { ...headers, 'content-type': type, 'content-length': String(bytes.length) },
  });
}

async function tagOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `"${Array.from(digest.subarray(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('')}"`;
}
