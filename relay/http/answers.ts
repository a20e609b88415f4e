// The relay's answers over HTTP. Any origin may read them: no cookie is ever used, a bearer token alone gives rights.
import { problems } from '../../protocol/api.ts';
import type { Problem, ProblemAnswer } from '../../protocol/api.ts';

export const openToAll = { 'access-control-allow-origin': '*' } as const;

export function json(status: number, body: object, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      ...openToAll,
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  });
}

export function refusal(problem: Problem, retryAfterMs?: number): Response {
  const body: ProblemAnswer = retryAfterMs === undefined ? { problem } : { problem, retryAfterMs };
  const headers =
    retryAfterMs === undefined
      ? undefined
      : { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) };
  return json(problems[problem], body, headers);
}

export function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...openToAll,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-max-age': '86400',
    },
  });
}
