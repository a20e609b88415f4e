// When the next flush is due: at once when the last is long enough ago, otherwise a frame after it, or a little later for what moves by itself. A timer
// and no animation frame: a hidden tab has none, and a page that is slow to paint is not slow to be told.

const FRAME_MS = 16;
/** As often as a film shows another picture. */
const MOTION_MS = 40;

export interface FlushTimer {
  /** Asks for a flush; several asks make one, when the first of them is due. `isMotion`: it may come less often. */
  ask(isMotion?: boolean): void;
  cancel(): void;
  /** A flush has left just now. */
  flushed(): void;
  /** No flush is due before. */
  rest(untilMs: number): void;
}

export function createFlushTimer(view: Window, flush: () => void): FlushTimer {
  let timer = 0;
  let dueMs = 0;
  let lastMs = 0;

  function cancel(): void {
    view.clearTimeout(timer);
    timer = 0;
  }

  return {
    ask(isMotion = false) {
      const atMs = lastMs + (isMotion ? MOTION_MS : FRAME_MS);
      if (timer && atMs >= dueMs) return;
      cancel();
      dueMs = atMs;
      timer = view.setTimeout(flush, atMs - view.performance.now());
    },
    cancel,
    flushed() {
      lastMs = Math.max(lastMs, view.performance.now());
    },
    rest(untilMs) {
      lastMs = Math.max(lastMs, untilMs - FRAME_MS);
    },
  };
}
