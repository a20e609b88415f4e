// How long things live, in one place, so that a host can be given other times. The values themselves are the protocol's.
import { limits } from '../protocol/limits.ts';
import type { Times } from './room/host.ts';

export interface RelayTimes extends Times {
  readonly securityKeyLifeMs: number;
  /** Longer than any session; a token opens nothing once its session has ended. */
  readonly roomTokenLifeMs: number;
}

export const defaultTimes: RelayTimes = {
  graceMs: limits.graceMs,
  // A browser lets the timers of a tab that was hidden for long run once a minute: that is no silence yet.
  silenceMs: 6 * limits.pingIntervalMs,
  securityKeyLifeMs: limits.securityKeyLifeMs,
  roomTokenLifeMs: 12 * 60 * 60_000,
};
