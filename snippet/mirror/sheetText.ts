// The text of a style sheet: its source while it is pristine, its rules once script has touched them.
import { textWithImports } from './imports.ts';

/** Sheets whose rules were changed through CSSOM: their source no longer tells the truth. */
const touched = new WeakSet<CSSStyleSheet>();
export const touchSheet = (sheet: CSSStyleSheet): unknown => touched.add(sheet);

/** Null when another origin's sheet may not be read: the agent's browser has to load it by itself. */
export function sheetText(owner: Element | null, sheet: CSSStyleSheet | null): string | null {
  if (owner?.localName === 'style' && !(sheet && touched.has(sheet)) && !emptied(owner, sheet)) {
    const text = owner.textContent ?? '';
    return (sheet && text.includes('@import') && textWithImports(sheet)) || text;
  }
  if (!sheet) return '';
  const whole = textWithImports(sheet);
  if (whole !== null) return whole;
  try {
    let text = '';
    for (const rule of sheet.cssRules) text += `${rule.cssText}\n`;
    return text;
  } catch {
    return null;
  }
}

/** Rules that were inserted before the mirror watched: an empty style element with rules in its sheet. */
function emptied(owner: Element, sheet: CSSStyleSheet | null): boolean {
  try {
    return !!sheet && sheet.cssRules.length > 0 && !owner.textContent?.trim();
  } catch {
    return false;
  }
}
