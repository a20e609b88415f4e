// What a visitor downloads: the loader on every page, the session bundle only when a session begins. Minified and gzipped.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSnippet } from '../scripts/build/buildSnippet.ts';
import { sizesIn } from '../scripts/build/sizes.ts';
import { snippetLimits } from '../scripts/build/snippetLimits.ts';
import type { Benchmark } from './benchmark.ts';

export const bundleSize: Benchmark = {
  name: 'bundle size',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'alongside-bench-'));
    try {
      await buildSnippet(folder);
      return (await sizesIn(folder)).map(({ file, gzipBytes }) => ({
        what: `${file}, min+gzip`,
        measured: gzipBytes / 1024,
        unit: 'KB',
        // What loads on demand later has no limit of its own.
        atMost: file in snippetLimits ? snippetLimits[file]! / 1024 : null,
      }));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
