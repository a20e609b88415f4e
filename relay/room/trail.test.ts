// The room's half of the trail, with a host made of plain values.
import { expect, test } from 'vitest';
import { encodeEntries } from '../../protocol/entries.ts';
import type { Entry } from '../../protocol/entry.ts';
import { encode } from '../../protocol/frame.ts';
import type { Message } from '../../protocol/frame.ts';
import type { MaskedText } from '../../protocol/maskedText.ts';
import { limits } from '../../protocol/limits.ts';
import { verifyTrail } from '../../protocol/trail.ts';
import { agent, createFakeHost, customer, observer, session, times } from './testing/fakeHost.ts';
import type { FakeHost, FakePeer } from './testing/fakeHost.ts';

const page = (title: string): Entry => ({
  kind: 'page',
  address: 'https://shop.example/' as MaskedText,
  title: title as MaskedText,
});
const say = (host: FakeHost, from: FakePeer, message: Message) =>
  host.room.receive(from, encode(message));
const tell = (host: FakeHost, from: FakePeer, ...entries: [number, Entry][]) =>
  say(host, from, {
    kind: 'entries',
    entries: encodeEntries(entries.map(([number, entry]) => ({ number, entry }))),
  });
const kindsOf = ({ links }: FakeHost) => links.map(({ kind }) => kind);
const expectWhole = ({ links }: FakeHost) =>
  expect(verifyTrail(session, links, [links.at(-1)!])).toEqual([]);

function pair() {
  const host = createFakeHost();
  const theAgent = host.connect(agent);
  host.room.expect(customer);
  const theCustomer = host.connect(customer);
  say(host, theCustomer, { kind: 'viewGranted' });
  theCustomer.take();
  return Object.assign(host, { theAgent, theCustomer });
}

test('[TRAIL-2] the relay writes who came, who left, the consent and the end, by its own clock', () => {
  const host = pair();
  host.pass(1000);
  const watcher = host.connect(observer);
  host.drop(watcher);
  say(host, host.theCustomer, { kind: 'viewGranted' });
  say(host, host.theAgent, { kind: 'end' });
  expect(host.links.map(({ kind, detail, number }) => [kind, JSON.parse(detail), number])).toEqual([
    ['created', { agent: 'Sam Carter' }, null],
    ['joined', { role: 'agent', name: 'Sam Carter' }, null],
    ['joined', { role: 'customer', name: 'Customer' }, null],
    ['viewGranted', {}, null],
    ['joined', { role: 'observer', name: 'Lee' }, null],
    ['left', { role: 'observer', name: 'Lee' }, null],
    ['ended', { reason: 'endedByAgent' }, null],
  ]);
  expect(host.links.map(({ atMs }) => atMs - 1_000_000)).toEqual([0, 0, 0, 0, 1000, 1000, 1000]);
  expectWhole(host);
});

test('[TRAIL-2] a newer connection of the same participant is no coming and no going', () => {
  const host = pair();
  const before = host.links.length;
  host.connect(agent);
  expect(host.links.length).toBe(before);
});

test('[TRAIL-3] what the customer’s page tells is kept in its place, once, and nobody else receives it', () => {
  const host = pair();
  host.theAgent.take();
  tell(host, host.theCustomer, [2, page('One')], [3, { kind: 'resumed' }]);
  const links = host.links.slice(-2);
  expect(links.map(({ kind, number }) => [kind, number])).toEqual([
    ['page', 2],
    ['resumed', 3],
  ]);
  const { position, hash } = links[1]!;
  expect(host.theCustomer.take()).toEqual([{ kind: 'trailHead', told: 3, position, hash }]);
  // Sent again after a lost connection, with one more.
  tell(host, host.theCustomer, [2, page('Another')], [3, page('Another')], [4, page('Two')]);
  expect(kindsOf(host).slice(-3)).toEqual(['page', 'resumed', 'page']);
  expect(host.theAgent.take()).toEqual([]);
  expectWhole(host);
});

test('[TRAIL-3] the customer’s page cannot write what the relay knows better', () => {
  const host = pair();
  const before = kindsOf(host);
  tell(
    host,
    host.theCustomer,
    [1, { kind: 'ended', reason: 'endedByAgent' }],
    [2, { kind: 'joined', role: 'agent', name: 'Nobody' }],
    [3, { kind: 'created', agent: 'Nobody' }],
    [4, { kind: 'viewGranted' }],
    [5, { kind: 'full' }],
  );
  expect(kindsOf(host)).toEqual(before);
});

test('[TRAIL-3] entries before consent are not kept', () => {
  const host = createFakeHost();
  host.connect(agent);
  const theCustomer = host.connect(customer);
  tell(host, theCustomer, [1, page('Early')]);
  expect(kindsOf(host)).not.toContain('page');
});

test('[TRAIL-4] the last head reaches the customer before the farewell', () => {
  const host = pair();
  tell(host, host.theCustomer, [1, page('One')]);
  host.theCustomer.take();
  say(host, host.theCustomer, { kind: 'end' });
  const last = host.links.at(-1)!;
  expect(last.kind).toBe('ended');
  expect(host.theCustomer.take()).toEqual([
    { kind: 'trailHead', told: 1, position: last.position, hash: last.hash },
    { kind: 'ended', reason: 'endedByCustomer' },
  ]);
});

test('[TRAIL-5] a restart goes on with the same chain, and numbers told before are not kept again', () => {
  const host = pair();
  tell(host, host.theCustomer, [1, page('One')]);
  host.restart('keepPeers');
  tell(host, host.theCustomer, [1, page('One')], [2, page('Two')]);
  expect(kindsOf(host).filter((kind) => kind === 'page').length).toBe(2);
  host.restart('losePeers');
  host.pass(times.graceMs);
  expect(kindsOf(host).slice(-3)).toEqual(['left', 'left', 'ended']);
  expectWhole(host);
});

test('[TRAIL-6] a trail that is full says so, and still tells the end', () => {
  const host = pair();
  const { entriesPerMessage, entriesPerSession } = limits;
  for (let first = 1; first <= entriesPerSession + 100; first += entriesPerMessage) {
    // Slower than the rate of frames.
    host.nowMs += 100;
    tell(
      host,
      host.theCustomer,
      ...Array.from(
        { length: entriesPerMessage },
        (_, at) => [first + at, page('Flood')] as [number, Entry],
      ),
    );
  }
  say(host, host.theCustomer, { kind: 'end' });
  expect(host.links.length).toBe(entriesPerSession);
  expect(kindsOf(host).slice(-3)).toEqual(['page', 'full', 'ended']);
  expectWhole(host);
});

test('[TRAIL-3] entries that do not hold together close their sender alone', () => {
  const host = pair();
  const before = host.links.length;
  const whole = encode({
    kind: 'entries',
    entries: encodeEntries([{ number: 1, entry: page('One') }]),
  });
  host.room.receive(host.theCustomer, whole.subarray(0, whole.length - 1));
  expect(host.theCustomer.closed?.reason).toBe('malformedFrame');
  expect(kindsOf(host).slice(before)).toEqual(['left']);
  expect(host.theAgent.closed).toBeNull();
});
