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
  // Three heartbeats missed.
  silenceMs: 3 * limits.pingIntervalMs,
  securityKeyLifeMs: limits.securityKeyLifeMs,
  roomTokenLifeMs: 12 * 60 * 60_000,
};
