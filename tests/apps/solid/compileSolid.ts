// Solid's JSX, compiled by its own preset as a production build does.
import { transformAsync } from '@babel/core';
import type { Plugin } from 'vite';

export const compileSolid: Plugin = {
  name: 'compile-solid',
  enforce: 'pre',
  async transform(source, id) {
    if (!id.endsWith('.jsx')) return null;
    const result = await transformAsync(source, {
      filename: id,
      babelrc: false,
      configFile: false,
      presets: ['solid'],
    });
    return { code: result?.code ?? '', map: null };
  },
};
