// One script for a page, minified the way the snippet is built: what is measured is what ships.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { constants } from '../scripts/build/buildSnippet.ts';
import { compiledAtOnce } from '../scripts/build/compiledAtOnce.ts';
import { inlineConstants } from '../scripts/build/inlineConstants.ts';

/** The exports of `entry` (a file of `bench/page`) become the page's global `name`. */
export async function bundleForPage(entry: string, name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    // A peer ships without the hint.
    plugins: [inlineConstants(constants), entry === 'customer.ts' && compiledAtOnce()],
    build: {
      write: false,
      minify: !process.env['ALONGSIDE_BENCH_NAMES'],
      target: 'es2022',
      rolldownOptions: { treeshake: { propertyReadSideEffects: false } },
      lib: {
        entry: fileURLToPath(new URL(`page/${entry}`, import.meta.url)),
        formats: ['iife'],
        name,
      },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as {
    output: readonly { type: string; code?: string }[];
  };
  const code = output.find(({ type }) => type === 'chunk')?.code;
  if (!code) throw new Error(`nothing was built from ${entry}`);
  return code;
}
