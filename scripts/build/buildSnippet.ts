// The snippet's two files: the loader that every page pays for, and the session bundle that only a session fetches.
import { rm } from 'node:fs/promises';
import { build } from 'vite';

export async function buildSnippet(outDir = 'dist/snippet'): Promise<void> {
  await rm(outDir, { recursive: true, force: true });
  // A classic script: it must run from a plain script element, on any site.
  await bundle(outDir, 'alongside', 'snippet/loader.ts', 'iife');
  await bundle(outDir, 'alongside-session', 'snippet/index.ts', 'es');
}

async function bundle(
  outDir: string,
  name: string,
  entry: string,
  format: 'iife' | 'es',
): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    // Sites must not see what a bundler would say of the machine that built it.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'es2022',
      outDir,
      emptyOutDir: false,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { [name]: entry },
        preserveEntrySignatures: format === 'es' ? 'strict' : false,
        output: { format, entryFileNames: '[name].js', codeSplitting: false },
      },
    },
  });
}
