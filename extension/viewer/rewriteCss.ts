// A sheet of the customer's page made fit for the viewer: addresses made absolute, and the states that no real pointer or
// focus causes here asked of attributes instead. Works on tokens, so that strings, comments and what is escaped stay as they are. What is not closed
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

/** Holds the names of the pseudo-classes that the customer's browser says hold (states.ts). */
export const STATED = 'alongside-state';

const token =
  /\\[^]|\/\*[^]*?(?:\*\/|$)|@media(?![\w-])((?:[^{;/]+|\/\*[^]*?(?:\*\/|$)|\/)*)|@import\s+(?:"([^"\\\n]*)"|'([^'\\\n]*)'|url\(\s*(?:"([^"\\\n]*)"|'([^'\\\n]*)'|([^)"'\s\\]*))\s*\))((?:[^{;/]+|\/\*[^]*?(?:\*\/|$)|\/)*)|"(?:[^"\\\n]|\\[^])*(?:"|\n|\\?$)|'(?:[^'\\\n]|\\[^])*(?:'|\n|\\?$)|url\(\s*(?:"((?:[^"\\]|\\[^])*)"|'((?:[^'\\]|\\[^])*)'|([^)"'\s]*))\s*\)|(url\([^)]*\)?)|:(hover|active|focus-visible|focus-within|focus|target)(?![\w-])|(\[\s*href\b)|(:defined)(?![\w-])|:((?:user-)?(?:in)?valid|(?:in|out-of)-range|(?:-webkit-)?autofill|read-(?:write|only)|state\(\s*[\w-]+\s*\)|fullscreen|playing|paused|muted)(?![\w-])/gi;

/** A comment that begins with it says what the addresses after it are relative to. */
const BASE = '/*alongside-base ';

/** `resolveFor` gives the absolute address, or null for one that must not be loaded; `media` answers queries for the customer (rewriteMedia.ts). */
export function rewriteCss(
  text: string,
  resolveFor: (address: string) => string | null,
  media: (queries: string) => string,
): string {
  /** An imported sheet stands where it was imported, and its addresses are relative to itself. */
  let base = '';
  const resolve = (address: string) => resolveFor(base ? absolute(address, base) : address);
  return text.replace(
    token,
    (
      whole,
      queries?: string,
      imported1?: string,
      imported2?: string,
      imported3?: string,
      imported4?: string,
      imported5?: string,
      importedFor?: string,
      quoted1?: string,
      quoted2?: string,
      bare?: string,
      broken?: string,
      state?: string,
      href?: string,
      defined?: string,
      told?: string,
    ) => {
      if (whole.startsWith(BASE)) base = whole.slice(BASE.length, -2);
      if (href) return '[alongside-href';
      if (defined) return ':not([alongside-undefined])';
      if (state) return `[${stateAttributes[state.toLowerCase() as keyof typeof stateAttributes]}]`;
      if (told) {
        const name = told.replace(/\s/g, '');
        const kept = /^state/i.test(name) ? name.replace(/^state/i, 'state') : name.toLowerCase();
        return kept === 'read-only' ? `:not([${STATED}~="read-write"])` : `[${STATED}~="${kept}"]`;
      }
      if (broken) return url(null);
      if (queries !== undefined) return `@media${media(queries)}`;
      const imported = imported1 ?? imported2 ?? imported3 ?? imported4 ?? imported5;
      if (imported !== undefined)
        return `@import ${url(resolve(imported))}${media(importedFor ?? '')}`;
      const address = quoted1 ?? quoted2 ?? bare;
      return address === undefined || address.startsWith('#') ? whole : url(resolve(address));
    },
  );
}

const url = (address: string | null) => `url(${JSON.stringify(address ?? 'about:invalid')})`;

function absolute(address: string, base: string): string {
  try {
    return new URL(address, base).href;
  } catch {
    // Nothing to load.
    return '';
  }
}
