// All that a relay answers over HTTP: the API, the snippet's files, and whether it is well.
import { createApi } from './api.ts';
import { refusal } from './answers.ts';
import type { HttpContext } from './context.ts';
import { isSnippetPath, serveSnippetFile } from './snippetFiles.ts';
import type { FindFile } from './snippetFiles.ts';

export function createRelayHttp(context: HttpContext & { readonly findFile: FindFile }) {
  const api = createApi(context);
  return async (request: Request, address: string): Promise<Response> => {
    const path = new URL(request.url).pathname;
    if (path.startsWith('/api/')) return api(request, address);
    if (path === '/healthz')
      return new Response('ok\n', { headers: { 'cache-control': 'no-store' } });
    if (isSnippetPath(path)) return serveSnippetFile(request, context.findFile);
    return refusal('notFound');
  };
}
