// Room-bound tokens: signed proof of who a connection speaks for, in one session and no other.
import { jwtVerify, SignJWT } from 'jose';
import type { ParticipantId, SessionId } from '../../protocol/ids.ts';
import { limits } from '../../protocol/limits.ts';
import { roles } from '../../protocol/roles.ts';
import type { Identity } from '../room/identity.ts';
import type { Secret } from './secret.ts';

const audience = 'alongside room';

export interface RoomClaim {
  readonly room: SessionId;
  readonly identity: Identity;
}

export async function signRoomToken(
  secret: Secret,
  { room, identity }: RoomClaim,
  nowMs: number,
  lifeMs: number,
): Promise<string> {
  return new SignJWT({ room, role: identity.role, name: identity.name })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(audience)
    .setSubject(identity.participant)
    .setExpirationTime(Math.floor((nowMs + lifeMs) / 1000))
    .sign(secret.signing);
}

/** Null for everything that is not a token of ours that holds now; the reason is nobody's business. */
export async function readRoomToken(
  secret: Secret,
  token: string,
  nowMs: number,
): Promise<RoomClaim | null> {
  try {
    const { payload } = await jwtVerify(token, secret.signing, {
      algorithms: ['HS256'],
      audience,
      currentDate: new Date(nowMs),
      requiredClaims: ['sub', 'exp'],
    });
    const role = roles.find((known) => known === payload['role']);
    const { room, name, sub } = payload;
    if (!role || typeof room !== 'string' || typeof name !== 'string' || !sub) return null;
    const identity = {
      role,
      participant: sub as ParticipantId,
      name: name.slice(0, limits.nameLength),
    };
    return { room: room as SessionId, identity };
  } catch {
    // Forged, expired or no token at all: one answer, so that none teaches how to make a better one.
    return null;
  }
}
