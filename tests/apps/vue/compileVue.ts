// Vue's single files, compiled by its own compiler as a production build does.
import { readFileSync } from 'node:fs';
import { compileScript, parse } from 'vue/compiler-sfc';
import type { Plugin } from 'vite';

export const compileVue: Plugin = {
  name: 'compile-vue',
  enforce: 'pre',
  config: () => ({
    define: {
      __VUE_OPTIONS_API__: false,
      __VUE_PROD_DEVTOOLS__: false,
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false,
    },
  }),
  load(id) {
    if (!id.endsWith('.vue')) return null;
    const { descriptor } = parse(readFileSync(id, 'utf8'), { filename: id });
    return compileScript(descriptor, { id, inlineTemplate: true, isProd: true }).content;
  },
};
