// Finds what was scrolled before anybody listened. To ask an element where it is scrolled to costs more than to write it, so those that may be
// are asked after the snapshot, when the page has nothing better to do.
import { shadowOf } from './contentOf.ts';
import { createScrollers } from './scrollers.ts';

/** Elements asked before the clock is looked at again. */
const AT_A_TIME = 64;
/** At most this long at once, and no later than this after the snapshot, however busy the page. */
const SLICE_MS = 4;
const AT_LATEST_MS = 500;

export interface ScrollScan {
  /** What a sheet says of overflow. */
  sheet(source: string): void;
  /** From the beginning; what was scrolled is told as it is found. */
  start(roots: Iterable<Document | ShadowRoot>): void;
  /** All that is left of it, now; false when nothing was. */
  finish(): boolean;
  clear(): void;
}

/** `guarded` makes of `look` what may be called by the browser. */
export function createScrollScan(
  view: Window & typeof globalThis,
  guarded: (look: () => void) => () => void,
  scrolled: (element: Element) => void,
): ScrollScan {
  const scrollers = createScrollers();
  let roots: (Document | ShadowRoot)[] = [];
  let list: Element[] = [];
  let asked = 0;
  // Safari has no idle time to give away.
  const ask = (): void => {
    asked = view.requestIdleCallback
      ? view.requestIdleCallback(look, { timeout: AT_LATEST_MS })
      : view.setTimeout(look, SLICE_MS);
  };
  const cancel = () => (view.cancelIdleCallback ?? view.clearTimeout)(asked);

  function lookUntil(endsMs: number): void {
    while (list.length > 0 || roots.length > 0) {
      if (list.length === 0) list = scrollers.within(roots.shift()!);
      for (const element of list.splice(-AT_A_TIME)) {
        // What is empty does not scroll, but for fields.
        if (!element.firstChild && element.localName !== 'textarea' && !shadowOf(element)) continue;
        if (element.scrollTop || element.scrollLeft) scrolled(element);
      }
      if (view.performance.now() > endsMs) return;
    }
  }

  const look = guarded(() => {
    lookUntil(view.performance.now() + SLICE_MS);
    if (list.length > 0 || roots.length > 0) ask();
  });

  return {
    sheet: scrollers.sheet,
    start(all) {
      cancel();
      roots = [...all];
      list = [];
      ask();
    },
    finish() {
      const isLeft = list.length > 0 || roots.length > 0;
      lookUntil(Infinity);
      return isLeft;
    },
    clear() {
      cancel();
      roots = [];
      list = [];
    },
  };
}
