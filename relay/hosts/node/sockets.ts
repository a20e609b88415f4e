// WebSocket upgrades. A refused one is accepted and closed with its code: a browser cannot read an upgrade's HTTP status.
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { closeCodes } from '../../../protocol/closeCodes.ts';
import { encode } from '../../../protocol/frame.ts';
import type { SessionId } from '../../../protocol/ids.ts';
import { limits } from '../../../protocol/limits.ts';
import type { Admission } from '../../admission/admit.ts';
import type { NodeRooms } from './nodeRooms.ts';

/** Above the largest frame, so that the room itself says what was wrong; what is larger still is never read. */
const maxPayload = limits.pageFrameBytes + 1024;

export interface Sockets {
  /** Lets every participant know that the relay goes, and that it will be back. */
  close(): void;
  /** Breaks the lines of those who have not answered. */
  terminate(): void;
}

export function attachSockets(
  server: Server,
  rooms: NodeRooms,
  judge: (room: string, query: URLSearchParams) => Promise<Admission>,
  failed: (error: unknown) => void,
): Sockets {
  const sockets = new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false });

  function greet(socket: WebSocket, room: string, admission: Admission): void {
    if (admission.type === 'admitted') {
      return rooms.connect(room as SessionId, admission.identity, socket);
    }
    const { name, endReason } = admission;
    if (endReason !== null) socket.send(encode({ kind: 'ended', reason: endReason }));
    socket.close(closeCodes[name], name);
  }

  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    // An address that is none leads to no room, and is not told to the operator: there may be a token in it.
    const address = URL.parse(request.url ?? '/', 'http://relay');
    const room = /^\/parties\/session\/([\w-]{1,64})$/.exec(address?.pathname ?? '')?.[1];
    if (address === null || room === undefined) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    const admission = await judge(room, address.searchParams);
    sockets.handleUpgrade(request, socket, head, (opened) => {
      // Broken frames and broken lines end in a close of their own.
      opened.on('error', () => {});
      greet(opened, room, admission);
    });
  }

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const broken = () => socket.destroy();
    socket.on('error', broken);
    upgrade(request, socket, head)
      .then(() => socket.off('error', broken))
      .catch((error: unknown) => {
        socket.destroy();
        failed(error);
      });
  });

  return {
    close() {
      for (const socket of sockets.clients) {
        socket.close(1012, 'relay restarts');
      }
      sockets.close();
    },
    terminate() {
      for (const socket of sockets.clients) socket.terminate();
    },
  };
}
