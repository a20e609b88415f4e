// The session bundle: what a page fetches when somebody asks for help, or when a session goes on.
import { createSession } from './session/createSession.ts';
import type { SessionBundle } from './surface.ts';

export const attach: SessionBundle['attach'] = createSession;

export const join: SessionBundle['join'] = async (offer, page) =>
  (await import('./frames/createFramed.ts')).createFramed(offer, page);
