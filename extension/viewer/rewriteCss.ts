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

/** Holds the names of the pseudo-classes that the customer's browser says hold (states.ts). */
export const STATED = 'alongside-state';

/** Attributes that would act here, and are kept under another name for those who ask for them (screen.ts). */
export const acting =
  'href|target|tabindex|download|contenteditable|is|accesskey|autoplay|popovertarget(?:action)?|command(?:for)?';

const states = `(?:${Object.keys(stateAttributes).join('|')})(?![\\w-])`;
const told = String.raw`(?:(?:user-)?(?:in)?valid|(?:in|out-of)-range|(?:-webkit-)?autofill|state\(\s*[\w-]+\s*\)|playing|paused|muted)(?![\w-])`;
/** Media queries, up to the block or the end of what they stand in. */
const queried = String.raw`((?:[^{;/]+|\/\*[^]*?(?:\*\/|$)|\/)*)`;
const token = new RegExp(
  [
    String.raw`\/\*[^]*?(?:\*\/|$)`,
    String.raw`\\[^]`,
    String.raw`@media(?![\w-])${queried}`,
    String.raw`@import\s+(?:"([^"\\\n]*)"|'([^'\\\n]*)'|url\(\s*(?:"([^"\\\n]*)"|'([^'\\\n]*)'|([^)"'\s\\]*))\s*\))${queried}`,
    String.raw`"(?:[^"\\\n]|\\[^])*(?:"|\n|\\?$)`,
    String.raw`'(?:[^'\\\n]|\\[^])*(?:'|\n|\\?$)`,
    String.raw`url\(\s*(?:"((?:[^"\\]|\\[^])*)"|'((?:[^'\\]|\\[^])*)'|([^)"'\s]*))\s*\)`,
    String.raw`(url\([^)]*\)?)`,
    String.raw`::part\(([^()]*)\)((?::${states})*)(?::${told})*`,
    // No attribute can follow it, and one that does would make the whole rule void.
    String.raw`::(?!part|slotted)[\w-]+(?::(?:${states}|${told}))+`,
    String.raw`:(${states})`,
    String.raw`\[\s*(${acting})(?=\s*[\]=~|^$*])`,
    String.raw`attr\(\s*(href)(?![\w-])`,
    String.raw`:(defined|read-write|read-only|open)(?![\w-])`,
    String.raw`:(${told})`,
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
  open: `:is(:open,[${STATED}~="open"])`,
};

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
      part?: string,
      ofPart?: string,
      state?: string,
      attribute?: string,
      shown?: string,
      other?: string,
      stated?: string,
    ) => {
      if (whole.startsWith(BASE)) base = whole.slice(BASE.length, -2);
      if (part !== undefined) return ofPart ? partWith(whole, part, ofPart) : whole;
      if (attribute) return `[alongside-${attribute}`;
      if (shown) return `attr(alongside-${shown}`;
      if (other) return asked[other.toLowerCase()]!;
      if (state) return `[${attributeOf(state)}]`;
      if (stated) return `[${STATED}~="${stateName(stated)}"]`;
      if (broken) return url(null);
      if (queries !== undefined) return `@media${media(queries)}`;
      const imported = imported1 ?? imported2 ?? imported3 ?? imported4 ?? imported5;
      if (imported !== undefined)
        return `@import ${url(resolve(imported))}${media(importedFor ?? '')}`;
      const address = quoted1 ?? quoted2 ?? bare;
      return address === undefined || address.startsWith('#')
        ? whole
        : url(resolve(unescaped(address)));
    },
  );
}

const attributeOf = (state: string) =>
  stateAttributes[state.toLowerCase() as keyof typeof stateAttributes];
const url = (address: string | null) => `url(${JSON.stringify(address ?? 'about:invalid')})`;

/** What a string or an address says (CSS Syntax, 4.3.7): it is escaped again where it is written. */
const unescaped = (text: string): string =>
  text.replace(/\\(?:([0-9a-f]{1,6})\s?|([^]))/gi, (_, hex?: string, other = '') => {
    if (!hex) return other === '\n' ? '' : other;
    const code = parseInt(hex, 16);
    return String.fromCodePoint(code > 0 && code <= 0x10ffff ? code : 0xfffd);
  });

/** A part is known by other names while a state holds for it. */
const partWith = (whole: string, part: string, ofPart: string) =>
  whole.replace(
    `(${part})${ofPart}`,
    `(${part} ${ofPart.slice(1).split(':').map(attributeOf).join(' ')})`,
  );

function stateName(stated: string): string {
  const name = stated.replace(/\s/g, '');
  return /^state/i.test(name) ? name.replace(/^state/i, 'state') : name.toLowerCase();
}

function absolute(address: string, base: string): string {
  try {
    return new URL(address, base).href;
  } catch {
    // Nothing to load.
    return '';
  }
}
