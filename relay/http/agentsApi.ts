// `/api/agents`: the administrator's own routes, for the relay's command line when the ledger is on another machine.
import { limits } from '../../protocol/limits.ts';
import { issueAgentToken } from '../admission/agentToken.ts';
import { json, refusal } from './answers.ts';
import type { HttpContext } from './context.ts';
import { isAdministrator } from './isAdministrator.ts';
import { readJson } from './readJson.ts';

export const AGENTS_PATH = '/api/agents';

/** `GET` lists, `POST { name }` issues a token, `POST /api/agents/ID/revoke` revokes. */
export async function agentsApi(
  context: HttpContext,
  request: Request,
  path: string,
): Promise<Response> {
  const { ledger, secret } = context;
  if (!(await isAdministrator(context, request))) return refusal('signInNeeded');
  const revoke = /^\/api\/agents\/([\w-]+)\/revoke$/.exec(path)?.[1];
  if (revoke !== undefined) {
    if (request.method !== 'POST') return refusal('methodNotAllowed');
    return ledger.revokeAgent(revoke, context.nowMs()) ? json(200, {}) : refusal('notFound');
  }
  if (path !== AGENTS_PATH) return refusal('notFound');
  if (request.method === 'GET') return json(200, { agents: ledger.agents() });
  if (request.method !== 'POST') return refusal('methodNotAllowed');

  const body = await readJson(request);
  if (body.type !== 'read') return refusal(body.type);
  const name = typeof body.value['name'] === 'string' ? body.value['name'].trim() : '';
  if (name === '' || name.length > limits.nameLength) return refusal('badRequest');
  return json(201, await issueAgentToken(secret, ledger, name, context.nowMs()));
}
