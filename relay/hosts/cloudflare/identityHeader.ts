// How the worker tells a room whom it has admitted: a header that it always sets itself, whatever the caller sent.
import type { Identity } from '../../room/identity.ts';

const header = 'x-alongside-identity';

/** The request as the room sees it: with the identity, and without the token, which the platform would store with the socket. */
export function admittedRequest(request: Request, identity: Identity): Request {
  const url = new URL(request.url);
  url.search = '';
  // The connection's name would be the caller's to choose otherwise.
  url.searchParams.set('_pk', crypto.randomUUID());
  const admitted = new Request(url, request);
  admitted.headers.set(header, encodeURIComponent(JSON.stringify(identity)));
  return admitted;
}

export function identityOf(request: Request): Identity | null {
  const text = request.headers.get(header);
  return text === null ? null : (JSON.parse(decodeURIComponent(text)) as Identity);
}
