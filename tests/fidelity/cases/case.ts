// One small hard page, and what its script, or a hand, then does to it.

export interface Case {
  readonly name: string;
  /** Where the page is served; by default one is made of `html`. */
  readonly path?: string;
  /** The body of the page; what begins with a doctype or `<html` is the whole of it. */
  readonly html?: string;
  /** Source of a function of the page's window, run once it is mirrored. It may return a promise. */
  readonly act?: string;
  /** Why the pictures of both sides differ by right, and are not compared. */
  readonly unlike?: string;
  /** What the customer then does with mouse and keyboard, step by step (playHand.ts). The law is held after each. */
  readonly hand?: readonly HandStep[];
}

/** `at` is the source of an expression of the document `d`: an element, to the middle of which the pointer goes. */
export type HandStep =
  | { readonly move: string }
  | { readonly press: string }
  | { readonly release: true }
  | { readonly click: string }
  | { readonly key: 'Tab' | 'Enter' | 'Escape' | 'ArrowDown' | 'ArrowLeft' | ' ' }
  | { readonly type: string }
  | { readonly wheel: number };
