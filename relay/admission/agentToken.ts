// An agent's sign-in token. It names an entry of the ledger, so that it can be revoked.
import { jwtVerify, SignJWT } from 'jose';
import type { AgentEntry, Ledger } from '../ledger/ledger.ts';
import { randomId } from './randomId.ts';
import type { Secret } from './secret.ts';

const audience = 'alongside agent';
const lifeMs = 365 * 24 * 60 * 60_000;

export interface IssuedAgent {
  /** For revoking; also the `jti` of the token. */
  readonly id: string;
  readonly token: string;
}

/** Enters the agent into the ledger and signs the token, which is kept nowhere. */
export async function issueAgentToken(
  secret: Secret,
  ledger: Ledger,
  name: string,
  nowMs: number,
): Promise<IssuedAgent> {
  const id = randomId();
  ledger.addAgent(id, name, nowMs);
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(audience)
    .setJti(id)
    .setExpirationTime(Math.floor((nowMs + lifeMs) / 1000))
    .sign(secret.signing);
  return { id, token };
}

export type AgentVerdict =
  | { readonly type: 'signedIn'; readonly agent: AgentEntry }
  | { readonly type: 'signInNeeded' | 'agentRevoked' };

export async function readAgentToken(
  secret: Secret,
  ledger: Ledger,
  token: string,
  nowMs: number,
): Promise<AgentVerdict> {
  try {
    const { payload } = await jwtVerify(token, secret.signing, {
      algorithms: ['HS256'],
      audience,
      currentDate: new Date(nowMs),
      requiredClaims: ['jti', 'exp'],
    });
    const agent = ledger.agent(String(payload.jti));
    if (agent === null) return { type: 'signInNeeded' };
    return agent.revokedMs === null ? { type: 'signedIn', agent } : { type: 'agentRevoked' };
  } catch {
    // Forged, expired or no token at all: sign in anew.
    return { type: 'signInNeeded' };
  }
}
