// A sheet of the customer's page made fit for the viewer: addresses made absolute, and the states that no real pointer or
// focus causes here asked of attributes instead. Works on tokens, so that strings, comments and escapes stay as they are. What is not closed
// is a token too, up to where CSS ends it: no text is gone through twice.

/** Attributes that stand for states; the viewer sets them (states.ts, showLayer.ts). */
export const stateAttributes = {
  hover: 'alongside-hover',
  active: 'alongside-active',
  focus: 'alongside-focus',
  'focus-visible': 'alongside-focus-visible',
  'focus-within': 'alongside-focus-within',
  target: 'alongside-target',
  fullscreen: 'alongside-fullscreen',
} as const;

/** Attributes that would act here, and are kept under another name for those who ask for them (screen.ts). */
export const acting =
  'href|target|tabindex|download|contenteditable|is|accesskey|autoplay|popovertarget(?:action)?|command(?:for)?';

const states = `(?:${Object.keys(stateAttributes).join('|')})(?![\\w-])`;
/** Media queries, up to the block or the end of what they stand in. */
const queried = String.raw`((?:[^{;/]+|\/\*[^]*?(?:\*\/|$)|\/)*)`;
const token = new RegExp(
  [
    String.raw`\/\*[^]*?(?:\*\/|$)`,
    String.raw`\\[^]`,
    String.raw`@media(?![\w-])${queried}`,
    String.raw`@import\s+(?:"([^"\\\n]*)"|'([^'\\\n]*)'|url\(\s*(?:"([^"\\\n]*)"|'([^'\\\n]*)'|([^)"'\s\\]*))\s*\))${queried}`,
    String.raw`"(?:[^"\\\n]|\\[^])*(?:"|\n|$)`,
    String.raw`'(?:[^'\\\n]|\\[^])*(?:'|\n|$)`,
    String.raw`url\(\s*(?:"((?:[^"\\]|\\[^])*)"|'((?:[^'\\]|\\[^])*)'|([^)"'\s]*))\s*\)`,
    String.raw`(url\([^)]*\)?)`,
    String.raw`::part\(([^()]*)\)((?::${states})+)`,
    // No attribute can follow it, and one that does would make the whole rule void.
    String.raw`::(?!part|slotted)[\w-]+(?::${states})+`,
    String.raw`:(${states})`,
    String.raw`\[\s*(${acting})(?=\s*[\]=~|^$*])`,
    String.raw`attr\(\s*(href)(?![\w-])`,
    String.raw`:(defined|read-write|read-only)(?![\w-])`,
    String.raw`@alongside-base(?: "([^"]*)")?;`,
  ].join('|'),
  'gi',
);

/** What is written in place, on the customer's page: here, nothing is. */
const EDITED =
  ':where([alongside-contenteditable]:not([alongside-contenteditable="false"]),[alongside-contenteditable]:not([alongside-contenteditable="false"]) :not([alongside-contenteditable="false"]))';
const asked: Readonly<Record<string, string>> = {
  defined: ':not([alongside-undefined])',
  'read-write': `:is(:read-write,${EDITED})`,
  'read-only': `:read-only:not(${EDITED})`,
};

/**
 * `resolve` gives the absolute address, or null for one that must not be loaded; `media` answers queries for the customer (rewriteMedia.ts).
 * `within` is what it is counted from, where a sheet was imported into this one: `@alongside-base "ADDRESS";` goes before its text, and
 * `@alongside-base;` after it.
 */
export function rewriteCss(
  text: string,
  resolve: (address: string, within?: string) => string | null,
  media: (queries: string) => string,
): string {
  const bases: string[] = [];
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
      part?: string,
      ofPart?: string,
      state?: string,
      attribute?: string,
      shown?: string,
      other?: string,
      base?: string,
    ) => {
      if (part !== undefined)
        return `::part(${part} ${ofPart!.slice(1).split(':').map(attributeOf).join(' ')})`;
      if (attribute) return `[alongside-${attribute}`;
      if (shown) return `attr(alongside-${shown}`;
      if (other) return asked[other.toLowerCase()]!;
      if (state) return `[${attributeOf(state)}]`;
      if (broken) return url(null);
      if (queries !== undefined) return `@media${media(queries)}`;
      if (/^@alongside/i.test(whole)) {
        if (base === undefined) bases.pop();
        else bases.push(base);
        return '';
      }
      const within = bases[bases.length - 1];
      const imported = imported1 ?? imported2 ?? imported3 ?? imported4 ?? imported5;
      if (imported !== undefined)
        return `@import ${url(resolve(imported, within))}${media(importedFor ?? '')}`;
      const address = quoted1 ?? quoted2 ?? bare;
      return address === undefined || address.startsWith('#')
        ? whole
        : url(resolve(address, within));
    },
  );
}

const attributeOf = (state: string) =>
  stateAttributes[state.toLowerCase() as keyof typeof stateAttributes];
const url = (address: string | null) => `url(${JSON.stringify(address ?? 'about:invalid')})`;
