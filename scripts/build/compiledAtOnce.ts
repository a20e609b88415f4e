// Nearly all of the session bundle runs as soon as sharing starts. Chromium is told so and compiles it while it loads, beside the page's
// thread, instead of function by function on it; other browsers take it for a comment.
import type { Plugin } from 'vite';

/** As the first line of a script: V8's explicit compile hints. */
const HINT = '//# allFunctionsCalledOnLoad\n';

/** Of the scripts that a build begins with; what they fetch on demand stays as it is. */
export const compiledAtOnce = (): Plugin => ({
  name: 'compiled-at-once',
  enforce: 'post',
  generateBundle(_, files) {
    for (const file of Object.values(files))
      if (file.type === 'chunk' && file.isEntry) file.code = HINT + file.code;
  },
});
