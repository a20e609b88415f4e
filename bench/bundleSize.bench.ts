// What a visitor downloads, minified and gzipped: the loader on every page, the session bundle (all that sharing a page takes)
// when a session begins, and each part that is fetched when it is used.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSnippet } from '../scripts/build/buildSnippet.ts';
import { nameOf, sizeOf, sizesIn } from '../scripts/build/sizes.ts';
import { snippetGoals } from '../scripts/build/snippetLimits.ts';
import type { Benchmark } from './benchmark.ts';
import { bundleForPage } from './bundleForPage.ts';
import { figure } from './figure.ts';

const SESSION = 'alongside-session.js';

const whatIs: Readonly<Record<string, string>> = {
  'alongside.js': 'loader',
  'alongside-session.js': 'session bundle',
};

export const bundleSize: Benchmark = {
  name: 'bundle size',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'alongside-bench-'));
    try {
      await buildSnippet(folder);
      const files = await sizesIn(folder);
      const rows = files.map(({ file, gzipBytes }) => {
        const name = nameOf(file);
        // The session bundle's goal is that of the sum below.
        const goal = name === SESSION ? undefined : snippetGoals[name];
        return {
          what: `${whatIs[name] ?? 'on demand'}: ${name}, min+gzip`,
          unit: 'KB' as const,
          ours: figure([gzipBytes / 1024]),
          ...(goal && { goal: { of: 'ours' as const, atMost: goal / 1024 } }),
        };
      });
      const part = (file: string) =>
        files.find((one) => nameOf(one.file) === file)!.gzipBytes / 1024;
      const peer = async (entry: string) =>
        figure([
          sizeOf(entry, Buffer.from(await bundleForPage(entry, 'recorder'))).gzipBytes / 1024,
        ]);
      const total = rows.reduce((sum, { ours }) => sum + ours.median, 0);
      return [
        // Those with a goal first.
        ...rows.toSorted((a, b) => Number('goal' in b) - Number('goal' in a)),
        {
          what: 'session bundle with transport, consent and control, min+gzip',
          picture: 'Bundle with control',
          unit: 'KB',
          ours: figure([
            part(SESSION) + part('alongside-asking.js') + part('alongside-control.js'),
          ]),
          rrweb: await peer('rrweb.ts'),
          openReplay: await peer('openReplay.ts'),
          goal: { of: 'ours', atMost: snippetGoals[SESSION]! / 1024 },
        },
        { what: 'the whole snippet, min+gzip', unit: 'KB', ours: figure([total]) },
      ];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
