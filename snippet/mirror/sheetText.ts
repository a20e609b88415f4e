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
  if (owner?.localName === 'style') {
    const imports = sheet && importTexts(sheet);
    // Behind rules its own imports do not count.
    return (imports ? imports.join('\n') : '') + owner.textContent;
  }
  if (!sheet) return '';
  try {
    return sources.get(sheet) ?? ruleTexts(sheet).join('\n');
  } catch {
    return null;
  }
}

const readable = (sheet: CSSStyleSheet | null): boolean => countRules(sheet) >= 0;

/** What stands before all other rules: imports, and names of layers. */
function leading(sheet: CSSStyleSheet): CSSRule[] {
  const found: CSSRule[] = [];
  if (!readable(sheet)) return found;
  for (const rule of sheet.cssRules) {
    if (!('styleSheet' in rule || 'nameList' in rule)) break;
    found.push(rule);
  }
  return found;
}

const importedBy = (rule: CSSRule) => (rule as Partial<CSSImportRule>).styleSheet ?? null;

/** How many rules its imports brought, so far. */
export function countImported(sheet: CSSStyleSheet | null): number {
  let count = 0;
  for (const rule of sheet ? leading(sheet) : []) {
    const inner = importedBy(rule);
    if (inner) count += 1 + countRules(inner) + countImported(inner);
  }
  return count;
}

/** The leading rules with what they import; null when nothing is, or not all of it can be read: then the agent's browser has to load it. */
function importTexts(sheet: CSSStyleSheet): string[] | null {
  const rules = leading(sheet);
  const imports = rules.filter((rule) => 'styleSheet' in rule);
  if (imports.length === 0 || !imports.every((rule) => readable(importedBy(rule)))) return null;
  return rules.map((rule) => (importedBy(rule) ? importText(rule as CSSImportRule) : rule.cssText));
}

/** Tells the viewer what addresses are relative to from here on. */
const relativeTo = (sheet: CSSStyleSheet | null) =>
  `/*alongside-base ${sheet?.ownerRule ? sheet.href!.replace(/[?#].*/, '').replaceAll('*', '%2A') : ''}*/`;

function importText(rule: CSSImportRule): string {
  const { styleSheet: inner, parentStyleSheet, media, layerName, supportsText } = rule;
  let text = `${relativeTo(inner)}${ruleTexts(inner!).join('\n')}${relativeTo(parentStyleSheet)}`;
  if (typeof layerName === 'string') text = `@layer ${layerName}{${text}}`;
  if (supportsText) text = `@supports (${supportsText}){${text}}`;
  return `@media ${media.mediaText || 'all'}{${text}}`;
}

export function ruleTexts(sheet: CSSStyleSheet): string[] {
  const imports = importTexts(sheet) ?? [];
  return Array.from(sheet.cssRules, (rule, at) => imports[at] ?? rule.cssText);
}
