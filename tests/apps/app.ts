// An application of the tests (interface), and the job that is done with it.
import type { Plugin } from 'vite';
import type { Step } from './step.ts';

export interface App {
  /** Its folder, whose `src/` is built, and its place on the site. */
  readonly name: string;
  readonly job: readonly Step[];
  /** What its framework's own files are compiled by, where the builder does not know them. */
  readonly plugins?: readonly Plugin[];
  /** Where a person's hands can be driven through the whole of its job: elsewhere the agent's work is held against what came of it there. */
  readonly byHandIn?: 'Chromium';
  /** Its pages, where there are several. */
  readonly pages?: readonly string[];
  /** Package that JSX is compiled for. */
  readonly jsx?: string;
}
