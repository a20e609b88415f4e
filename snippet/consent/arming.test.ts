// When *Allow* counts.
import { expect, test } from 'vitest';
import { armAfterMs, isArmed, observeArming } from './arming.ts';
import type { Arming } from './arming.ts';

function after(...looks: readonly [nowMs: number, seen: boolean][]): Arming {
  return looks.reduce<Arming>((arming, [nowMs, seen]) => observeArming(arming, nowMs, seen), {
    since: null,
  });
}

test('[CONSENT-3] it counts once it has been seen without a break for long enough', () => {
  const arming = after([1000, true], [1200, true]);
  expect(isArmed(arming, 1000 + armAfterMs - 1)).toBe(false);
  expect(isArmed(arming, 1000 + armAfterMs)).toBe(true);
});

test('[CONSENT-3] what covers it makes the wait begin again', () => {
  const arming = after([1000, true], [1300, false], [1350, true]);
  expect(isArmed(arming, 1000 + armAfterMs)).toBe(false);
  expect(isArmed(arming, 1350 + armAfterMs)).toBe(true);
});

test('[CONSENT-3] what is not seen never counts', () => {
  expect(isArmed(after([0, false]), 1e9)).toBe(false);
});
