// A third-party interface as it ships: the thin page that loads it, and how a person's use of it is driven by script.

export interface Interface {
  readonly name: string;
  /** The page's HTML. Its scripts and sheets come from `/package/…`, byte for byte as npm delivers them. */
  readonly page: string;
  /** Source of an expression of the page's window `w`: true once the interface stands. */
  readonly ready: string;
  /** Each step: source of a function of the page's window, and of the condition that it has been carried out. */
  readonly steps: readonly { readonly act: string; readonly done: string }[];
}
