// The text of a style sheet: its source while it is pristine, its rules once script has touched them.

/** Sheets whose rules were changed through CSSOM: their source no longer tells the truth. */
const touched = new WeakSet<CSSStyleSheet>();
/** What constructed sheets were last given as a whole. */
const sources = new WeakMap<CSSStyleSheet, string>();

export function touchSheet(sheet: CSSStyleSheet): void {
  touched.add(sheet);
  sources.delete(sheet);
}

export function replacedSheet(sheet: CSSStyleSheet, source: string): void {
  touched.delete(sheet);
  sources.set(sheet, source);
}

/** How many rules it has; -1 where that may not be known, or not yet. */
export function countRules(sheet: CSSStyleSheet | null): number {
  try {
    return sheet?.cssRules.length ?? -1;
  } catch {
    return -1;
  }
}

/** Its rules have to be told one by one: script has changed them, or put them into an empty element before anybody watched. */
export function isTouched(owner: Element | null, sheet: CSSStyleSheet | null): boolean {
  if (!sheet) return false;
  if (owner?.localName === 'style' && countRules(sheet) > 0 && !owner.textContent?.trim())
    touched.add(sheet);
  return touched.has(sheet);
}

/** Null when another origin's sheet may not be read: the agent's browser has to load it by itself. */
export function sheetText(owner: Element | null, sheet: CSSStyleSheet | null): string | null {
  if (owner?.localName === 'style') return owner.textContent;
  if (!sheet) return '';
  try {
    return sources.get(sheet) ?? ruleTexts(sheet).join('\n');
  } catch {
    return null;
  }
}

export const ruleTexts = (sheet: CSSStyleSheet): string[] =>
  Array.from(sheet.cssRules, (rule) => rule.cssText);
