// Finds what was scrolled before anybody listened. To ask an element where it is scrolled to costs more than to write it, so they are asked
// after the snapshot, a few at a time.

/** Elements asked before the clock is looked at again. */
const AT_A_TIME = 256;

export function createScrollScan(nowMs: () => number, scrolled: (element: Element) => void) {
  let pending: NodeListOf<Element>[] = [];
  let at = 0;

  return {
    start(roots: Iterable<Document | ShadowRoot>): void {
      pending = Array.from(roots, (root) => root.querySelectorAll('*'));
      at = 0;
    },
    isDone: () => pending.length === 0,
    look(sliceMs: number): void {
      const endsMs = nowMs() + sliceMs;
      for (let list = pending[0]; list; list = pending[0]) {
        for (const stop = at + AT_A_TIME; at < list.length && at < stop; at++) {
          const element = list[at]!;
          if (element.scrollTop || element.scrollLeft) scrolled(element);
        }
        if (at >= list.length) {
          pending.shift();
          at = 0;
        }
        if (nowMs() > endsMs) return;
      }
    },
    clear: () => void (pending = []),
  };
}
