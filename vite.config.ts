// Builds the extension: `vite build --mode chrome` into dist/chrome, `--mode firefox` into dist/firefox.
import { crx } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import { manifestFor } from './manifest.config.ts';
import type { Target } from './manifest.config.ts';

export default defineConfig(({ mode }) => {
  const target: Target = mode === 'firefox' ? 'firefox' : 'chrome';
  return {
    plugins: [crx({ manifest: manifestFor(target), browser: target })],
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
