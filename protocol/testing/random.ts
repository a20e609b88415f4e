// Random messages from a printed seed: the same seed makes the same messages. For tests.
import { missingReasons } from '../asset.ts';
import type { AssetHash } from '../asset.ts';
import type { Action } from '../command.ts';
import { controlKinds, dragPhases, navigations, refusals, waitReasons } from '../command.ts';
import {
  deciders,
  declineReasons,
  findings,
  revokeReasons,
  tabStates,
  treatments,
} from '../controlPlane.ts';
import type { Participant } from '../controlPlane.ts';
import { endReasons } from '../endReasons.ts';
import { deeds, holders, results } from '../entry.ts';
import type { Entry } from '../entry.ts';
import type { Message, MessageOf } from '../frame.ts';
import type { GrantId, NodeId, ParticipantId } from '../ids.ts';
import { kinds } from '../kinds.ts';
import type { Kind } from '../kinds.ts';
import { limits } from '../limits.ts';
import type { MaskedBytes } from '../maskedBytes.ts';
import type { MaskedText } from '../maskedText.ts';
import type { Place } from '../place.ts';
import { roles } from '../roles.ts';
import { capabilities, pathTests } from '../sitePolicy.ts';
import type { SitePolicy } from '../sitePolicy.ts';

export type Random = ReturnType<typeof createRandom>;

export function createRandom(seed: number) {
  let state = seed >>> 0;
  /** Mulberry's 32-bit step: from 0 up to and without 1. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(next() * count);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)]!;
  return {
    below,
    pick,
    flag: () => next() < 0.5,
    /** Small numbers often, large ones at times: every length of a varint. */
    uint: () => below(2 ** pick([1, 7, 8, 14, 21, 31, 40])),
    float: () => Math.fround((next() - 0.5) * pick([1, 100, 1e6])),
    text: (maxLength = 40) =>
      Array.from({ length: below(maxLength + 1) }, () =>
        pick(['a', 'Z', '0', ' ', 'é', '漢', '\u0000', '€']),
      ).join(''),
    bytes: (maxLength = 60) => Uint8Array.from({ length: below(maxLength + 1) }, () => below(256)),
    list: <T>(item: () => T, maxLength = 6): T[] =>
      Array.from({ length: below(maxLength + 1) }, item),
  };
}

export function randomMessage(random: Random): Message {
  return randomOf(random, random.pick(Object.keys(kinds) as Kind[]));
}

export function randomOf(random: Random, kind: Kind): Message {
  return { kind, ...payloads[kind](random) } as Message;
}

const node = (random: Random) => random.uint() as NodeId;
const place = (random: Random): Place => ({
  node: node(random),
  x: random.float(),
  y: random.float(),
});
const participant = (random: Random): Participant => ({
  id: random.text() as ParticipantId,
  role: random.pick(roles),
  name: random.text(),
  connected: random.flag(),
});
const participants = (random: Random) =>
  random.list(() => participant(random), limits.participantsPerRoom);

/** Short: a frame is cut at each of its bytes. */
const texts = (random: Random) => random.list(() => random.text(6), 2);
export const randomPolicy = (random: Random): SitePolicy =>
  random.list(
    () => ({
      name: random.text(6),
      paths: random.list(() => ({ test: random.pick(pathTests), value: random.text(6) }), 2),
      mask: texts(random),
      unmask: texts(random),
      block: texts(random),
      lock: texts(random),
      maskByDefault: random.flag(),
      pause: random.text(6),
      deny: random.list(() => random.pick(capabilities), capabilities.length),
      confirm: texts(random),
    }),
    2,
  );

const actions: { [T in Action['type']]: (random: Random) => Extract<Action, { type: T }> } = {
  click: (random) => ({
    type: 'click',
    place: place(random),
    button: random.below(5),
    count: random.below(3),
    modifiers: random.below(16),
  }),
  hover: (random) => ({ type: 'hover', place: place(random) }),
  text: (random) => ({ type: 'text', node: node(random), text: random.text() }),
  key: (random) => ({
    type: 'key',
    node: node(random),
    key: random.text(32),
    code: random.text(32),
    modifiers: random.below(16),
  }),
  fill: (random) => ({ type: 'fill', node: node(random), value: random.text() }),
  select: (random) => ({ type: 'select', node: node(random), indexes: random.list(random.uint) }),
  scroll: (random) => ({
    type: 'scroll',
    place: place(random),
    dx: random.float(),
    dy: random.float(),
  }),
  navigate: (random) => ({
    type: 'navigate',
    to: random.pick(navigations),
    address: random.text(),
  }),
  drag: (random) => ({
    type: 'drag',
    phase: random.pick(dragPhases),
    place: place(random),
    modifiers: random.below(16),
  }),
  paste: (random) => ({ type: 'paste', node: node(random), text: random.text() }),
};

const someKinds = (random: Random) =>
  random.list(() => random.pick(controlKinds), controlKinds.length);

const hash = (random: Random) => random.text(64) as AssetHash;

const masked = (random: Random) => random.text() as MaskedText;
const who = (random: Random) => ({ role: random.pick(roles), name: random.text() });
const entries: {
  [K in Entry['kind']]: (random: Random) => Omit<Extract<Entry, { kind: K }>, 'kind'>;
} = {
  created: (random) => ({ agent: random.text() }),
  joined: who,
  left: who,
  viewGranted: () => ({}),
  page: (random) => ({ address: masked(random), title: masked(random) }),
  paused: (random) => ({ by: random.pick(holders), rule: random.text() }),
  resumed: () => ({}),
  controlRequested: (random) => ({ kinds: random.list(() => random.text(16)) }),
  controlGranted: (random) => ({
    kinds: random.list(() => random.text(16)),
    once: random.flag(),
  }),
  controlDeclined: (random) => ({ by: random.text(16) }),
  controlRevoked: (random) => ({ reason: random.text(16) }),
  command: (random) => ({
    first: random.uint(),
    last: random.uint(),
    times: random.uint(),
    deed: random.pick(deeds),
    target: masked(random),
    result: random.pick(results),
  }),
  confirmAsked: (random) => ({ number: random.uint(), target: masked(random) }),
  confirmAnswered: (random) => ({ number: random.uint(), allowed: random.flag() }),
  ended: (random) => ({ reason: random.text(32) }),
  full: () => ({}),
};
export function randomEntry(random: Random): Entry {
  const kind = random.pick(Object.keys(entries) as Entry['kind'][]);
  return { kind, ...entries[kind](random) } as Entry;
}

const nothing = () => ({});
const payloads: { [K in Kind]: (random: Random) => Omit<MessageOf<K>, 'kind'> } = {
  welcome: (random) => ({
    self: random.text() as ParticipantId,
    active: random.flag(),
    write: random.flag(),
    participants: participants(random),
    policy: randomPolicy(random),
  }),
  presence: (random) => ({ participants: participants(random) }),
  ended: (random) => ({ reason: random.pick(endReasons) }),
  end: nothing,
  viewGranted: nothing,
  viewDeclined: nothing,
  tab: (random) => ({ state: random.pick(tabStates) }),
  controlRequested: (random) => ({ kinds: someKinds(random) }),
  controlGranted: (random) => ({
    grant: random.uint() as GrantId,
    kinds: someKinds(random),
    once: someKinds(random),
  }),
  controlDeclined: (random) => ({ reason: random.pick(declineReasons) }),
  controlRevoked: (random) => ({ reason: random.pick(revokeReasons) }),
  controlReturned: nothing,
  failed: nothing,
  policyChanged: (random) => ({ policy: randomPolicy(random) }),
  agentPolicy: (random) => ({ policy: randomPolicy(random) }),
  why: (random) => ({ node: node(random) }),
  because: (random) => ({
    node: node(random),
    reasons: random.list(
      () => ({
        treatment: random.pick(treatments),
        by: random.pick(deciders),
        rule: random.text(),
      }),
      treatments.length,
    ),
  }),
  ruleMatches: (random) => ({
    path: random.text(6),
    findings: random.list(() => ({
      rule: random.text(6),
      selector: random.text(6),
      found: random.pick(findings),
    })),
  }),
  pageRules: (random) => ({
    pause: random.text(),
    denied: random.list(() => random.pick(capabilities), capabilities.length),
  }),
  entries: (random) => ({ entries: random.bytes() }),
  trailHead: (random) => ({
    told: random.uint(),
    position: random.uint(),
    hash: random.text(64),
  }),
  snapshot: (random) => ({ sequence: random.uint(), ops: random.bytes() }),
  batch: (random) => ({ sequence: random.uint(), ops: random.bytes() }),
  resync: nothing,
  inexact: (random) => ({
    runs: random.list(() => ({ first: random.uint(), count: random.uint() })),
  }),
  assetWanted: (random) => ({
    pictures: random.list(() => node(random)),
    addresses: random.list(() => ({ node: node(random), address: random.text() })),
    hashes: random.list(() => hash(random)),
  }),
  assetFound: (random) => ({
    node: node(random),
    address: random.text(),
    width: random.uint(),
    height: random.uint(),
    what: random.pick([
      { is: 'asset', hash: hash(random), size: random.uint() },
      { is: 'missing', why: random.pick(missingReasons) },
      { is: 'source', from: random.text() as MaskedText, density: random.float() },
    ] as const),
  }),
  asset: (random) => ({
    hash: hash(random),
    type: random.text(),
    size: random.uint(),
    part: random.uint(),
    bytes: random.bytes() as MaskedBytes,
  }),
  ack: (random) => ({ sequence: random.uint() }),
  frame: (random) => ({ stream: random.uint(), node: node(random) }),
  frameSnapshot: (random) => ({
    stream: random.uint(),
    sequence: random.uint(),
    ops: random.bytes(),
  }),
  frameBatch: (random) => ({
    stream: random.uint(),
    sequence: random.uint(),
    ops: random.bytes(),
  }),
  frameResync: (random) => ({ stream: random.uint() }),
  frameAck: (random) => ({ stream: random.uint(), sequence: random.uint() }),
  frameInexact: (random) => ({
    stream: random.uint(),
    runs: random.list(() => ({ first: random.uint(), count: random.uint() })),
  }),
  pointer: (random) => ({ gone: random.flag(), at: place(random) }),
  highlight: (random) => ({ node: node(random) }),
  annotation: (random) => ({
    id: random.uint(),
    anchor: node(random),
    colour: random.uint(),
    points: random.list(() => ({ x: random.float(), y: random.float() })),
  }),
  annotationsCleared: nothing,
  comment: (random) => ({ id: random.uint(), at: place(random), text: random.text() }),
  commentRemoved: (random) => ({ id: random.uint() }),
  command: (random) => ({
    number: random.uint(),
    grant: random.uint() as GrantId,
    action: actions[random.pick(Object.keys(actions) as Action['type'][])](random),
  }),
  outcome: (random) => ({ number: random.uint(), result: random.pick(['performed', ...refusals]) }),
  commandWaits: (random) => ({ number: random.uint(), for: random.pick(waitReasons) }),
  outcomesWanted: (random) => ({ numbers: random.list(random.uint) }),
};
