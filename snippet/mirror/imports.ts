// The text of a sheet with what it imports in place: states are asked for in imported rules, too, and the agent's browser need not load them.
import { maskAddress } from '../privacy/mask.ts';

/** Null where an import may not be read: then it stays an import, and so do all, as they come before everything else. */
export function textWithImports(sheet: CSSStyleSheet): string | null {
  try {
    let text = '';
    for (const rule of sheet.cssRules) {
      const part = 'styleSheet' in rule ? imported(rule as CSSImportRule) : rule.cssText;
      if (part === null) return null;
      text += `${part}\n`;
    }
    return text;
  } catch {
    return null;
  }
}

function imported({ styleSheet, media, layerName, supportsText }: CSSImportRule): string | null {
  // It is told again when it has come.
  if (!styleSheet) return '';
  const text = textWithImports(styleSheet);
  if (text === null) return null;
  const within = (rule: string, inner: string) => `${rule}{${inner}}`;
  let part = `@alongside-base "${maskAddress(styleSheet.href ?? '', 0)}";${text}@alongside-base;`;
  if (layerName !== null && layerName !== undefined) part = within(`@layer ${layerName}`, part);
  if (supportsText) part = within(`@supports (${supportsText})`, part);
  return media.mediaText ? within(`@media ${media.mediaText}`, part) : part;
}
