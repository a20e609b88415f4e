// Builds the extension: `vite build --mode chrome` into dist/chrome, `--mode firefox` into dist/firefox.
import { readFileSync } from 'node:fs';
import { crx } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import { MANAGED_SCHEMA, manifestFor } from './manifest.config.ts';
import type { Target } from './manifest.config.ts';

/** Named in the manifest, and not copied by the plugin that reads it. */
const managedSchema = {
  name: 'managed-schema',
  buildStart(this: { emitFile(file: object): string }): void {
    const source = readFileSync(MANAGED_SCHEMA, 'utf8');
    this.emitFile({ type: 'asset', fileName: MANAGED_SCHEMA, source });
  },
};

export default defineConfig(({ mode }) => {
  const target: Target = mode === 'firefox' ? 'firefox' : 'chrome';
  return {
    plugins: [crx({ manifest: manifestFor(target), browser: target }), managedSchema],
    publicDir: false,
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      target: target === 'firefox' ? 'firefox142' : 'chrome130',
      modulePreload: false,
      // The sidebar's page is not read from the manifest by the plugin, so it is named as an input for both.
      rolldownOptions: { input: { panel: 'extension/panel/panel.html' } },
    },
  };
});
