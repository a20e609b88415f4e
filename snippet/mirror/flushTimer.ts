// When the next flush is due: at once when the last is a frame ago, a frame after it otherwise. A timer and no animation frame: a
// hidden tab has none, and a page that is slow to paint is not slow to be told.

const FRAME_MS = 16;

export interface FlushTimer {
  /** Asks for a flush; several asks make one. */
  ask(): void;
  cancel(): void;
  /** A flush has left just now. */
  flushed(): void;
}

export function createFlushTimer(view: Window, flush: () => void): FlushTimer {
  let timer = 0;
  let lastMs = 0;
  return {
    ask() {
      timer ||= view.setTimeout(flush, FRAME_MS - (view.performance.now() - lastMs));
    },
    cancel() {
      view.clearTimeout(timer);
      timer = 0;
    },
    flushed() {
      lastMs = view.performance.now();
    },
  };
}
