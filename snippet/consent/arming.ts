// When *Allow* counts: only after it was there to be seen, uncovered, for a while. Stops a press that was meant for something else.

export const armAfterMs = 400;

/** `since`: from when on it has been seen without a break; null while it is not. */
export interface Arming {
  readonly since: number | null;
}

export function observeArming(arming: Arming, nowMs: number, seen: boolean): Arming {
  if (!seen) return { since: null };
  return arming.since === null ? { since: nowMs } : arming;
}

export function isArmed(arming: Arming, nowMs: number): boolean {
  return arming.since !== null && nowMs - arming.since >= armAfterMs;
}
