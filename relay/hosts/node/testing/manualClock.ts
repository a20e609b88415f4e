// A clock that stands still until it is told to move on. For tests.
import type { Clock } from '../clock.ts';

export interface ManualClock extends Clock {
  /** Moves on, calling what is due on the way, in order. */
  advance(ms: number): void;
}

export function createManualClock(startMs = Date.UTC(2030, 0, 1)): ManualClock {
  let nowMs = startMs;
  const due = new Set<{ readonly atMs: number; readonly run: () => void }>();

  return {
    nowMs: () => nowMs,
    at(atMs, run) {
      const entry = { atMs, run };
      due.add(entry);
      return () => due.delete(entry);
    },
    advance(ms) {
      const endMs = nowMs + ms;
      for (;;) {
        const [next] = [...due]
          .filter(({ atMs }) => atMs <= endMs)
          .toSorted((a, b) => a.atMs - b.atMs);
        if (!next) break;
        due.delete(next);
        nowMs = Math.max(nowMs, next.atMs);
        next.run();
      }
      nowMs = endMs;
    },
  };
}
