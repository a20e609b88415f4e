// Who is in the room, and how each change of connection changes that. Pure: state in, state out, the same object when
// nothing changed.
import type { Participant } from '../../protocol/controlPlane.ts';
import type { ParticipantId } from '../../protocol/ids.ts';
import { limits } from '../../protocol/limits.ts';
import type { Identity } from './identity.ts';
import type { Link, RoomState } from './roomState.ts';

const connected: Link = { status: 'connected' };

/** Admitted by a security key, and not here yet. */
export function expect(state: RoomState, who: Identity, nowMs: number): RoomState {
  if (state.members.some(({ participant }) => participant === who.participant)) return state;
  const link: Link = { status: 'expected', sinceMs: nowMs };
  return { ...state, members: [...state.members, { ...who, link }] };
}

/** A session has one customer, and no more participants than the limit. */
export function hasPlaceFor(state: RoomState, who: Identity): boolean {
  if (state.members.some(({ participant }) => participant === who.participant)) return true;
  if (who.role === 'customer' && state.members.some(({ role }) => role === 'customer'))
    return false;
  return state.members.length < limits.participantsPerRoom;
}

export function join(state: RoomState, who: Identity): RoomState {
  const others = state.members.some(({ participant }) => participant === who.participant);
  const members = others
    ? state.members.map((member) =>
        member.participant === who.participant ? { ...member, link: connected } : member,
      )
    : [...state.members, { ...who, link: connected }];
  // A new connection of the customer is a new page, or the same one after a loss: it says itself what it still grants.
  const mode = who.role === 'customer' ? 'read-only' : state.mode;
  return { ...state, members, mode };
}

export function lose(state: RoomState, who: ParticipantId, nowMs: number): RoomState {
  const member = state.members.find(({ participant }) => participant === who);
  if (member?.link.status !== 'connected') return state;
  const lost: Link = { status: 'lost', sinceMs: nowMs };
  // Nobody waits for an observer, and none keeps a place.
  const members =
    member.role === 'observer'
      ? state.members.filter((other) => other !== member)
      : state.members.map((other) => (other === member ? { ...other, link: lost } : other));
  return { ...state, members, mode: member.role === 'customer' ? 'read-only' : state.mode };
}

/** After a restart: whoever has no connection any more was lost meanwhile, and the grace time starts now. */
export function reconcile(
  state: RoomState,
  present: ReadonlySet<ParticipantId>,
  nowMs: number,
): RoomState {
  return state.members.reduce(
    (before, { participant }) =>
      present.has(participant) ? before : lose(before, participant, nowMs),
    state,
  );
}

/** What presence tells: those who are or were here. */
export function participantsOf(state: RoomState): Participant[] {
  return state.members
    .filter(({ link }) => link.status !== 'expected')
    .map(({ participant, role, name, link }) => ({
      id: participant,
      role,
      name,
      connected: link.status === 'connected',
    }));
}
