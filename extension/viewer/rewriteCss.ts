// A sheet of the customer's page made fit for the viewer: addresses made absolute, and the states that no real pointer or
// focus causes here asked of attributes instead. Works on tokens, so that strings and comments stay as they are. What is not closed
// is a token too, up to where CSS ends it: no text is gone through twice.

/** Attributes that stand for states; the viewer sets them (states.ts). */
export const stateAttributes = {
  hover: 'alongside-hover',
  active: 'alongside-active',
  focus: 'alongside-focus',
  'focus-visible': 'alongside-focus-visible',
  'focus-within': 'alongside-focus-within',
  target: 'alongside-target',
} as const;

const token =
  /\/\*[^]*?(?:\*\/|$)|@import\s+(?:"([^"\\\n]*)"|'([^'\\\n]*)')|"(?:[^"\\\n]|\\[^])*(?:"|\n|$)|'(?:[^'\\\n]|\\[^])*(?:'|\n|$)|url\(\s*(?:"((?:[^"\\]|\\[^])*)"|'((?:[^'\\]|\\[^])*)'|([^)"'\s]*))\s*\)|(url\([^)]*\)?)|:(hover|active|focus-visible|focus-within|focus|target)(?![\w-])|(\[\s*href\b)|(:defined)(?![\w-])/gi;

/** `resolve` gives the absolute address, or null for one that must not be loaded. */
export function rewriteCss(text: string, resolve: (address: string) => string | null): string {
  return text.replace(
    token,
    (
      whole,
      imported1,
      imported2,
      quoted1,
      quoted2,
      bare,
      broken,
      state?: string,
      href?: string,
      defined?: string,
    ) => {
      if (href) return '[alongside-href';
      if (defined) return ':not([alongside-undefined])';
      if (state) return `[${stateAttributes[state.toLowerCase() as keyof typeof stateAttributes]}]`;
      if (broken) return url(null);
      const imported = imported1 ?? imported2;
      if (imported !== undefined) return `@import ${url(resolve(imported))}`;
      const address = quoted1 ?? quoted2 ?? bare;
      return address === undefined || address.startsWith('#') ? whole : url(resolve(address));
    },
  );
}

const url = (address: string | null) => `url(${JSON.stringify(address ?? 'about:invalid')})`;
