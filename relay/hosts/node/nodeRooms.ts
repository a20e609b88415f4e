// The rooms of this process: gives each room core its peers, its time, its wake-up and its row in the data file.
import type { WebSocket } from 'ws';
import type { SessionId } from '../../../protocol/ids.ts';
import type { Rooms } from '../../http/context.ts';
import type { SitePolicy } from '../../../protocol/sitePolicy.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { noteMatches } from '../../policy/noteMatches.ts';
import type { TrailStore } from '../../ledger/trailStore.ts';
import type { Host, Peer, Times } from '../../room/host.ts';
import type { Identity } from '../../room/identity.ts';
import { createRoom } from '../../room/room.ts';
import type { Room } from '../../room/room.ts';
import { openRoom } from '../../room/roomState.ts';
import type { Clock } from './clock.ts';
import { createPeer } from './peer.ts';
import type { RoomStore } from './roomStore.ts';

interface Parts {
  readonly store: RoomStore;
  readonly ledger: Ledger;
  readonly trails: TrailStore;
  readonly clock: Clock;
  readonly times: Times;
  policy(): SitePolicy;
}

export interface NodeRooms extends Rooms {
  connect(session: SessionId, identity: Identity, socket: WebSocket): void;
  /** Tells every session that is live. */
  policyChanged(): void;
  /** Lets go of every room without ending a session: it goes on when the relay is back. */
  close(): void;
}

export function createNodeRooms({ store, ledger, trails, clock, times, policy }: Parts): NodeRooms {
  const entries = new Map<SessionId, { room: Room; peers: Set<Peer>; sleep: () => void }>();
  let closed = false;

  function enter(session: SessionId) {
    const known = entries.get(session);
    if (known) return known;
    const peers = new Set<Peer>();
    let callOff: (() => void) | null = null;
    const sleep = () => {
      callOff?.();
      callOff = null;
    };
    const host: Host = {
      times,
      nowMs: clock.nowMs,
      peers: () => peers,
      wakeAt(atMs) {
        sleep();
        if (atMs !== null) callOff = clock.at(atMs, () => room.wake());
      },
      trail: {
        head: () => trails.head(session),
        told: () => trails.told(session),
        add: (links) => trails.add(session, links),
      },
      load: () => store.load(session),
      save: (state) => store.save(session, state),
      policy,
      rulesMatched: (path, findings) =>
        noteMatches(ledger, policy(), path, findings, clock.nowMs()),
      started: () => ledger.sessionStarted(session, clock.nowMs()),
      ended(reason) {
        store.remove(session);
        ledger.sessionEnded(session, reason, clock.nowMs());
        entries.delete(session);
      },
    };
    const room = createRoom(host);
    const entry = { room, peers, sleep };
    entries.set(session, entry);
    return entry;
  }

  // A session that was live before a restart goes on waiting for its participants, or ends when none comes.
  for (const session of store.sessions()) enter(session);

  return {
    open(session, agent, keyExpiresAtMs) {
      store.save(session, openRoom(agent, clock.nowMs(), keyExpiresAtMs));
      enter(session);
    },
    expect: (session, customer) => enter(session).room.expect(customer),
    connect(session, identity, socket) {
      const { room, peers } = enter(session);
      const peer = createPeer(identity, socket, clock, peers);
      room.join(peer);
      socket.on('message', (data: Buffer, isBinary: boolean) => {
        if (closed) return;
        peer.heard();
        room.receive(peer, isBinary ? data : data.toString());
      });
      socket.on('close', () => {
        if (closed) return;
        peers.delete(peer);
        room.leave(peer);
        if (peers.size === 0 && store.load(session) === null) entries.delete(session);
      });
    },
    policyChanged() {
      for (const { room } of entries.values()) room.policyChanged();
    },
    close() {
      closed = true;
      for (const { sleep } of entries.values()) sleep();
    },
  };
}
