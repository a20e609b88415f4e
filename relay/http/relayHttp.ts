// All that a relay answers over HTTP: the API, the snippet's files, and whether it is well.
import { refusal } from './answers.ts';
import type { Api } from './api.ts';
import { isSnippetPath, serveSnippetFile } from './snippetFiles.ts';
import type { FindFile } from './snippetFiles.ts';

export interface RelayHttpParts {
  readonly api: Api;
  readonly findFile: FindFile;
}

export function createRelayHttp({ api, findFile }: RelayHttpParts): Api {
  return async (request, address) => {
    const path = new URL(request.url).pathname;
    if (path.startsWith('/api/')) return api(request, address);
    if (isSnippetPath(path)) return serveSnippetFile(request, findFile);
    if (path !== '/healthz') return refusal('notFound');
    return new Response('ok\n', { headers: { 'cache-control': 'no-store' } });
  };
}
