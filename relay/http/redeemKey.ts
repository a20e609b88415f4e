// `POST /api/keys/redeem`: a customer's page exchanges a security key for its place in the session.
// Every wrong key does the same work and costs the same, whether it never was, was used or has expired.
import type { RedeemAnswer } from '../../protocol/api.ts';
import type { ParticipantId } from '../../protocol/ids.ts';
import { parseSecurityKey } from '../../protocol/securityKey.ts';
import { addressGroup, networkOf } from '../admission/addressGroup.ts';
import { createGuesses } from '../admission/guesses.ts';
import { randomId } from '../admission/randomId.ts';
import { signRoomToken } from '../admission/roomToken.ts';
import type { Identity } from '../room/identity.ts';
import { json, refusal } from './answers.ts';
import type { HttpContext } from './context.ts';
import { readJson } from './readJson.ts';

export async function redeemKey(
  context: HttpContext,
  request: Request,
  address: string,
): Promise<Response> {
  const { ledger, secret, rooms, origins, roomTokenLifeMs } = context;
  if (origins !== null && !origins.includes(request.headers.get('origin') ?? '')) {
    return refusal('originNotAllowed');
  }
  const body = await readJson(request);
  if (body.type !== 'read') return refusal(body.type);
  const typed = body.value['securityKey'];
  const securityKey = typeof typed === 'string' ? parseSecurityKey(typed) : null;
  if (securityKey === null) return refusal('badRequest');

  const group = addressGroup(address);
  const from = {
    address: await secret.hash('address', group),
    network: await secret.hash('address', networkOf(group)),
  };
  const hash = await secret.hash('securityKey', securityKey);
  // From here to the last write of the ledger nothing waits: two guesses at once cannot share one budget.
  const nowMs = context.nowMs();
  const guesses = createGuesses(ledger);
  const waitMs = guesses.waitMs(from, nowMs);
  if (waitMs > 0) return refusal('tooManyGuesses', waitMs);
  const use = ledger.useKey(hash, nowMs);
  if (use.type !== 'used') {
    guesses.wrong(from, nowMs);
    return refusal(use.type);
  }

  const identity: Identity = {
    role: 'customer',
    participant: randomId() as ParticipantId,
    name: 'Customer',
  };
  if (!(await rooms.expect(use.session, identity))) return refusal('keyExpired');
  const agent = ledger.agent(ledger.session(use.session)?.agent ?? '');
  const answer: RedeemAnswer = {
    session: use.session,
    token: await signRoomToken(secret, { room: use.session, identity }, nowMs, roomTokenLifeMs),
    agentName: agent?.name ?? '',
    company: context.company,
  };
  return json(200, answer);
}
