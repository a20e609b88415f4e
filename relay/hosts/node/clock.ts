// The time, and one call at a time to come: injected, so that tests decide what time it is.
export interface Clock {
  nowMs(): number;
  /** Calls `run` once it is `atMs`; returns the way to call it off. */
  at(atMs: number, run: () => void): () => void;
}

/** The longest a timer can be set for: about 24 days. */
const longestMs = 2 ** 31 - 1;

export const realClock: Clock = {
  nowMs: () => Date.now(),
  at(atMs, run) {
    const delayMs = Math.min(longestMs, Math.max(0, atMs - Date.now()));
    const timer = setTimeout(run, delayMs);
    // A wake-up alone keeps no process alive.
    timer.unref();
    return () => clearTimeout(timer);
  },
};
