// One stream of ops and the page that it builds: a sequence and a string table of its own. What does not fit asks for a fresh snapshot, once,
// and ever more slowly where no answer fits.
import type { MessageOf } from '../../protocol/frame.ts';
import { createOpReader } from '../../protocol/opReader.ts';
import type { PageBuilder } from './buildPage.ts';

const QUICK_DOUBTS = 6;

export interface StreamOptions {
  readonly builder: PageBuilder;
  readonly onResync: () => void;
  readonly onInexact: (runs: MessageOf<'inexact'>['runs']) => void;
  readonly onApplied: (sequence: number) => void;
  readonly onLayout: () => void;
}

export interface Stream {
  apply(isSnapshot: boolean, sequence: number, ops: Uint8Array): void;
  resync(): void;
  clear(): void;
  dispose(): void;
}

export function createStream(options: StreamOptions): Stream {
  const { builder } = options;
  const reader = createOpReader(builder.sink);
  let expected: number | null = null;
  let resyncAsked = false;
  let failures = 0;
  /** Answers in a row that held HTML which did not parse to what it said. */
  let doubts = 0;
  let retry = 0;

  /** Snapshots that fail one after another are asked for ever more slowly: a page that cannot be shown may not cause a storm. */
  function askResync(ask = options.onResync, failed = failures): void {
    expected = null;
    if (resyncAsked) return;
    resyncAsked = true;
    if (failed === 0) ask();
    else retry = window.setTimeout(ask, Math.min(250 * 2 ** failed, 30_000));
  }

  return {
    apply(isSnapshot, sequence, ops) {
      if (isSnapshot) {
        window.clearTimeout(retry);
        builder.reset();
        reader.reset();
        resyncAsked = false;
      } else if (expected !== sequence) return askResync();
      const isWhole = reader.read(ops);
      const inexact = builder.takeInexact();
      if (inexact.length > 0) {
        // The first times at once: each answer tells more of it in another way, and soon all.
        return askResync(() => options.onInexact(inexact), Math.max(0, ++doubts - QUICK_DOUBTS));
      }
      if (!isWhole) {
        if (isSnapshot) failures++;
        return askResync();
      }
      failures = doubts = 0;
      expected = sequence + 1;
      options.onApplied(sequence);
      options.onLayout();
    },
    resync: () => askResync(),
    clear() {
      expected = null;
      resyncAsked = false;
    },
    dispose: () => window.clearTimeout(retry),
  };
}
