// The room with a host made of plain values: every rule of rooms without a socket or a clock.
import { expect, test } from 'vitest';
import type { AssetHash } from '../../protocol/asset.ts';
import { closeCodes } from '../../protocol/closeCodes.ts';
import { encode } from '../../protocol/frame.ts';
import type { Message } from '../../protocol/frame.ts';
import type { GrantId, NodeId } from '../../protocol/ids.ts';
import { DEFLATED, kinds } from '../../protocol/kinds.ts';
import type { Kind } from '../../protocol/kinds.ts';
import { limits } from '../../protocol/limits.ts';
import type { MaskedBytes } from '../../protocol/maskedBytes.ts';
import { roles } from '../../protocol/roles.ts';
import type { SitePolicy } from '../../protocol/sitePolicy.ts';
import {
  agent,
  createFakeHost,
  customer,
  identity,
  keyLifeMs,
  observer,
  times,
} from './testing/fakeHost.ts';
import type { FakeHost, FakePeer } from './testing/fakeHost.ts';
import { grantAll } from '../../protocol/testing/control.ts';

const grant = 1 as GrantId;
const ops = new Uint8Array([1, 2, 3]);
const pointer: Message = {
  kind: 'pointer',
  gone: false,
  at: { node: 7 as NodeId, x: 0.5, y: 0.25 },
};
const command: Message = {
  kind: 'command',
  number: 1,
  grant,
  action: { type: 'hover', place: { node: 7 as NodeId, x: 0, y: 0 } },
};

/** A room with both sides in it, everything said at the start taken away. */
function pair(status: 'pending' | 'active' | 'write'): FakeHost & {
  theAgent: FakePeer;
  theCustomer: FakePeer;
} {
  const host = createFakeHost();
  const theAgent = host.connect(agent);
  host.room.expect(customer);
  const theCustomer = host.connect(customer);
  const room = Object.assign(host, { theAgent, theCustomer });
  if (status !== 'pending') say(host, theCustomer, { kind: 'viewGranted' });
  if (status === 'write') say(host, theCustomer, grantAll(grant));
  theAgent.take();
  theCustomer.take();
  return room;
}

const say = (host: FakeHost, from: FakePeer, message: Message) =>
  host.room.receive(from, encode(message));
const kindsOf = (messages: readonly (Message | string)[]) =>
  messages.map((message) => (typeof message === 'string' ? message : message.kind));
const code = (kind: Kind) => new Uint8Array([kinds[kind].code]);

test('[ROOM-2] a newcomer is told where it has come to, and everybody that it has come', () => {
  const host = createFakeHost();
  const theAgent = host.connect(agent);
  expect(theAgent.take()).toEqual([
    {
      kind: 'welcome',
      self: agent.participant,
      active: false,
      write: false,
      policy: [],
      participants: [{ id: agent.participant, role: 'agent', name: 'Sam Carter', connected: true }],
    },
    {
      kind: 'presence',
      participants: [{ id: agent.participant, role: 'agent', name: 'Sam Carter', connected: true }],
    },
  ]);
  host.room.expect(customer);
  expect(theAgent.take()).toEqual([]);
  const theCustomer = host.connect(customer);
  expect(kindsOf(theCustomer.take())).toEqual(['welcome', 'presence']);
  expect(theAgent.take()).toEqual([
    {
      kind: 'presence',
      participants: [
        { id: agent.participant, role: 'agent', name: 'Sam Carter', connected: true },
        { id: customer.participant, role: 'customer', name: 'Customer', connected: true },
      ],
    },
  ]);
});

test('[ROOM-1] a kind that its role may not send closes the sender alone, for every kind and role', () => {
  for (const kind of Object.keys(kinds) as Kind[]) {
    for (const role of roles) {
      if (kinds[kind].from.includes(role)) continue;
      const host = pair('write');
      const sender =
        role === 'observer'
          ? host.connect(observer)
          : role === 'agent'
            ? host.theAgent
            : host.theCustomer;
      const others = [...host.peers].filter((peer) => peer !== sender);
      for (const peer of others) peer.take();
      host.room.receive(sender, code(kind));
      expect(sender.closed, `${role} sends ${kind}`).toEqual({
        code: closeCodes.notAllowed,
        reason: 'notAllowed',
      });
      for (const peer of others) {
        expect(peer.closed).toBeNull();
        expect(kindsOf(peer.take())).toEqual(['presence']);
      }
    }
  }
});

// What ends the session, and what is read by the relay alone, stand elsewhere.
test('[ROOM-2] a frame reaches the roles that the table names and nobody else, whatever is in it', () => {
  for (const kind of Object.keys(kinds) as Kind[]) {
    for (const role of ['customer', 'agent'] as const) {
      const { from, to } = kinds[kind];
      if (!from.includes(role) || /^(end|failed|viewDeclined|entries)$/.test(kind)) continue;
      const host = pair('write');
      const watching = host.connect(observer);
      const other = host.connect(identity('agent', 'agent-2'));
      const sender = role === 'agent' ? host.theAgent : host.theCustomer;
      const all = [host.theAgent, host.theCustomer, watching, other];
      for (const peer of all) peer.take();
      // Deflated and meaningless: the room does not look.
      host.room.receive(sender, new Uint8Array([kinds[kind].code | DEFLATED, 0xde, 0xad]));
      for (const peer of all) {
        const expected = peer !== sender && to.includes(peer.role);
        expect(peer.take(), `${kind} from ${role} to ${peer.role}`).toEqual(
          expected ? [`undecoded ${kinds[kind].code | DEFLATED}`] : [],
        );
      }
    }
  }
});

test('[ROOM-3] before the customer consents to view, nothing of the page and no interaction passes', () => {
  const host = pair('pending');
  for (const kind of Object.keys(kinds) as Kind[]) {
    const { when, from } = kinds[kind];
    if (when === 'always') continue;
    for (const sender of [host.theAgent, host.theCustomer]) {
      if (from.includes(sender.role)) host.room.receive(sender, code(kind));
    }
  }
  expect([...host.theAgent.take(), ...host.theCustomer.take()]).toEqual([]);
  expect(host.theAgent.closed ?? host.theCustomer.closed).toBeNull();

  say(host, host.theCustomer, { kind: 'viewGranted' });
  say(host, host.theCustomer, { kind: 'snapshot', sequence: 1, ops });
  say(host, host.theAgent, pointer);
  expect(kindsOf(host.theAgent.take())).toEqual(['viewGranted', 'snapshot']);
  expect(host.theCustomer.take()).toEqual([pointer]);
  // Said again after a reload, it changes nothing and is recorded once.
  say(host, host.theCustomer, { kind: 'viewGranted' });
  expect(host.recorded).toEqual(['started']);
});

test('[ROOM-4] a command passes in write mode alone', () => {
  const host = pair('active');
  say(host, host.theAgent, command);
  expect(host.theCustomer.take()).toEqual([]);
  say(host, host.theCustomer, grantAll(grant));
  say(host, host.theAgent, command);
  expect(host.theCustomer.take()).toEqual([command]);
  say(host, host.theCustomer, { kind: 'controlRevoked', reason: 'customer' });
  say(host, host.theAgent, command);
  expect(host.theCustomer.take()).toEqual([]);
  expect(host.theAgent.closed).toBeNull();
});

test('[ROOM-4] a new connection of the customer starts read-only, and so does the room when the customer is lost', () => {
  const replaced = pair('write');
  const page = replaced.connect(customer);
  expect(page.take()[0]).toMatchObject({ kind: 'welcome', active: true, write: false });
  say(replaced, replaced.theAgent, command);
  expect(page.take()).toEqual([]);
  say(replaced, page, grantAll(grant));
  say(replaced, replaced.theAgent, command);
  expect(page.take()).toEqual([command]);

  const lost = pair('write');
  lost.drop(lost.theCustomer);
  expect(lost.stored?.mode).toBe('read-only');
});

test('[ROOM-5] a newer connection of a participant supersedes the older, and nobody else sees a change', () => {
  const host = pair('active');
  const second = host.connect(agent);
  expect(host.theAgent.closed).toEqual({ code: closeCodes.superseded, reason: 'superseded' });
  host.room.leave(host.theAgent);
  expect(host.theCustomer.take()).toEqual([
    {
      kind: 'presence',
      participants: [
        expect.objectContaining({ connected: true }),
        expect.objectContaining({ connected: true }),
      ],
    },
  ]);
  // What the older one still had on its way is void.
  say(host, host.theAgent, { kind: 'end' });
  expect(second.closed).toBeNull();
  expect(host.stored).not.toBeNull();
});

test('[ROOM-6] whoever is lost may come back within the grace time', () => {
  const host = pair('active');
  host.drop(host.theCustomer);
  expect(host.theAgent.take()).toEqual([
    {
      kind: 'presence',
      participants: [
        expect.objectContaining({ role: 'agent', connected: true }),
        expect.objectContaining({ role: 'customer', connected: false }),
      ],
    },
  ]);
  host.pass(times.graceMs - 1);
  const back = host.connect(customer);
  expect(back.take()[0]).toMatchObject({ kind: 'welcome', active: true });
  host.pass(10 * times.graceMs);
  expect(host.recorded).toEqual(['started']);
});

test.each([
  ['customer', 'customerGone'],
  ['agent', 'agentGone'],
] as const)('[ROOM-6] when the %s does not come back the session ends with %s', (role, reason) => {
  const host = pair('active');
  const [gone, left] =
    role === 'customer' ? [host.theCustomer, host.theAgent] : [host.theAgent, host.theCustomer];
  host.drop(gone);
  left.take();
  host.pass(times.graceMs - 1);
  expect(left.closed).toBeNull();
  host.pass(1);
  expect(left.take()).toEqual([{ kind: 'ended', reason }]);
  expect(left.closed).toEqual({ code: closeCodes.ended, reason: 'ended' });
  expect(host.recorded).toEqual(['started', reason]);
});

test.each([
  ['customer', 'endedByCustomer'],
  ['agent', 'endedByAgent'],
  ['failing page', 'failed'],
] as const)('[ROOM-7] ended by the %s: both read %s before the close', (who, reason) => {
  const host = pair('active');
  const kind = reason === 'failed' ? 'failed' : 'end';
  say(host, who === 'agent' ? host.theAgent : host.theCustomer, { kind });
  for (const peer of [host.theCustomer, host.theAgent]) {
    expect(peer.take()).toEqual([{ kind: 'ended', reason }]);
    expect(peer.closed).toEqual({ code: closeCodes.ended, reason: 'ended' });
  }
  expect(host.recorded).toEqual(['started', reason]);
  expect(host.wakeMs).toBeNull();
  // Whoever comes now learns the reason too.
  const late = host.connect(customer);
  expect(late.take()).toEqual([{ kind: 'ended', reason }]);
  expect(late.closed?.code).toBe(closeCodes.ended);
});

test('[ROOM-7] a customer who declines to be viewed ends the session, and the agent reads why', () => {
  const host = pair('pending');
  say(host, host.theCustomer, { kind: 'viewDeclined' });
  expect(host.theAgent.take()).toEqual([
    { kind: 'viewDeclined' },
    { kind: 'ended', reason: 'viewDeclined' },
  ]);
  expect(host.recorded).toEqual(['viewDeclined']);
});

test('[ROOM-8] a session whose key nobody redeems ends when the key expires', () => {
  const host = createFakeHost();
  const theAgent = host.connect(agent);
  theAgent.take();
  host.pass(keyLifeMs - 1);
  expect(theAgent.closed).toBeNull();
  host.pass(1);
  expect(theAgent.take()).toEqual([{ kind: 'ended', reason: 'keyExpired' }]);
});

test('[ROOM-8] a key redeemed in its last moment leaves the grace time to come in', () => {
  const host = createFakeHost();
  host.connect(agent);
  host.pass(keyLifeMs - 1);
  host.room.expect(customer);
  host.pass(times.graceMs - 1);
  expect(host.connect(customer).closed).toBeNull();

  const nobody = createFakeHost();
  nobody.connect(agent);
  nobody.room.expect(customer);
  nobody.pass(times.graceMs);
  expect(nobody.recorded).toEqual(['customerGone']);
});

test('[ROOM-9] what is malformed, too large or too much closes its sender alone, with its own code', () => {
  const tooLarge = new Uint8Array(limits.smallFrameBytes + 1);
  tooLarge[0] = kinds.pointer.code;
  const tooLargePage = new Uint8Array(limits.pageFrameBytes + 1);
  tooLargePage[0] = kinds.snapshot.code;
  const cases: [Uint8Array | string, keyof typeof closeCodes][] = [
    [new Uint8Array(), 'malformedFrame'],
    [new Uint8Array([0x7f]), 'malformedFrame'],
    [new Uint8Array([0xff]), 'malformedFrame'],
    ['hello', 'malformedFrame'],
    ['pong', 'malformedFrame'],
    [tooLarge, 'frameTooLarge'],
    [tooLargePage, 'frameTooLarge'],
  ];
  for (const [frame, name] of cases) {
    const host = pair('active');
    host.room.receive(host.theCustomer, frame);
    expect(host.theCustomer.closed).toEqual({ code: closeCodes[name], reason: name });
    expect(kindsOf(host.theAgent.take())).toEqual(['presence']);
    expect(host.theAgent.closed).toBeNull();
  }
  const atTheLimit = pair('active');
  atTheLimit.room.receive(atTheLimit.theCustomer, tooLargePage.subarray(0, limits.pageFrameBytes));
  expect(atTheLimit.theCustomer.closed).toBeNull();
});

test('[ROOM-9] a burst is let through, more than that closes the connection with tooManyFrames', () => {
  const host = pair('active');
  for (let sent = 0; sent < limits.framesBurst - 1; sent++) say(host, host.theAgent, pointer);
  host.nowMs += 1000;
  for (let sent = 0; sent < limits.framesPerSecond; sent++) say(host, host.theAgent, pointer);
  expect(host.theAgent.closed).toBeNull();
  for (let sent = 0; sent < 3; sent++) say(host, host.theAgent, pointer);
  expect(host.theAgent.closed).toEqual({ code: closeCodes.tooManyFrames, reason: 'tooManyFrames' });
  expect(host.theCustomer.closed).toBeNull();
});

test('[ROOM-10] a slow participant loses page frames alone, and a snapshot is asked for once it has caught up', () => {
  const host = pair('active');
  const watching = host.connect(observer);
  host.theCustomer.take();
  host.theAgent.take();
  host.theAgent.buffered = limits.bufferedBytes + 1;
  watching.take();
  say(host, host.theCustomer, { kind: 'batch', sequence: 2, ops });
  say(host, host.theCustomer, pointer);
  expect(kindsOf(host.theAgent.take())).toEqual(['pointer']);
  expect(kindsOf(watching.take())).toEqual(['batch', 'pointer']);

  host.pass(1000);
  expect(host.theCustomer.take()).toEqual([]);
  host.theAgent.buffered = 0;
  say(host, host.theCustomer, { kind: 'batch', sequence: 3, ops });
  expect(host.theAgent.take()).toEqual([]);
  host.pass(1000);
  expect(host.theCustomer.take()).toEqual([{ kind: 'resync' }]);
  say(host, host.theCustomer, { kind: 'snapshot', sequence: 4, ops });
  say(host, host.theCustomer, { kind: 'batch', sequence: 5, ops });
  expect(kindsOf(host.theAgent.take())).toEqual(['snapshot', 'batch']);
  host.pass(60_000);
  expect(host.theCustomer.take()).toEqual([]);
});

test('[ASSET-9] a slow participant gets no assets meanwhile, and no snapshot is asked for because of them', () => {
  const host = pair('active');
  const asset = (part: number): Message => ({
    kind: 'asset',
    hash: '00' as AssetHash,
    type: 'image/png',
    size: 3,
    part,
    bytes: ops as MaskedBytes,
  });
  host.theCustomer.take();
  host.theAgent.take();
  host.theAgent.buffered = limits.bufferedBytes + 1;
  say(host, host.theCustomer, asset(0));
  expect(host.theAgent.take()).toEqual([]);
  host.theAgent.buffered = 0;
  host.pass(60_000);
  expect(host.theCustomer.take()).toEqual([]);
  say(host, host.theCustomer, asset(1));
  expect(kindsOf(host.theAgent.take())).toEqual(['asset']);
});

test('[ROOM-10] a participant that does not read at all is hung up, and may come back', () => {
  const host = pair('active');
  host.theAgent.buffered = 4 * limits.bufferedBytes + 1;
  say(host, host.theCustomer, pointer);
  expect(host.theAgent.closed).toEqual({ code: 4000, reason: 'slow' });
  expect(kindsOf(host.theCustomer.take())).toEqual(['presence']);
  expect(host.connect(agent).closed).toBeNull();
});

test('[ROOM-11] a connection without a heartbeat counts as lost, one with it does not', () => {
  const host = pair('active');
  host.theCustomer.heardMs = -Infinity;
  host.pass(times.silenceMs);
  expect(host.theCustomer.closed).toEqual({ code: 4000, reason: 'silent' });
  expect(host.theAgent.closed).toBeNull();
  expect(host.theAgent.take()).toMatchObject([
    { kind: 'presence', participants: [{ connected: true }, { connected: false }] },
  ]);
});

test('[ROOM-11] a heartbeat is answered', () => {
  const host = pair('pending');
  host.room.receive(host.theAgent, 'ping');
  expect(host.theAgent.take()).toEqual(['pong']);
});

test('[ROOM-12] a room restored while its connections last goes on as it was', () => {
  const host = pair('write');
  const before = structuredClone(host.stored);
  host.restart('keepPeers');
  expect(host.stored).toEqual(before);
  say(host, host.theAgent, command);
  expect(host.theCustomer.take()).toEqual([command]);
  expect(host.wakeMs).not.toBeNull();
});

test('[ROOM-12] after a restart that broke every connection the grace time runs anew, and consent is kept', () => {
  const host = pair('write');
  host.stored = JSON.parse(JSON.stringify(host.stored));
  host.nowMs += 10 * times.graceMs;
  host.restart('losePeers');
  host.pass(times.graceMs - 1);
  expect(host.connect(agent).take()[0]).toMatchObject({ active: true, write: false });
  expect(host.connect(customer).closed).toBeNull();

  const deserted = pair('active');
  deserted.restart('losePeers');
  deserted.pass(times.graceMs);
  expect(deserted.recorded.at(-1)).toBe('customerGone');
});

test('[ROOM-12] nothing is stored on the way of a frame', () => {
  const host = pair('write');
  const saves = host.saves;
  say(host, host.theCustomer, { kind: 'batch', sequence: 2, ops });
  say(host, host.theAgent, command);
  say(host, host.theAgent, pointer);
  say(host, host.theCustomer, { kind: 'viewGranted' });
  expect(host.saves).toBe(saves);
});

test('[ROOM-13] one customer, and no more participants than there is place for', () => {
  const host = pair('active');
  expect(host.connect(identity('customer', 'customer-2')).closed?.reason).toBe('roomFull');
  for (let count = 2; count < limits.participantsPerRoom; count++) {
    expect(host.connect(identity('observer', `observer-${count}`)).closed).toBeNull();
  }
  expect(host.connect(identity('observer', 'one-too-many')).closed?.reason).toBe('roomFull');
  // Who is here already may always come again, and an observer who leaves makes place.
  expect(host.connect(agent).closed).toBeNull();
  host.drop([...host.peers].find(({ role }) => role === 'observer')!);
  expect(host.connect(identity('observer', 'another')).closed).toBeNull();
});

test('a room that was never opened lets nobody in', () => {
  const host = createFakeHost(null);
  expect(host.connect(agent).closed).toEqual({
    code: closeCodes.unknownRoom,
    reason: 'unknownRoom',
  });
});

test('a session ended from outside ends like any other', () => {
  const host = pair('active');
  host.room.end('conversationEnded');
  expect(host.theAgent.take()).toEqual([{ kind: 'ended', reason: 'conversationEnded' }]);
  expect(host.theCustomer.closed?.code).toBe(closeCodes.ended);
  host.room.end('inactivity');
  expect(host.recorded).toEqual(['started', 'conversationEnded']);
});

const someRule: SitePolicy[number] = {
  name: 'Cards',
  paths: [],
  mask: ['#card'],
  unmask: [],
  block: [],
  lock: [],
  maskByDefault: false,
  pause: '',
  deny: [],
  confirm: [],
};

test('[POLICY-3] whoever comes is told the policy, and whoever is there that it has changed', () => {
  const host = pair('active');
  host.policy = [someRule];
  const watching = host.connect(observer);
  expect(watching.take()[0]).toMatchObject({ kind: 'welcome', policy: [someRule] });
  for (const peer of host.peers) peer.take();
  host.policy = [];
  host.room.policyChanged();
  for (const peer of host.peers)
    expect(peer.take()).toEqual([{ kind: 'policyChanged', policy: [] }]);
});

test('[DRIFT-1] what the customer’s page found of the rules is for the relay alone, and nothing but that is read', () => {
  const host = pair('active');
  const found = {
    path: '/checkout',
    findings: [{ rule: 'Cards', selector: '#card', found: 'missed' as const }],
  };
  host.theAgent.take();
  host.room.receive(host.theCustomer, encode({ kind: 'ruleMatches', ...found }));
  host.room.receive(host.theCustomer, new Uint8Array([kinds.ruleMatches.code, 0xff]));
  expect(host.matched).toEqual([found]);
  expect(host.theAgent.take()).toEqual([]);
  expect(host.theCustomer.isOpen()).toBe(true);
});
