// A host without a platform: the test is its clock, its network and its memory. For tests.
import { decode } from '../../../protocol/frame.ts';
import type { Message } from '../../../protocol/frame.ts';
import type { EndReason } from '../../../protocol/endReasons.ts';
import type { ParticipantId, SessionId } from '../../../protocol/ids.ts';
import type { Finding } from '../../../protocol/controlPlane.ts';
import type { Role } from '../../../protocol/roles.ts';
import { firstHead } from '../../../protocol/trail.ts';
import type { Link } from '../../../protocol/trail.ts';
import type { Host, Peer } from '../host.ts';
import type { SitePolicy } from '../../../protocol/sitePolicy.ts';
import type { Identity } from '../identity.ts';
import { createRoom } from '../room.ts';
import type { Room } from '../room.ts';
import { openRoom } from '../roomState.ts';
import type { RoomState } from '../roomState.ts';

export const agent = identity('agent', 'agent-1', 'Sam Carter');
export const customer = identity('customer', 'customer-1', 'Customer');
export const observer = identity('observer', 'observer-1', 'Lee');

export function identity(role: Role, id: string, name = id): Identity {
  return { role, participant: id as ParticipantId, name };
}

export interface FakePeer extends Peer {
  /** What it was sent, in order; a text as it is. */
  readonly received: (Message | string)[];
  closed: { readonly code: number; readonly reason: string } | null;
  buffered: number;
  heardMs: number;
  /** What it was sent since the last call. */
  take(): (Message | string)[];
}

export interface FakeHost {
  room: Room;
  nowMs: number;
  wakeMs: number | null;
  readonly peers: Set<FakePeer>;
  stored: RoomState | null;
  saves: number;
  readonly recorded: (EndReason | 'started')[];
  policy: SitePolicy;
  readonly matched: { readonly path: string; readonly findings: readonly Finding[] }[];
  readonly links: Link[];
  connect(who: Identity): FakePeer;
  /** The line breaks, without a word from the room. */
  drop(peer: FakePeer): void;
  /** Lets time pass, waking the room when it asked for it. */
  pass(ms: number): void;
  /** The room forgets everything and starts again from what was stored. */
  restart(keepPeers: 'keepPeers' | 'losePeers'): void;
}

export const session = 'session-1' as SessionId;
export const times = { graceMs: 120_000, silenceMs: 45_000 };
export const keyLifeMs = 600_000;

export function createFakeHost(state?: RoomState | null): FakeHost {
  const fake: FakeHost = {
    room: undefined as unknown as Room,
    nowMs: 1_000_000,
    wakeMs: null,
    peers: new Set(),
    stored: state === undefined ? openRoom(agent, 1_000_000, 1_000_000 + keyLifeMs) : state,
    saves: 0,
    recorded: [],
    policy: [],
    matched: [],
    links: [],
    connect(who) {
      const peer = createFakePeer(who, fake);
      fake.peers.add(peer);
      fake.room.join(peer);
      return peer;
    },
    drop(peer) {
      fake.peers.delete(peer);
      fake.room.leave(peer);
    },
    pass(ms) {
      const endMs = fake.nowMs + ms;
      while (fake.wakeMs !== null && fake.wakeMs <= endMs) {
        fake.nowMs = Math.max(fake.nowMs, fake.wakeMs);
        fake.wakeMs = null;
        // Whoever is still here keeps its heartbeat going, unless the test stopped it.
        for (const peer of fake.peers) if (peer.heardMs !== -Infinity) peer.heardMs = fake.nowMs;
        fake.room.wake();
      }
      fake.nowMs = endMs;
    },
    restart(keepPeers) {
      if (keepPeers === 'losePeers') fake.peers.clear();
      fake.wakeMs = null;
      fake.room = createRoom(host);
    },
  };
  const host: Host = {
    times,
    nowMs: () => fake.nowMs,
    peers: () => fake.peers,
    wakeAt: (atMs) => {
      fake.wakeMs = atMs;
    },
    trail: {
      head: () => fake.links.at(-1) ?? firstHead(session),
      told: () => Math.max(0, ...fake.links.map(({ number }) => number ?? 0)),
      add: (links) => fake.links.push(...links),
    },
    load: () => fake.stored,
    save: (next) => {
      fake.stored = next;
      fake.saves++;
    },
    policy: () => fake.policy,
    rulesMatched: (path, findings) => fake.matched.push({ path, findings }),
    started: () => fake.recorded.push('started'),
    ended: (reason) => {
      fake.stored = null;
      fake.recorded.push(reason);
    },
  };
  fake.room = createRoom(host);
  return fake;
}

function createFakePeer(who: Identity, fake: FakeHost): FakePeer {
  const peer: FakePeer = {
    ...who,
    received: [],
    closed: null,
    buffered: 0,
    heardMs: fake.nowMs,
    seenMs: () => peer.heardMs,
    isOpen: () => fake.peers.has(peer),
    send(frame) {
      if (typeof frame === 'string') {
        peer.received.push(frame);
        return;
      }
      const decoded = decode(frame);
      peer.received.push(decoded.ok ? decoded.message : `undecoded ${frame[0]}`);
    },
    close(code, reason) {
      fake.peers.delete(peer);
      peer.closed = { code, reason };
    },
    bufferedBytes: () => peer.buffered,
    take: () => peer.received.splice(0),
  };
  return peer;
}
