// What every relay does, whatever it runs on: one suite, run by each host's own test.
import { describe } from 'vitest';
import { testAdmission } from './admission.ts';
import { testEnds } from './ends.ts';
import { testFrames } from './frames.ts';
import { testHttp } from './http.ts';
import { testKeys } from './keys.ts';
import { testPolicy } from './policy.ts';
import { testTrail } from './trail.ts';
import type { Targets } from './target.ts';

/** `targets` is called inside the tests, when the relays run. */
export function conformance(targets: () => Targets): void {
  describe('HTTP', () => {
    testHttp(targets);
  });
  describe('security keys', () => {
    testKeys(targets);
  });
  describe('admission', () => {
    testAdmission(targets);
  });
  describe('frames', () => {
    testFrames(targets);
  });
  describe('site policy', () => {
    testPolicy(targets);
  });
  describe('connections and ends', () => {
    testEnds(targets);
  });
  describe('the trail', () => {
    testTrail(targets);
  });
}
