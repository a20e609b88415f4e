// `GET /api/sessions/ID/trail`, for the administrator: a session's entries, chained, and what of the chain does not hold together.
import type { SessionId } from '../../protocol/ids.ts';
import { verifyTrail } from '../../protocol/trail.ts';
import type { Head, Link, TrailProblem } from '../../protocol/trail.ts';
import { json, refusal } from './answers.ts';
import type { HttpContext } from './context.ts';
import { isAdministrator } from './isAdministrator.ts';

export interface TrailAnswer {
  readonly session: SessionId;
  /** As it was recorded beside the entries. */
  readonly head: Head | null;
  readonly entries: readonly Link[];
  readonly problems: readonly TrailProblem[];
}

export const trailPath = (session: string) => `/api/sessions/${encodeURIComponent(session)}/trail`;

/** The session that the path asks the trail of; null for any other path. */
export const trailSessionIn = (path: string): SessionId | null =>
  (/^\/api\/sessions\/([\w-]+)\/trail$/.exec(path)?.[1] as SessionId | undefined) ?? null;

export async function trailApi(
  context: HttpContext,
  request: Request,
  session: SessionId,
): Promise<Response> {
  if (!(await isAdministrator(context, request))) return refusal('signInNeeded');
  if (request.method !== 'GET') return refusal('methodNotAllowed');
  if (context.ledger.session(session) === null) return refusal('notFound');
  const head = context.trails.recordedHead(session);
  const entries = context.trails.links(session);
  const problems = verifyTrail(session, entries, head ? [head] : []);
  const answer: TrailAnswer = { session, head, entries, problems };
  return json(200, answer);
}
