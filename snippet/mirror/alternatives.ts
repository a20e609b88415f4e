// Sheets that a page offers as alternatives: they are off until somebody chooses them, which Chromium does not tell.

const chosen = new WeakSet<Element>();

/** Its `disabled` was taken away: from then on it is as it says. */
export const switched = (owner: Element): unknown => chosen.add(owner);

export const isOffered = (owner: Element): boolean =>
  /(^|\s)alternate(\s|$)/i.test(owner.getAttribute('rel') ?? '') &&
  owner.hasAttribute('title') &&
  !chosen.has(owner);
