// All that a room remembers. Plain data, replaced and never changed, small enough to be stored at every change.
import type { Identity } from './identity.ts';
import type { Mode } from '../../protocol/roles.ts';

/** `expected` was admitted and has not come yet; `lost` was here and may come back. */
export type Link =
  | { readonly status: 'connected' }
  | { readonly status: 'expected' | 'lost'; readonly sinceMs: number };

export interface Member extends Identity {
  readonly link: Link;
}

export interface RoomState {
  readonly status: 'pending' | 'active';
  readonly mode: Mode;
  readonly members: readonly Member[];
  /** Until when the session waits for somebody to redeem its security key. */
  readonly keyExpiresAtMs: number;
}

/** A session as an agent has just created it: the agent is expected, the customer unknown. */
export function openRoom(agent: Identity, nowMs: number, keyExpiresAtMs: number): RoomState {
  return {
    status: 'pending',
    mode: 'read-only',
    members: [{ ...agent, link: { status: 'expected', sinceMs: nowMs } }],
    keyExpiresAtMs,
  };
}
