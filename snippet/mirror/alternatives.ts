// Sheets that a page offers as alternatives: they are off until somebody chooses them, which Chromium does not tell.

const chosen = new WeakSet<Element>();

/** Its `disabled` was taken away: from then on it is as it says. */
export const switched = (owner: Element): unknown => chosen.add(owner);

/** Firefox heeds it when script switches the sheet itself, Chromium does not. */
const heedsSheets = () => CSS.supports('-moz-appearance', 'none');
export const switchedSheet = (owner: Element): unknown => heedsSheets() && switched(owner);

/** The title of those that are on from the start. */
const preferred = (document: Document): string | undefined =>
  document.querySelector<HTMLElement>(
    ':is(style,link[rel~="stylesheet" i]:not([rel~="alternate" i]))[title]:not([title=""])',
  )?.title;

export function isOffered(owner: HTMLStyleElement | HTMLLinkElement): boolean {
  const { title } = owner;
  if (!title || chosen.has(owner) || owner.getRootNode() !== owner.ownerDocument) return false;
  return (
    /(^|\s)alternate(\s|$)/i.test(owner.getAttribute('rel') ?? '') ||
    title !== preferred(owner.ownerDocument)
  );
}
