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

/** Longhands of a shorthand with a variable, some of them overridden: the platform does not say what they are. */
export const hasHoles = (text: string): boolean => /: ;/.test(text);

const fetched = new WeakSet<CSSStyleSheet>();

/** The source of a linked sheet, once and from the browser's cache. What has another number of rules is another sheet. */
export function fetchSource(sheet: CSSStyleSheet, done: () => void): void {
  if (fetched.has(sheet) || !sheet.href) return;
  fetched.add(sheet);
  const take = (source: string) => {
    const parsed = new CSSStyleSheet();
    parsed.replaceSync(source);
    if (touched.has(sheet) || parsed.cssRules.length !== countRules(sheet)) return;
    sources.set(sheet, source);
    done();
  };
  fetch(sheet.href, { cache: 'force-cache' })
    .then((answer) => answer.text())
    .then(take)
    // The page's policy forbids it, or it is not there any more: its rules have to do.
    .catch(() => undefined);
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
