// What a page's style shows while the mouse is over something around it: drawn in the agent's mirror, since the agent's mouse is there,
// and never here, where no mouse is. Told by the page's own rules, as far as they can be read.
import { ancestorsOf } from './tree.ts';

const isDrawn = (element: Element): boolean => element.getClientRects().length > 0;

function* rulesIn(list: CSSRuleList): Generator<CSSStyleRule> {
  for (const rule of list) {
    if ('selectorText' in rule) yield rule as CSSStyleRule;
    if ('cssRules' in rule) yield* rulesIn(rule.cssRules as CSSRuleList);
  }
}

function* rulesFor(element: Element): Generator<CSSStyleRule> {
  const root = element.getRootNode() as Document | ShadowRoot;
  for (const sheet of [...root.styleSheets, ...root.adoptedStyleSheets]) {
    try {
      yield* rulesIn(sheet.cssRules);
    } catch {
      // Another site's: nobody may read it.
    }
  }
}

/** The drawn element around it under which it would show; null where no rule says so. */
export function shownByHover(element: Element): Element | null {
  const above = ancestorsOf(element);
  const at = above.findIndex(isDrawn);
  const [around, hidden] = [above[at], above[at - 1]];
  if (!around || !hidden) return null;
  for (const { selectorText, style } of rulesFor(hidden)) {
    if (!style.display || !selectorText.includes(':hover')) continue;
    try {
      if (hidden.matches(selectorText.replaceAll(':hover', ''))) return around;
    } catch {
      // Nothing is left of it without.
    }
  }
  return null;
}
