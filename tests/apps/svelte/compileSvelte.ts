// Svelte's components, compiled by its own compiler as a production build does.
import { compile } from 'svelte/compiler';
import type { Plugin } from 'vite';

export const compileSvelte: Plugin = {
  name: 'compile-svelte',
  enforce: 'pre',
  transform(source, id) {
    if (!id.endsWith('.svelte')) return null;
    return { code: compile(source, { filename: id, css: 'injected' }).js.code, map: null };
  },
};
