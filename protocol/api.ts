// The relay's HTTP interface as far as the snippet and the extension use it: JSON shapes and named problems.
import type { SecurityKey, SessionId } from './ids.ts';

/** Where a participant connects: a WebSocket to this path, with `?token=…&v=…`. */
export function sessionPath(session: SessionId): string {
  return `/parties/session/${session}`;
}

/** `GET /api/agent`, with the agent's token as bearer: checks the sign-in. */
export interface AgentAnswer {
  readonly name: string;
  readonly company: string;
}

/** `POST /api/sessions`, with the agent's token as bearer and an empty body. 201. */
export interface SessionAnswer {
  readonly session: SessionId;
  readonly securityKey: SecurityKey;
  /** Milliseconds the key still lives: no clock of the other side is trusted. */
  readonly keyLifeMs: number;
  /** Room-bound token for the agent's connection. */
  readonly token: string;
}

/** `POST /api/keys/redeem` with `{ securityKey }`, from the customer's page; its Origin header is checked. 200. */
export interface RedeemAnswer {
  readonly session: SessionId;
  /** Room-bound token for the customer's connections, reloads and navigations included. */
  readonly token: string;
  readonly agentName: string;
  readonly company: string;
}

/** Each problem's HTTP status. The body of every refusal is `{ problem, retryAfterMs? }`. */
export const problems = {
  badRequest: 400,
  signInNeeded: 401,
  agentRevoked: 403,
  originNotAllowed: 403,
  keyUnknown: 404,
  notFound: 404,
  methodNotAllowed: 405,
  keyUsed: 409,
  keyExpired: 410,
  bodyTooLarge: 413,
  tooManyGuesses: 429,
  tooManySessions: 429,
  internal: 500,
} as const;
export type Problem = keyof typeof problems;

export interface ProblemAnswer {
  readonly problem: Problem;
  readonly retryAfterMs?: number;
}
