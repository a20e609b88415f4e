// One session's meeting point: lets participants in, routes their frames by the table of kinds, and ends.
// Every decision is one of the pure functions beside it; here they meet the host.
import { closeCodes } from '../../protocol/closeCodes.ts';
import type { CloseName } from '../../protocol/closeCodes.ts';
import type { EndReason } from '../../protocol/endReasons.ts';
import { decodeEntries } from '../../protocol/entries.ts';
import { decode, encode } from '../../protocol/frame.ts';
import { kinds } from '../../protocol/kinds.ts';
import type { Kind } from '../../protocol/kinds.ts';
import type { Mode } from '../../protocol/roles.ts';
import { createConnections } from './connections.ts';
import { nextDeadline } from './deadlines.ts';
import type { Host, Peer } from './host.ts';
import type { Identity } from './identity.ts';
import { judgeFrame } from './judgeFrame.ts';
import { expect, hasPlaceFor, join, lose, participantsOf, reconcile } from './members.ts';
import type { RoomState } from './roomState.ts';
import { comingsAndGoings, createTrail } from './trail.ts';

export type Room = ReturnType<typeof createRoom>;

/** Not final: the participant comes back by itself. */
const LINE_LOST = 4000;

export function createRoom(host: Host) {
  let state = host.load();
  let endReason: EndReason | null = null;
  const connections = createConnections(host);
  const trail = createTrail(host);

  function change(next: RoomState): void {
    if (next === state) return;
    if (state !== null) trail.write(...comingsAndGoings(state, next));
    state = next;
    host.save(next);
    arm();
  }

  function arm(): void {
    if (state === null) return;
    const deadlineMs = nextDeadline(state, host.times)?.atMs ?? Infinity;
    const soonestMs = Math.min(deadlineMs, connections.nextCheckMs() ?? Infinity);
    host.wakeAt(soonestMs === Infinity ? null : soonestMs);
  }

  function refuse(peer: Peer, name: CloseName): void {
    peer.close(closeCodes[name], name);
  }

  function announce(): void {
    if (state === null) return;
    const frame = encode({ kind: 'presence', participants: participantsOf(state) });
    for (const peer of host.peers()) peer.send(frame);
  }

  /** A connection is gone, whoever closed it. */
  function leave(peer: Peer): void {
    if (state === null) return;
    for (const other of host.peers()) {
      if (other !== peer && other.participant === peer.participant) return;
    }
    const before = state;
    change(lose(state, peer.participant, host.nowMs()));
    if (state !== before) announce();
  }

  function hangUp(peer: Peer, why: string): void {
    peer.close(LINE_LOST, why);
    leave(peer);
  }

  function finish(reason: EndReason): void {
    if (state === null) return;
    endReason = reason;
    state = null;
    trail.end(reason);
    tellHead();
    const farewell = encode({ kind: 'ended', reason });
    for (const peer of host.peers()) {
      // The farewell is a message of its own: a close frame may be held back, and its reason is cut at 123 bytes.
      peer.send(farewell);
      refuse(peer, 'ended');
    }
    host.wakeAt(null);
    host.ended(reason);
  }

  /** The customer's page keeps it for the receipt. */
  function tellHead(): void {
    const head = trail.headMessage();
    if (head === null) return;
    for (const peer of host.peers()) if (peer.role === 'customer') peer.send(encode(head));
  }

  /** What the customer's page tells for the trail: the one payload of a participant's that the relay reads. */
  function hear(frame: Uint8Array, from: Peer): void {
    const entries = decodeEntries(frame.subarray(1));
    if (entries === null || frame[0] !== kinds.entries.code) {
      refuse(from, 'malformedFrame');
      return leave(from);
    }
    trail.hear(entries);
    tellHead();
  }

  /** What a passed frame changes in the room itself. */
  function heed(kind: Kind, from: Peer, frame: Uint8Array): void {
    if (state === null) return;
    switch (kind) {
      case 'entries':
        return hear(frame, from);
      case 'end':
        return finish(from.role === 'customer' ? 'endedByCustomer' : 'endedByAgent');
      case 'failed':
        return finish('failed');
      case 'viewDeclined':
        return finish('viewDeclined');
      case 'viewGranted':
        if (state.status === 'active') return;
        change({ ...state, status: 'active' });
        trail.write({ kind: 'viewGranted' });
        return host.started();
      case 'controlGranted':
        return setMode('write');
      case 'controlRevoked':
        return setMode('read-only');
      case 'ruleMatches':
        return note(frame);
    }
  }

  /** The one payload that is meant for the relay itself. */
  function note(frame: Uint8Array): void {
    const decoded = decode(frame);
    if (decoded.ok && decoded.message.kind === 'ruleMatches')
      host.rulesMatched(decoded.message.path, decoded.message.findings);
  }

  function setMode(mode: Mode): void {
    if (state !== null && state.mode !== mode) change({ ...state, mode });
  }

  function pass(kind: Kind, frame: Uint8Array, from: Peer): void {
    const { to } = kinds[kind];
    for (const peer of host.peers()) {
      if (peer === from || !to.includes(peer.role)) continue;
      const delivery = connections.deliver(peer, kind, frame);
      if (delivery === 'fellBehind') arm();
      if (delivery === 'hopeless') hangUp(peer, 'slow');
    }
  }

  if (state !== null) {
    if (trail.isNew())
      trail.write({
        kind: 'created',
        agent: state.members.find(({ role }) => role === 'agent')?.name ?? '',
      });
    const present = new Set([...host.peers()].map(({ participant }) => participant));
    change(reconcile(state, present, host.nowMs()));
    arm();
  }

  return {
    /** A customer redeemed the security key and is on the way. False when the session is over. */
    expect(customer: Identity): boolean {
      if (state === null) return false;
      change(expect(state, customer, host.nowMs()));
      return true;
    },

    /** `peer` is among the host's peers already. */
    join(peer: Peer): void {
      if (endReason !== null) {
        peer.send(encode({ kind: 'ended', reason: endReason }));
        return refuse(peer, 'ended');
      }
      if (state === null) return refuse(peer, 'unknownRoom');
      if (!hasPlaceFor(state, peer)) return refuse(peer, 'roomFull');
      for (const other of host.peers()) {
        if (other !== peer && other.participant === peer.participant) refuse(other, 'superseded');
      }
      change(join(state, peer));
      arm();
      peer.send(
        encode({
          kind: 'welcome',
          self: peer.participant,
          active: state.status === 'active',
          write: state.mode === 'write',
          participants: participantsOf(state),
          policy: host.policy(),
        }),
      );
      announce();
    },

    receive(peer: Peer, frame: Uint8Array | string): void {
      // A connection that was closed may still have had frames on the way.
      if (state === null || !peer.isOpen()) return;
      const verdict = connections.mayReceive(peer)
        ? judgeFrame(peer.role, frame, state)
        : ({ type: 'close', name: 'tooManyFrames' } as const);
      switch (verdict.type) {
        case 'close':
          refuse(peer, verdict.name);
          return leave(peer);
        case 'pong':
          return peer.send('pong');
        case 'drop':
          return;
        case 'pass':
          pass(verdict.kind, frame as Uint8Array, peer);
          heed(verdict.kind, peer, frame as Uint8Array);
      }
    },

    leave,

    /** The host has another policy from now on. */
    policyChanged(): void {
      if (state === null) return;
      const changed = encode({ kind: 'policyChanged', policy: host.policy() });
      for (const peer of host.peers()) peer.send(changed);
    },

    /** The wake-up that was asked for, or any other: it does what is due and asks for the next. */
    wake(): void {
      if (state === null) return;
      const deadline = nextDeadline(state, host.times);
      if (deadline && deadline.atMs <= host.nowMs()) return finish(deadline.reason);
      for (const peer of connections.silent()) {
        hangUp(peer, 'silent');
      }
      connections.catchUp();
      arm();
    },

    /** Ends the session from outside: the ledger, an administrator, the conversation. */
    end: finish,
  };
}
