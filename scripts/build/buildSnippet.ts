// The snippet's files: the loader that every page pays for, the session bundle that only a session fetches, whatever that one
// imports on demand, and the page in which the customer sees what the agent sees, all in one flat folder.
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { compiledAtOnce } from './compiledAtOnce.ts';
import { inlineConstants } from './inlineConstants.ts';

export const constants = [
  'protocol/command.ts',
  'protocol/limits.ts',
  'protocol/opCodes.ts',
  'snippet/privacy/policy.ts',
].map((path) => fileURLToPath(new URL(`../../${path}`, import.meta.url)));

export async function buildSnippet(outDir = 'dist/snippet'): Promise<void> {
  await rm(outDir, { recursive: true, force: true });
  // A classic script: it must run from a plain script element, on any site.
  await bundle(outDir, 'alongside', 'snippet/loader.ts', 'iife');
  const previewPage = await writePreview(outDir);
  await bundle(outDir, 'alongside-session', 'snippet/index.ts', 'es', previewPage);
}

/** Page and script carry the script's hash and the page's own: as with the parts, nobody mixes two builds. Returns the page's name. */
async function writePreview(outDir: string): Promise<string> {
  await bundle(outDir, 'preview', 'preview/preview.ts', 'iife');
  const built = join(outDir, 'preview.js');
  const script = await readFile(built);
  const page = await readFile('preview/preview.html', 'utf8');
  const hash = createHash('sha256').update(script).update(page).digest('hex').slice(0, 8);
  const name = `alongside-preview-${hash}`;
  await rm(built);
  await writeFile(join(outDir, `${name}.js`), script);
  await writeFile(join(outDir, `${name}.html`), page.replace('SCRIPT', `${name}.js`));
  return `${name}.html`;
}

async function bundle(
  outDir: string,
  name: string,
  entry: string,
  format: 'iife' | 'es',
  previewPage = '',
): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    // A build for servers, but for browsers' conditions: the other kind wraps every import in a loader of its own for style sheets.
    ssr: { target: 'webworker', noExternal: true },
    plugins: [inlineConstants(constants), format === 'es' && compiledAtOnce()],
    define: { PREVIEW_PAGE: JSON.stringify(previewPage) },
    build: {
      ssr: true,
      minify: true,
      target: 'es2022',
      outDir,
      emptyOutDir: false,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { [name]: entry },
        // Nothing in here hides work behind a property that is only read; without this lib0 brings its fallbacks along.
        treeshake: { propertyReadSideEffects: false },
        // On-demand parts may take what they share from the session bundle itself: no third file for it.
        preserveEntrySignatures: format === 'es' ? 'allow-extension' : false,
        output: {
          format,
          entryFileNames: '[name].js',
          // A page that lives through an update of the relay never mixes what belongs to different builds: the old part is gone.
          chunkFileNames: (part) => `alongside-${partNameOf(part.name)}-[hash].js`,
          hashCharacters: 'hex',
          codeSplitting: format === 'es',
        },
      },
    },
  });
}

/** From the module that a part begins with: `createControl` is `control`. */
const partNameOf = (module: string) => module.replace(/^[a-z]+(?=[A-Z])/, '').toLowerCase();
