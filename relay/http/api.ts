// The relay's HTTP interface, the same on every host: from a fetch Request to a Response, and nothing thrown.
import type { AgentAnswer } from '../../protocol/api.ts';
import { readAgentToken } from '../admission/agentToken.ts';
import type { AgentEntry } from '../ledger/ledger.ts';
import { AGENTS_PATH, agentsApi } from './agentsApi.ts';
import { json, preflight, refusal } from './answers.ts';
import { bearer } from './bearer.ts';
import type { HttpContext } from './context.ts';
import { createSession } from './createSession.ts';
import { isInForce } from '../policy/isInForce.ts';
import { isAdministrator } from './isAdministrator.ts';
import { readJson } from './readJson.ts';
import { redeemKey } from './redeemKey.ts';
import { trailApi, trailSessionIn } from './trailApi.ts';

/** `address` is where the request came from, as far as the host knows for sure. */
export type Api = (request: Request, address: string) => Promise<Response>;

export function createApi(context: HttpContext): Api {
  return async (request, address) => {
    try {
      return await route(context, request, address);
    } catch (error) {
      context.failed(error);
      return refusal('internal');
    }
  };
}

async function route(context: HttpContext, request: Request, address: string): Promise<Response> {
  const path = new URL(request.url).pathname;
  if (request.method === 'OPTIONS') return preflight();
  if (path === AGENTS_PATH || path.startsWith(`${AGENTS_PATH}/`)) {
    return agentsApi(context, request, path);
  }
  const session = trailSessionIn(path);
  if (session !== null) return trailApi(context, request, session);
  switch (path) {
    case '/api/keys/redeem':
      if (request.method !== 'POST') return refusal('methodNotAllowed');
      return redeemKey(context, request, address);
    case '/api/drift':
      if (request.method !== 'GET') return refusal('methodNotAllowed');
      return drift(context, request);
    case '/api/agent':
      if (request.method !== 'GET') return refusal('methodNotAllowed');
      return withAgent(context, request, ({ name }) => {
        const answer: AgentAnswer = { name, company: context.company };
        return json(200, answer);
      });
    case '/api/sessions':
      if (request.method !== 'POST') return refusal('methodNotAllowed');
      return withAgent(context, request, async (agent) => {
        const body = await readJson(request);
        return body.type === 'read' ? createSession(context, agent) : refusal(body.type);
      });
    default:
      return refusal('notFound');
  }
}

/** For the administrator: which selectors of the policy no longer find what they are for. */
async function drift(context: HttpContext, request: Request): Promise<Response> {
  if (!(await isAdministrator(context, request))) return refusal('signInNeeded');
  const policy = context.policy();
  const entries = context.ledger.drift.list((...words) => isInForce(policy, ...words));
  return json(200, { drift: entries });
}

async function withAgent(
  { secret, ledger, nowMs }: HttpContext,
  request: Request,
  answer: (agent: AgentEntry) => Response | Promise<Response>,
): Promise<Response> {
  const verdict = await readAgentToken(secret, ledger, bearer(request), nowMs());
  return verdict.type === 'signedIn' ? answer(verdict.agent) : refusal(verdict.type);
}
