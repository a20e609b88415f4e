// The two HTTP calls of an agent. Every failure is a named problem; nothing throws.
import { problems } from '../../protocol/api.ts';
import type { AgentAnswer, Problem, SessionAnswer } from '../../protocol/api.ts';
import type { Settings } from '../settings/settings.ts';

export type ApiProblem = Problem | 'unreachable' | 'notARelay';
export type ApiResult<T> =
  | { readonly ok: true; readonly answer: T }
  | { readonly ok: false; readonly problem: ApiProblem };

export interface RelayApi {
  checkAgent(settings: Settings): Promise<ApiResult<AgentAnswer>>;
  createSession(settings: Settings): Promise<ApiResult<SessionAnswer>>;
}

const TIMEOUT_MS = 10_000;

export const relayApi: RelayApi = {
  checkAgent: (settings) => call<AgentAnswer>(settings, 'GET', '/api/agent', isAgent),
  createSession: (settings) => call<SessionAnswer>(settings, 'POST', '/api/sessions', isSession),
};

async function call<T>(
  { relay, token }: Settings,
  method: 'GET' | 'POST',
  path: string,
  is: (answer: unknown) => answer is T,
): Promise<ApiResult<T>> {
  let response: Response;
  try {
    response = await fetch(relay + path, {
      method,
      headers: { authorization: `Bearer ${token}` },
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch {
    return { ok: false, problem: 'unreachable' };
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok && is(answer)) return { ok: true, answer };
  return { ok: false, problem: problemIn(answer) ?? 'notARelay' };
}

function problemIn(answer: unknown): Problem | null {
  const problem = fieldsOf(answer)['problem'];
  return typeof problem === 'string' && problem in problems ? (problem as Problem) : null;
}

function isAgent(answer: unknown): answer is AgentAnswer {
  const { name, company } = fieldsOf(answer);
  return typeof name === 'string' && typeof company === 'string';
}

function isSession(answer: unknown): answer is SessionAnswer {
  const { session, securityKey, keyLifeMs, token } = fieldsOf(answer);
  return (
    typeof session === 'string' &&
    typeof securityKey === 'string' &&
    typeof keyLifeMs === 'number' &&
    typeof token === 'string'
  );
}

function fieldsOf(answer: unknown): Record<string, unknown> {
  return typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>) : {};
}
