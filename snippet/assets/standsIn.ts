// Whether an address really is one that a node shows something from. An agent's side that lies can name any address: nothing is read from
// one that does not stand on the page, at the node that was named.

const inCss = /url\(\s*(?:"((?:[^"\\]|\\[^])*)"|'((?:[^'\\]|\\[^])*)'|([^)"'\s]*))\s*\)/gi;

export function standsIn(node: Node, address: string): boolean {
  const isIt = (found: string | null | undefined, base = node.baseURI): boolean => {
    if (!found) return false;
    try {
      return new URL(found.trim(), base).href === address;
    } catch {
      // No address at all.
      return false;
    }
  };
  const isInText = (css: string, base = node.baseURI): boolean =>
    [...css.matchAll(inCss)].some(([, one, two, bare]) => isIt(one ?? two ?? bare, base));
  const isInSheet = (sheet: CSSStyleSheet | null): boolean => {
    try {
      return Array.from(sheet?.cssRules ?? []).some((rule) =>
        isInText(rule.cssText, sheet!.href ?? node.baseURI),
      );
    } catch {
      // Of another origin: its text is nobody's here.
      return false;
    }
  };

  if (node.nodeType !== 1)
    return ((node as Document | ShadowRoot).adoptedStyleSheets ?? []).some(isInSheet);
  const element = node as Element;
  if (/^(style|link)$/.test(element.localName))
    return isInSheet((element as HTMLStyleElement | HTMLLinkElement).sheet);
  const of = (name: string) => element.getAttribute(name);
  const isPicture = /^(img|input|source|video|image|feImage)$/.test(element.localName);
  // What is used is a part of the file that stands there.
  const isPartOf = (found: string | null) => isIt(found?.replace(/#.*/s, ''));
  if (element.localName === 'use') return isPartOf(of('href') ?? of('xlink:href'));
  return (
    isInText(of('style') ?? '') ||
    isIt(of('background')) ||
    (isPicture &&
      [
        of('src'),
        of('poster'),
        of('href'),
        of('xlink:href'),
        (element as HTMLImageElement).currentSrc,
      ].some((found) => isIt(found)))
  );
}
