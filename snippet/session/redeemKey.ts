// Exchanges a security key for membership of its session. Every way of failing is a named problem.
import type { ProblemAnswer, RedeemAnswer } from '../../protocol/api.ts';
import type { SecurityKey } from '../../protocol/ids.ts';
import type { KeyProblem } from '../consent/keyProblem.ts';
import type { Membership } from './state.ts';

export type Redeemed =
  | { readonly ok: true; readonly member: Membership }
  | { readonly ok: false; readonly problem: KeyProblem };

export async function redeemKey(
  relay: string,
  securityKey: SecurityKey,
  fetch: typeof globalThis.fetch,
): Promise<Redeemed> {
  try {
    const answer = await fetch(`${relay}/api/keys/redeem`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ securityKey }),
      credentials: 'omit',
      referrerPolicy: 'origin',
    });
    if (!answer.ok) return { ok: false, problem: toProblem(await answer.json()) };
    const { session, token, agentName, company } = (await answer.json()) as RedeemAnswer;
    return { ok: true, member: { session, token, agentName, company } };
  } catch {
    // No network, no relay, or an answer that is not the relay's: the same next step for the customer.
    return { ok: false, problem: { is: 'relayDown' } };
  }
}

function toProblem(answer: ProblemAnswer): KeyProblem {
  const { problem, retryAfterMs } = answer;
  if (problem === 'tooManyGuesses') return { is: problem, retryAfterMs: retryAfterMs ?? 60_000 };
  return { is: problem };
}
