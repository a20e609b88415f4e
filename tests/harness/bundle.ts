// One browser script out of an entry in the tree, built on the fly the way the product is built.
import { build } from 'vite';

/** The code of `entry` (absolute path) as a classic script. */
export async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'bundle' },
    },
  });
  const output = (Array.isArray(result) ? result[0] : result) as {
    output: readonly { type: string; code?: string }[];
  };
  const chunk = output.output.find((part) => part.type === 'chunk');
  if (!chunk?.code) throw new Error(`nothing was built from ${entry}`);
  return chunk.code;
}
