// The control plane: who is there, what is granted, and why it ends. The relay reads these kinds only;
// what it needs to know (consent, mode, end) is in the kind itself, never in the payload.
import { as, flag, list, oneOf, rest, struct, text, uint } from './codec.ts';
import type { Infer } from './codec.ts';
import { endReasons } from './endReasons.ts';
import type { GrantId, ParticipantId } from './ids.ts';
import { limits } from './limits.ts';
import { roles } from './roles.ts';

const participantId = as<ParticipantId>()(text(64));
const grantId = as<GrantId>()(uint);
const nothing = struct({});

export const participant = struct({
  id: participantId,
  role: oneOf(roles),
  name: text(limits.nameLength),
  /** False while the connection is lost and the grace time runs. */
  connected: flag,
});
export type Participant = Infer<typeof participant>;

/** Why the customer's side took control back. */
export const revokeReasons = ['customer', 'agent', 'paused', 'failed'] as const;
export type RevokeReason = (typeof revokeReasons)[number];

/** What the customer's tab is doing, as its page knows it. */
export const tabStates = ['visible', 'hidden', 'paused', 'leaving'] as const;
export type TabState = (typeof tabStates)[number];

export const controlPlane = {
  /** Relay → the one who has just connected. `active` says that the customer consented to view. */
  welcome: struct({
    self: participantId,
    active: flag,
    write: flag,
    participants: list(participant, limits.participantsPerRoom),
  }),
  /** Relay → everyone, whenever somebody joins, is lost or comes back. */
  presence: struct({ participants: list(participant, limits.participantsPerRoom) }),
  /** Relay → everyone: the farewell that precedes the close with `closeCodes.ended`. */
  ended: struct({ reason: oneOf(endReasons) }),
  /** Customer or agent → relay. The relay names the reason after the role. */
  end: nothing,
  viewGranted: nothing,
  viewDeclined: nothing,
  tab: struct({ state: oneOf(tabStates) }),
  controlRequested: nothing,
  controlGranted: struct({ grant: grantId }),
  controlDeclined: nothing,
  controlRevoked: struct({ reason: oneOf(revokeReasons) }),
  /** Agent → customer: gives control back, or takes back a request that is not answered yet. */
  controlReturned: nothing,
  /** Customer → relay: something broke on the page's side, and the session ends with that reason. */
  failed: nothing,
  /** Customer → relay, which reads it: what the session's trail is to hold. */
  entries: struct({ entries: rest }),
  /** Relay → customer: the trail up to here. `told` is the highest of the customer's own numbers in it. */
  trailHead: struct({ told: uint, position: uint, hash: text(64) }),
};
