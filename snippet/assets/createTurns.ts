// Works off what was asked for, one after another, in a fifth of the page's time at most: whoever asks without end holds up nobody but itself.

/** At most this long at once, and four times as long as it took until the next. */
const AT_ONCE_MS = 5;
const REST = 4;
/** More than this waiting: what comes then is not answered. */
const MOST_WAITING = 2048;

export interface Turns {
  add(work: () => void): void;
  stop(): void;
}

/** `guarded` makes of a function one that the browser may call. */
export function createTurns(view: Window, guarded: (work: () => void) => void): Turns {
  const waiting: (() => void)[] = [];
  let timer = 0;

  function run(): void {
    timer = 0;
    const startMs = view.performance.now();
    const tookMs = () => view.performance.now() - startMs;
    while (waiting.length > 0 && tookMs() < AT_ONCE_MS) guarded(waiting.shift()!);
    if (waiting.length > 0) timer ||= view.setTimeout(run, tookMs() * REST);
  }

  return {
    add(work) {
      if (waiting.length >= MOST_WAITING) return;
      waiting.push(work);
      timer ||= view.setTimeout(run, 0);
    },
    stop() {
      waiting.length = 0;
      view.clearTimeout(timer);
    },
  };
}
