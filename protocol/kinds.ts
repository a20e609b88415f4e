// The one table of message kinds: code, who may send it, who receives it. The relay routes by it and the tests read it.
// A frame's first byte is the code; its high bit says that the payload is deflated (raw DEFLATE, RFC 1951).
import { controlPlane } from './controlPlane.ts';
import { interaction } from './interaction.ts';
import { page } from './page.ts';
import type { Role } from './roles.ts';

export const codecs = { ...controlPlane, ...page, ...interaction };
export type Kind = keyof typeof codecs;
export type Family = 'controlPlane' | 'page' | 'interaction';
export type Sender = Role | 'relay';

export interface Route {
  readonly code: number;
  readonly family: Family;
  readonly from: readonly Sender[];
  /** Roles that receive it. Empty when it is for the relay alone. */
  readonly to: readonly Role[];
  /** When the room lets it pass: `always`, only after consent to view, or only in write mode. */
  readonly when: 'always' | 'active' | 'write';
}

// Marked as without effect, so that what only speaks and listens does not carry the routes.
const route = /* @__NO_SIDE_EFFECTS__ */ (
  code: number,
  family: Family,
  from: readonly Sender[],
  to: readonly Role[],
  when: Route['when'] = 'always',
): Route => ({ code, family, from, to, when });

const all: readonly Role[] = ['customer', 'agent', 'observer'];
const watching: readonly Role[] = ['agent', 'observer'];

export const kinds: { readonly [K in Kind]: Route } = {
  welcome: route(0x01, 'controlPlane', ['relay'], all),
  presence: route(0x02, 'controlPlane', ['relay'], all),
  ended: route(0x03, 'controlPlane', ['relay'], all),
  end: route(0x04, 'controlPlane', ['customer', 'agent'], []),
  viewGranted: route(0x05, 'controlPlane', ['customer'], watching),
  viewDeclined: route(0x06, 'controlPlane', ['customer'], watching),
  tab: route(0x07, 'controlPlane', ['customer'], watching),
  controlRequested: route(0x08, 'controlPlane', ['agent'], ['customer'], 'active'),
  controlGranted: route(0x09, 'controlPlane', ['customer'], watching, 'active'),
  controlDeclined: route(0x0a, 'controlPlane', ['customer'], watching, 'active'),
  controlRevoked: route(0x0b, 'controlPlane', ['customer'], watching, 'active'),
  controlReturned: route(0x0c, 'controlPlane', ['agent'], ['customer'], 'active'),
  failed: route(0x0d, 'controlPlane', ['customer'], []),
  policyChanged: route(0x0e, 'controlPlane', ['relay'], all),
  agentPolicy: route(0x0f, 'controlPlane', ['agent'], ['customer']),
  why: route(0x10, 'controlPlane', ['agent'], ['customer'], 'active'),
  because: route(0x11, 'controlPlane', ['customer'], ['agent'], 'active'),
  ruleMatches: route(0x12, 'controlPlane', ['customer'], [], 'active'),
  pageRules: route(0x13, 'controlPlane', ['customer'], watching),
  entries: route(0x14, 'controlPlane', ['customer'], [], 'active'),
  trailHead: route(0x15, 'controlPlane', ['relay'], ['customer']),

  snapshot: route(0x20, 'page', ['customer'], watching, 'active'),
  batch: route(0x21, 'page', ['customer'], watching, 'active'),
  resync: route(0x22, 'page', watching, ['customer'], 'active'),
  ack: route(0x23, 'page', watching, ['customer'], 'active'),
  inexact: route(0x24, 'page', watching, ['customer'], 'active'),
  frame: route(0x25, 'page', ['customer'], watching, 'active'),
  frameSnapshot: route(0x26, 'page', ['customer'], watching, 'active'),
  frameBatch: route(0x27, 'page', ['customer'], watching, 'active'),
  frameResync: route(0x28, 'page', watching, ['customer'], 'active'),
  frameAck: route(0x29, 'page', watching, ['customer'], 'active'),
  frameInexact: route(0x2a, 'page', watching, ['customer'], 'active'),
  assetWanted: route(0x2b, 'page', watching, ['customer'], 'active'),
  assetFound: route(0x2c, 'page', ['customer'], watching, 'active'),
  asset: route(0x2d, 'page', ['customer'], watching, 'active'),

  pointer: route(0x40, 'interaction', ['customer', 'agent'], all, 'active'),
  highlight: route(0x41, 'interaction', ['agent'], ['customer', 'observer'], 'active'),
  annotation: route(0x42, 'interaction', ['agent'], ['customer', 'observer'], 'active'),
  annotationsCleared: route(0x43, 'interaction', ['agent'], ['customer', 'observer'], 'active'),
  comment: route(0x44, 'interaction', ['agent'], ['customer', 'observer'], 'active'),
  commentRemoved: route(0x45, 'interaction', ['agent'], ['customer', 'observer'], 'active'),
  command: route(0x46, 'interaction', ['agent'], ['customer'], 'write'),
  outcome: route(0x47, 'interaction', ['customer'], ['agent'], 'active'),
  commandWaits: route(0x48, 'interaction', ['customer'], ['agent'], 'active'),
  outcomesWanted: route(0x49, 'interaction', ['agent'], ['customer'], 'active'),
};

/** A code is the kind's place in its family, which only ever grows at its end. Both ends count; the relay has the table. */
const byCode: (Kind | undefined)[] = [];
for (const [first, family] of [
  [0x01, controlPlane],
  [0x20, page],
  [0x40, interaction],
] as const)
  Object.keys(family).forEach((kind, index) => (byCode[first + index] = kind as Kind));

export const DEFLATED = 0x80;

export const codeOf = (kind: Kind): number => byCode.indexOf(kind);

/** The kind of a frame whose first byte is `byte`, whatever the deflated bit says; null when there is none such. */
export function kindOf(byte: number): Kind | null {
  return byCode[byte & ~DEFLATED] ?? null;
}
