// Node's HTTP server in front of a fetch handler.
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { BODY_MAX_BYTES } from '../../http/readJson.ts';
import { refusal } from '../../http/answers.ts';

export type Answer = (request: Request, address: string) => Promise<Response>;

export function createHttpServer(
  answer: Answer,
  trustProxy: boolean,
  failed: (error: unknown) => void,
): Server {
  return createServer((incoming, outgoing) => {
    serve(incoming, outgoing, answer, trustProxy).catch((error: unknown) => {
      // A caller who hangs up in the middle is no failure of ours, and may not fill the operator's log.
      if (!incoming.destroyed) failed(error);
      outgoing.destroy();
    });
  });
}

async function serve(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: Answer,
  trustProxy: boolean,
): Promise<void> {
  const request = await toRequest(incoming);
  const response =
    request === null
      ? refusal('badRequest')
      : await answer(request, addressOf(incoming, trustProxy));
  // A body that was too long is not read to its end: the connection cannot be used again.
  if (!incoming.complete) response.headers.set('connection', 'close');
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(response.body ? new Uint8Array(await response.arrayBuffer()) : undefined);
}

/** The request with as much of its body as could be allowed, and one byte more where there is one. */
async function toRequest(incoming: IncomingMessage): Promise<Request | null> {
  const method = incoming.method ?? 'GET';
  const body = method === 'GET' || method === 'HEAD' ? null : await readBody(incoming);
  try {
    const headers = new Headers();
    for (const [name, values] of Object.entries(incoming.headersDistinct)) {
      for (const value of values ?? []) headers.append(name, value);
    }
    return new Request(new URL(incoming.url ?? '/', 'http://relay'), { method, headers, body });
  } catch {
    // An address or method that fetch's own types refuse.
    return null;
  }
}

async function readBody(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (bytes > BODY_MAX_BYTES) break;
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** Behind a proxy, the last address of the list is the one that the proxy itself saw. */
function addressOf(incoming: IncomingMessage, trustProxy: boolean): string {
  const forwarded = incoming.headersDistinct['x-forwarded-for']
    ?.join(',')
    .split(',')
    .at(-1)
    ?.trim();
  return (trustProxy && forwarded) || (incoming.socket.remoteAddress ?? '');
}
