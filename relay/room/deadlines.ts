// When a session ends by itself, and why. Pure: the same answer decides the wake-up and what happens at it.
import type { EndReason } from '../../protocol/endReasons.ts';
import type { Role } from '../../protocol/roles.ts';
import type { Times } from './host.ts';
import type { RoomState } from './roomState.ts';

export interface Deadline {
  readonly atMs: number;
  readonly reason: EndReason;
}

/** The first end that comes if nobody does anything; null while everybody is here. */
export function nextDeadline(state: RoomState, times: Times): Deadline | null {
  const candidates = [
    keyDeadline(state),
    goneDeadline(state, 'customer', 'customerGone', times),
    goneDeadline(state, 'agent', 'agentGone', times),
  ].filter((deadline) => deadline !== null);
  return candidates.reduce<Deadline | null>(
    (first, deadline) => (first && first.atMs <= deadline.atMs ? first : deadline),
    null,
  );
}

function keyDeadline(state: RoomState): Deadline | null {
  if (state.members.some(({ role }) => role === 'customer')) return null;
  return { atMs: state.keyExpiresAtMs, reason: 'keyExpired' };
}

/** A role is gone when the last of its members has been away for the grace time. */
function goneDeadline(
  state: RoomState,
  role: Role,
  reason: EndReason,
  times: Times,
): Deadline | null {
  let latestMs: number | null = null;
  for (const member of state.members) {
    if (member.role !== role) continue;
    if (member.link.status === 'connected') return null;
    latestMs = Math.max(latestMs ?? 0, member.link.sinceMs);
  }
  return latestMs === null ? null : { atMs: latestMs + times.graceMs, reason };
}
