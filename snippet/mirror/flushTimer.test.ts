// When a flush is due, by a clock and timers that only move when told.
import { expect, test } from 'vitest';
import { createFlushTimer } from './flushTimer.ts';

function open() {
  let nowMs = 1000;
  const pending: { readonly atMs: number; readonly run: () => void }[] = [];
  const flushedAtMs: number[] = [];
  const view = {
    performance: { now: () => nowMs },
    setTimeout: (run: () => void, ms: number) =>
      pending.push({ atMs: nowMs + Math.max(ms, 0), run }),
    clearTimeout: () => pending.pop(),
  } as unknown as Window;
  const timer = createFlushTimer(view, () => {
    timer.cancel();
    flushedAtMs.push(nowMs);
    timer.flushed();
  });
  return {
    timer,
    flushedAtMs,
    goTo(ms: number) {
      for (let [due] = pending; due && due.atMs <= ms; [due] = pending) {
        nowMs = due.atMs;
        due.run();
      }
      nowMs = ms;
    },
  };
}

test('what changes is told at once, and then a frame after the last time', () => {
  const { timer, flushedAtMs, goTo } = open();
  timer.ask();
  goTo(1000);
  timer.ask();
  timer.ask();
  goTo(1100);
  timer.ask();
  goTo(1200);
  expect(flushedAtMs).toEqual([1000, 1016, 1100]);
});

test('[MIRROR-45] what moves by itself is told twenty-five times a second, and holds nothing else up', () => {
  const { timer, flushedAtMs, goTo } = open();
  timer.ask();
  for (let frame = 1000; frame < 1160; frame += 16) {
    goTo(frame);
    timer.ask(true);
  }
  expect(flushedAtMs).toEqual([1000, 1040, 1080, 1120]);
  goTo(1200);
  timer.ask(true);
  goTo(1204);
  timer.ask();
  timer.ask(true);
  goTo(1300);
  expect(flushedAtMs.slice(4)).toEqual([1160, 1200, 1216]);
});
