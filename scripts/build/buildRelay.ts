// The relay, one self-contained file per host: nothing to install beside a Node, or beside workerd.
import { rm } from 'node:fs/promises';
import { build } from 'vite';

const outDir = 'dist/relay';

export async function buildRelay(): Promise<void> {
  await rm(outDir, { recursive: true, force: true });
  // ws tries these two native helpers and does without.
  await bundle('main', 'relay/hosts/node/main.ts', 'node', ['bufferutil', 'utf-8-validate']);
  await bundle('worker', 'relay/hosts/cloudflare/worker.ts', 'webworker', [
    /^cloudflare:/,
    /^node:/,
  ]);
}

async function bundle(
  name: string,
  entry: string,
  target: 'node' | 'webworker',
  external: (string | RegExp)[],
): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { target, noExternal: true },
    build: {
      ssr: true,
      target: 'es2024',
      outDir,
      emptyOutDir: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { [name]: entry },
        external,
        output: { format: 'es', entryFileNames: '[name].js', codeSplitting: false },
      },
    },
  });
}
