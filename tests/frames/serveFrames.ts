// Two sites on loopback for the tests of frames: the customer's, with the lab and the built snippet, and another one whose pages are in its
// frames. `{a}` and `{b}` in a page are their origins.
import { readFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSnippet } from '../../scripts/build/buildSnippet.ts';
import { bundle } from '../harness/bundle.ts';
import { servePages } from '../harness/serve.ts';
import type { Served } from '../harness/serve.ts';

export interface FrameSites {
  readonly a: string;
  readonly b: string;
  /** The code that describes a page where it runs. */
  readonly describeHere: string;
  close(): Promise<void>;
}

const sourceOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The snippet, as a page of the other site has it: `parents` may take it into their mirror. */
export const snippet = (parents: string): string =>
  `<script async src="{a}/alongside.js" data-frame-parents="${parents}"></script>`;

/** A page that begins with its root element has no doctype, and so is in quirks mode. */
const whole = (body: string) => (body.startsWith('<html') ? body : `<!doctype html>${body}`);

export async function serveFrames(pages: Readonly<Record<string, string>>): Promise<FrameSites> {
  const folder = await mkdtemp(join(tmpdir(), 'alongside-frames-'));
  await buildSnippet(folder);
  const files = new Map<string, Uint8Array>();
  for (const name of await readdir(folder))
    files.set(`/${name}`, await readFile(join(folder, name)));
  await rm(folder, { recursive: true, force: true });
  const script = await bundle(sourceOf('lab.ts'));
  let [a, b] = ['', ''];

  function answer(path: string): Served | undefined {
    if (path === '/lab')
      return { body: '<!doctype html><title>lab</title><body><script src="/lab.js"></script>' };
    if (path === '/lab.js') return { body: script, type: 'text/javascript' };
    const file = files.get(path);
    const headers = { 'access-control-allow-origin': '*' };
    if (file) return { body: file, type: 'text/javascript', headers };
    const body = pages[path];
    return body === undefined
      ? undefined
      : { body: whole(body).replaceAll('{a}', a).replaceAll('{b}', b) };
  }
  const sites = [await servePages(answer), await servePages(answer)] as const;
  [a, b] = [sites[0].origin, sites[1].origin];
  return {
    a,
    b,
    describeHere: await bundle(sourceOf('describeHere.ts')),
    close: async () => void (await Promise.all(sites.map((site) => site.close()))),
  };
}
