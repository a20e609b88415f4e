// Turns under a clock that the test holds.
import { expect, test } from 'vitest';
import { createTurns } from './createTurns.ts';

test('[ASSET-7] whoever asks without end is answered in a fifth of the page’s time', () => {
  let nowMs = 0;
  const timers: { atMs: number; run: () => void }[] = [];
  const view = {
    performance: { now: () => nowMs },
    setTimeout: (run: () => void, afterMs: number) => timers.push({ atMs: nowMs + afterMs, run }),
    clearTimeout: () => timers.splice(0),
  } as unknown as Window;
  const turns = createTurns(view, (work) => work());
  let done = 0;
  for (let asked = 0; asked < 5000; asked++)
    turns.add(() => {
      done++;
      nowMs += 1;
    });
  for (let timer = timers.shift(); timer && timer.atMs < 1000; timer = timers.shift()) {
    nowMs = Math.max(nowMs, timer.atMs);
    timer.run();
  }
  expect(done).toBeGreaterThan(150);
  expect(done).toBeLessThan(250);
  turns.stop();
  expect(timers).toEqual([]);
});
