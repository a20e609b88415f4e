// A room's view of one `ws` socket.
import type { WebSocket } from 'ws';
import type { Peer } from '../../room/host.ts';
import type { Identity } from '../../room/identity.ts';
import type { Clock } from './clock.ts';

export interface NodePeer extends Peer {
  heard(): void;
}

/** Adds itself to `peers`, and leaves it the moment the room closes it. */
export function createPeer(
  identity: Identity,
  socket: WebSocket,
  clock: Clock,
  peers: Set<Peer>,
): NodePeer {
  let seenMs = clock.nowMs();
  const peer: NodePeer = {
    ...identity,
    heard: () => {
      seenMs = clock.nowMs();
    },
    seenMs: () => seenMs,
    isOpen: () => peers.has(peer),
    send(frame) {
      if (socket.readyState === socket.OPEN) socket.send(frame);
    },
    close(code, reason) {
      peers.delete(peer);
      socket.close(code, reason);
    },
    bufferedBytes: () => socket.bufferedAmount,
  };
  peers.add(peer);
  return peer;
}
