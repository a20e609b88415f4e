// The room's view of an object's sockets. Who a socket speaks for lies in its attachment, which survives hibernation.
import type { Connection } from 'partyserver';
import type { Peer } from '../../room/host.ts';
import type { Identity } from '../../room/identity.ts';

export interface Attached {
  readonly identity: Identity;
  readonly connectedMs: number;
}

export interface ObjectPeer extends Peer {
  heard(): void;
  gone(): void;
}

type OneConnection = Connection<Attached>;

export function createPeers(ctx: DurableObjectState, connections: () => Iterable<OneConnection>) {
  // One peer per socket for as long as the object is awake: the room keeps things by it.
  const known = new WeakMap<OneConnection, ObjectPeer>();

  function of(connection: OneConnection): ObjectPeer | null {
    const before = known.get(connection);
    if (before) return before;
    const attached = connection.state as Attached | null;
    if (attached === null) return null;
    const peer = createPeer(connection, attached, ctx);
    known.set(connection, peer);
    return peer;
  }

  return {
    /** Null for a socket that was never admitted. */
    of,
    *all(): Iterable<Peer> {
      for (const connection of connections()) {
        const peer = of(connection);
        if (peer?.isOpen()) yield peer;
      }
    },
  };
}

function createPeer(
  connection: OneConnection,
  { identity, connectedMs }: Attached,
  ctx: DurableObjectState,
): ObjectPeer {
  let heardMs = connectedMs;
  let open = true;
  return {
    ...identity,
    heard: () => {
      heardMs = Date.now();
    },
    gone: () => {
      open = false;
    },
    seenMs: () =>
      Math.max(heardMs, ctx.getWebSocketAutoResponseTimestamp(connection)?.getTime() ?? 0),
    isOpen: () => open,
    send(frame) {
      try {
        connection.send(frame);
      } catch {
        // Its line broke a moment ago: onClose follows.
        open = false;
      }
    },
    close(code, reason) {
      open = false;
      connection.close(code, reason);
    },
    // The platform does not tell what is still on its way.
    bufferedBytes: () => 0,
  };
}
