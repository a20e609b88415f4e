// When the next flush is due: at once when the last is a frame ago, with the next frame otherwise. In a hidden tab, which has no
// frames, the timer alone does it.

const FRAME_MS = 16;
const NO_FRAME_MS = 50;

export interface FlushTimer {
  /** Asks for a flush; several asks make one. */
  ask(): void;
  cancel(): void;
  /** A flush has left just now. */
  flushed(): void;
}

export function createFlushTimer(view: Window, flush: () => void): FlushTimer {
  let frame = 0;
  let timer = 0;
  let lastMs = 0;
  return {
    ask() {
      if (timer) return;
      const rested = view.performance.now() - lastMs >= FRAME_MS;
      if (!rested) frame = view.requestAnimationFrame(flush);
      timer = view.setTimeout(flush, rested ? 0 : NO_FRAME_MS);
    },
    cancel() {
      view.cancelAnimationFrame(frame);
      view.clearTimeout(timer);
      frame = timer = 0;
    },
    flushed() {
      lastMs = view.performance.now();
    },
  };
}
