// Style elements whose rules script changed before anybody watched: their source no longer tells the truth. To find out, it has to be
// parsed once more; so that is done after the snapshot, one sheet at a time.
import type { SheetOwner } from './contentOf.ts';
import { touchSheet } from './sheetText.ts';

/** Of a longer text only the number of rules is compared. */
const LONGEST_READ = 50_000;

const settled = new WeakSet<CSSStyleSheet>();

function isChanged(owner: SheetOwner, sheet: CSSStyleSheet): boolean {
  const text = owner.textContent ?? '';
  const Sheet = owner.ownerDocument.defaultView?.CSSStyleSheet;
  // An import is no part of a constructed sheet, and nobody inserts one.
  if (!Sheet || text.includes('@import')) return false;
  const source = new Sheet();
  source.replaceSync(text);
  const [rules, parsed] = [sheet.cssRules, source.cssRules];
  if (rules.length !== parsed.length) return true;
  if (text.length > LONGEST_READ) return false;
  return Array.from(rules).some((rule, at) => rule.cssText !== parsed[at]!.cssText);
}

/** Looks at the next sheet, or at all, and takes it away; tells of it when it has been changed. False when there is none left. */
export function lookAtDoubted(
  owners: Set<SheetOwner>,
  changed: (owner: SheetOwner) => void,
  isAll: boolean,
): boolean {
  for (const owner of owners) {
    owners.delete(owner);
    const { sheet } = owner;
    if (!sheet || owner.localName !== 'style' || settled.has(sheet)) continue;
    settled.add(sheet);
    try {
      if (isChanged(owner, sheet)) {
        touchSheet(sheet);
        changed(owner);
      }
    } catch {
      // A sheet that may not be read cannot have been changed either.
    }
    if (!isAll) return true;
  }
  return false;
}
