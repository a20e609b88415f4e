// Whether a connection may enter a room, decided before the room is touched. Every no has a close code of its own.
import type { CloseName } from '../../protocol/closeCodes.ts';
import type { EndReason } from '../../protocol/endReasons.ts';
import { judgeVersion } from '../../protocol/version.ts';
import type { SessionEntry } from '../ledger/ledger.ts';
import type { Identity } from '../room/identity.ts';
import type { RoomClaim } from './roomToken.ts';

export interface Knock {
  readonly room: string;
  readonly version: string | null;
  /** What the token says, or null when it does not hold. */
  readonly claim: RoomClaim | null;
}

/** What the ledger knows of the room and of the agent who knocks. */
export interface KnockFacts {
  readonly session: SessionEntry | null;
  readonly revoked: boolean;
}

export type Admission =
  | { readonly type: 'admitted'; readonly identity: Identity }
  | {
      readonly type: 'refused';
      readonly name: CloseName;
      /** Sent as the farewell before the close. */
      readonly endReason: EndReason | null;
    };

const refused = (name: CloseName, endReason: EndReason | null = null): Admission => ({
  type: 'refused',
  name,
  endReason,
});

export function admit(
  { room, version, claim }: Knock,
  { session, revoked }: KnockFacts,
): Admission {
  switch (judgeVersion(version)) {
    case 'participantTooOld':
    // Whoever does not say its version is older than versions are.
    case 'unreadable':
      return refused('participantTooOld');
    case 'relayTooOld':
      return refused('relayTooOld');
    case 'supported':
  }
  if (claim === null || revoked) return refused('tokenInvalid');
  if (session === null) return refused('unknownRoom');
  if (claim.room !== room) return refused('wrongRoom');
  if (session.endedMs !== null) return refused('ended', session.reason);
  return { type: 'admitted', identity: claim.identity };
}
