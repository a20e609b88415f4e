// A third-party interface as it ships: the thin page that loads it, and how a person's use of it is driven by script and by hand.
import type { Frame } from 'puppeteer-core';

export interface Step {
  /** Source of a function of the page's window, or what a person's mouse and keyboard do in the page's frame. */
  readonly act: string | ((frame: Frame) => Promise<void>);
  /** Source of an expression of the page's window `w`: true once the step has been carried out. */
  readonly done: string;
}

export interface Interface {
  readonly name: string;
  /** The page's HTML. Its scripts and sheets come from `/package/…`, byte for byte as npm delivers them. */
  readonly page: string;
  /** Path of a module that the page loads as `script.js`, built for it. */
  readonly script?: string;
  /** Source of an expression of the page's window `w`: true once the interface stands. */
  readonly ready: string;
  readonly steps: readonly Step[];
}
