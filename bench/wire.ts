// The far end of the line: takes whatever a recorder sends, and acknowledges what is ours as a viewer would.
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inflateRawSync } from 'node:zlib';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { decode, encode } from '../protocol/frame.ts';
import { DEFLATED } from '../protocol/kinds.ts';
import { createOpenReplayEnd } from './openReplayEnd.ts';
import type { OpenReplayEnd } from './openReplayEnd.ts';

export interface Wire {
  readonly origin: string;
  /** What has come in since the last `take`, in order: ours as frames, others' as they sent it. */
  readonly received: Buffer[];
  readonly openReplay: OpenReplayEnd;
  take(): Buffer[];
  close(): Promise<void>;
}

/** `answer` serves pages and whatever else is asked for by HTTP. */
export async function openWire(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Wire> {
  const received: Buffer[] = [];
  const openReplay = createOpenReplayEnd(received);
  const server = createServer((request, response) => {
    if (!openReplay.answer(request, response)) answer(request, response);
  });
  const sockets = new WebSocketServer({ server, maxPayload: 1 << 28, perMessageDeflate: false });
  sockets.on('connection', (socket, request) => {
    if (request.url?.includes('/ws-assist/')) return openReplay.join(socket);
    const isOurs = request.url?.startsWith('/ours') === true;
    socket.on('message', (data: Buffer, isBinary) => {
      if (isOurs && !isBinary) return socket.send('pong');
      received.push(data);
      if (isOurs) acknowledge(socket, data);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    received,
    openReplay,
    take: () => received.splice(0),
    async close() {
      for (const client of sockets.clients) client.terminate();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
}

/** The frame as it was before it was deflated. */
export function inflated(wire: Uint8Array): Uint8Array {
  const first = wire[0] ?? 0;
  if ((first & DEFLATED) === 0) return wire;
  return Buffer.concat([Uint8Array.of(first & ~DEFLATED), inflateRawSync(wire.subarray(1))]);
}

function acknowledge(socket: WebSocket, wire: Uint8Array): void {
  const decoded = decode(inflated(wire));
  if (!decoded.ok) throw new Error(`a frame of ours cannot be read: ${decoded.problem}`);
  const { message } = decoded;
  if (message.kind === 'snapshot' || message.kind === 'batch')
    socket.send(encode({ kind: 'ack', sequence: message.sequence }));
}
