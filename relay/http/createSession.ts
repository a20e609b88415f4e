// `POST /api/sessions`: a signed-in agent opens a session and gets the security key that a customer joins it with.
import type { SessionAnswer } from '../../protocol/api.ts';
import type { ParticipantId, SessionId } from '../../protocol/ids.ts';
import { drawSecurityKey } from '../admission/drawSecurityKey.ts';
import { randomId } from '../admission/randomId.ts';
import { signRoomToken } from '../admission/roomToken.ts';
import type { AgentEntry } from '../ledger/ledger.ts';
import type { Identity } from '../room/identity.ts';
import { json, refusal } from './answers.ts';
import type { HttpContext } from './context.ts';

/** More than an agent ever has open; fewer than would fill the key space or the disk. */
export const OPEN_SESSIONS_PER_AGENT = 50;

export async function createSession(context: HttpContext, agent: AgentEntry): Promise<Response> {
  const { ledger, secret, rooms, securityKeyLifeMs, roomTokenLifeMs } = context;
  const nowMs = context.nowMs();
  // No session outlives its tokens, even one whose end the ledger never heard of.
  if (ledger.openSessionsOf(agent.id, nowMs - roomTokenLifeMs) >= OPEN_SESSIONS_PER_AGENT) {
    return refusal('tooManySessions');
  }

  const session = randomId() as SessionId;
  const identity: Identity = {
    role: 'agent',
    participant: agent.id as ParticipantId,
    name: agent.name,
  };
  const keyExpiresAtMs = nowMs + securityKeyLifeMs;
  ledger.createSession(session, agent.id, nowMs);
  let securityKey = drawSecurityKey();
  while (
    !ledger.addKey(await secret.hash('securityKey', securityKey), session, keyExpiresAtMs, nowMs)
  ) {
    securityKey = drawSecurityKey();
  }
  await rooms.open(session, identity, keyExpiresAtMs);
  const answer: SessionAnswer = {
    session,
    securityKey,
    keyLifeMs: securityKeyLifeMs,
    token: await signRoomToken(secret, { room: session, identity }, nowMs, roomTokenLifeMs),
  };
  return json(201, answer);
}
