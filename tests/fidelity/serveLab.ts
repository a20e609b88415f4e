// Serves the lab and the pages it opens, and whatever else a test brings along.
import { fileURLToPath } from 'node:url';
import { bundle } from '../harness/bundle.ts';
import { servePages } from '../harness/serve.ts';
import type { PageServer, Served } from '../harness/serve.ts';
import { stage } from './cases/all.ts';

export async function serveLab(
  also: (path: string) => Served | undefined = () => undefined,
): Promise<PageServer> {
  const script = await bundle(fileURLToPath(new URL('lab.ts', import.meta.url)));
  return servePages((path) => {
    if (path === '/lab')
      return { body: '<!doctype html><title>lab</title><body><script src="/lab.js"></script>' };
    if (path === '/lab.js') return { body: script, type: 'text/javascript' };
    return stage(path) ?? also(path);
  });
}
