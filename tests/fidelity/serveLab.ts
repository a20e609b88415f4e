// Serves the lab and the pages it opens, and whatever else a test brings along.
import type { IncomingHttpHeaders } from 'node:http';
import { fileURLToPath } from 'node:url';
import { bundle } from '../harness/bundle.ts';
import { servePages } from '../harness/serve.ts';
import type { PageServer, Served } from '../harness/serve.ts';
import { stage } from './cases/all.ts';

export async function serveLab(
  also: (path: string, headers: IncomingHttpHeaders) => Served | undefined = () => undefined,
): Promise<PageServer> {
  const script = await bundle(fileURLToPath(new URL('lab.ts', import.meta.url)));
  return servePages((path, headers) => {
    if (path === '/lab')
      return { body: '<!doctype html><title>lab</title><body><script src="/lab.js"></script>' };
    if (path === '/lab.js') return { body: script, type: 'text/javascript' };
    return stage(path) ?? also(path, headers);
  });
}
