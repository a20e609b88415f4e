// Finds what was scrolled before anybody listened. To ask an element where it is scrolled to costs more than to write it, so they are asked
// after the snapshot, when the page has nothing better to do.

/** Elements asked before the clock is looked at again. */
const AT_A_TIME = 64;
/** At most this long at once, and no later than this after the snapshot, however busy the page. */
const SLICE_MS = 4;
const AT_LATEST_MS = 500;

export interface ScrollScan {
  /** From the beginning; what was scrolled is told as it is found. */
  start(roots: Iterable<Document | ShadowRoot>): void;
  /** All that is left of it, now. */
  finish(): void;
  clear(): void;
}

/** `guarded` makes of `look` what may be called by the browser. */
export function createScrollScan(
  view: Window & typeof globalThis,
  guarded: (look: () => void) => () => void,
  scrolled: (element: Element) => void,
): ScrollScan {
  let roots: (Document | ShadowRoot)[] = [];
  let list: NodeListOf<Element> | null = null;
  let at = 0;
  let asked = 0;
  // Safari has no idle time to give away.
  const ask = (): void => {
    asked = view.requestIdleCallback
      ? view.requestIdleCallback(look, { timeout: AT_LATEST_MS })
      : view.setTimeout(look, SLICE_MS);
  };
  const cancel = () => (view.cancelIdleCallback ?? view.clearTimeout)(asked);

  function lookUntil(endsMs: number): void {
    while (roots.length > 0) {
      list ??= roots[0]!.querySelectorAll('*');
      for (const stop = at + AT_A_TIME; at < list.length && at < stop; at++) {
        const element = list[at]!;
        // What is empty does not scroll, but for fields.
        if (!element.firstChild && element.localName !== 'textarea') continue;
        if (element.scrollTop || element.scrollLeft) scrolled(element);
      }
      if (at >= list.length) {
        roots.shift();
        list = null;
        at = 0;
      }
      if (view.performance.now() > endsMs) return;
    }
  }

  const look = guarded(() => {
    lookUntil(view.performance.now() + SLICE_MS);
    if (roots.length > 0) ask();
  });

  return {
    start(all) {
      cancel();
      roots = [...all];
      list = null;
      at = 0;
      ask();
    },
    finish: () => lookUntil(Infinity),
    clear() {
      cancel();
      roots = [];
      list = null;
    },
  };
}
