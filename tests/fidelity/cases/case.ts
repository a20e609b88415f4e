// One small hard page, and what its script then does to it.

export interface Case {
  readonly name: string;
  /** Where the page is served; by default one is made of `html`. */
  readonly path?: string;
  /** The body of the page; what begins with a doctype or `<html` is the whole of it. */
  readonly html?: string;
  /** Source of a function of the page's window, run once it is mirrored. It may return a promise. */
  readonly act?: string;
}
