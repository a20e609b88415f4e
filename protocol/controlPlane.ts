// The control plane: who is there, what is granted, and why it ends. The relay reads these kinds only;
// what it needs to know (consent, mode, end) is in the kind itself, never in the payload.
import { as, flag, list, oneOf, rest, struct, text, uint } from './codec.ts';
import type { Infer } from './codec.ts';
import { kindsOfControl } from './command.ts';
import { endReasons } from './endReasons.ts';
import type { GrantId, ParticipantId } from './ids.ts';
import { limits } from './limits.ts';
import { nodeId } from './place.ts';
import { roles } from './roles.ts';
import { capabilities, sitePolicy } from './sitePolicy.ts';

const participantId = as<ParticipantId>()(text(64));
const grantId = as<GrantId>()(uint);
const nothing = struct({});

export const participant = struct({
  id: participantId,
  role: oneOf(roles),
  name: text(limits.nameLength),
  /** False while the connection is lost and the grace time runs. */
  connected: flag,
});
export type Participant = Infer<typeof participant>;

/** Why the customer's side took control back. */
export const revokeReasons = ['customer', 'agent', 'paused', 'failed', 'used'] as const;
export type RevokeReason = (typeof revokeReasons)[number];

/** All that is granted now. `once`: those of `kinds` that end together after one use. */
export const grantOfControl = struct({
  grant: grantId,
  kinds: kindsOfControl,
  once: kindsOfControl,
});
export type Grant = Infer<typeof grantOfControl>;

/** Who said no to a request: the customer, or the policy before anybody was asked. */
export const declineReasons = ['customer', 'policy'] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** What the customer's tab is doing, as its page knows it. */
export const tabStates = ['visible', 'hidden', 'paused', 'leaving'] as const;
export type TabState = (typeof tabStates)[number];

/** What the policy does to a part of the page. */
export const treatments = ['masked', 'blocked', 'locked'] as const;
export type Treatment = (typeof treatments)[number];

/** Who decided it. The first five are built in: a field that is a password, a code, a card's, hidden, or shown as dots. */
export const deciders = [
  'password',
  'code',
  'card',
  'hidden',
  'dots',
  'page',
  'relay',
  'agent',
  'frame',
  'doubt',
] as const;
export type Decider = (typeof deciders)[number];

/** `rule`: its name where a site policy decided, the relay's or the agent's; otherwise empty. */
export const reason = struct({
  treatment: oneOf(treatments),
  by: oneOf(deciders),
  rule: text(limits.nameLength),
});
export type Reason = Infer<typeof reason>;

/** What became of a rule's selector on a page. `refused`: the customer's browser does not take it. */
export const findings = ['matched', 'missed', 'refused'] as const;
export const finding = struct({
  rule: text(limits.nameLength),
  selector: text(limits.selectorLength),
  found: oneOf(findings),
});
export type Finding = Infer<typeof finding>;

export const controlPlane = {
  /** Relay → the one who has just connected. `active` says that the customer consented to view. */
  welcome: struct({
    self: participantId,
    active: flag,
    write: flag,
    participants: list(participant, limits.participantsPerRoom),
    policy: sitePolicy,
  }),
  /** Relay → everyone, whenever somebody joins, is lost or comes back. */
  presence: struct({ participants: list(participant, limits.participantsPerRoom) }),
  /** Relay → everyone: the farewell that precedes the close with `closeCodes.ended`. */
  ended: struct({ reason: oneOf(endReasons) }),
  /** Customer or agent → relay. The relay names the reason after the role. */
  end: nothing,
  viewGranted: nothing,
  viewDeclined: nothing,
  tab: struct({ state: oneOf(tabStates) }),
  controlRequested: struct({ kinds: kindsOfControl }),
  controlGranted: grantOfControl,
  controlDeclined: struct({ reason: oneOf(declineReasons) }),
  controlRevoked: struct({ reason: oneOf(revokeReasons) }),
  /** Agent → customer: gives control back, or takes back a request that is not answered yet. */
  controlReturned: nothing,
  /** Customer → relay: something broke on the page's side, and the session ends with that reason. */
  failed: nothing,
  /** Relay → everyone: the site policy is another from now on. */
  policyChanged: struct({ policy: sitePolicy }),
  /** Agent → customer: what the agent's own company adds. It can only make the page stricter. */
  agentPolicy: struct({ policy: sitePolicy }),
  /** Agent → customer: who decided about this node? */
  why: struct({ node: nodeId }),
  /** Customer → agent: they did. */
  because: struct({ node: nodeId, reasons: list(reason, treatments.length) }),
  /** Customer → relay, which reads it: whether the selectors of its rules found anything on a page. `path` is without a query. */
  ruleMatches: struct({
    path: text(limits.policyPathLength),
    findings: list(finding, limits.ruleMatches),
  }),
  /** Customer → agent: what the policy says of this page. `pause`: why nothing of it is sent; empty where it is. */
  pageRules: struct({
    pause: text(limits.pauseLength),
    denied: list(oneOf(capabilities), capabilities.length),
  }),
  /** Customer → relay, which reads it: what the session's trail is to hold. */
  entries: struct({ entries: rest }),
  /** Relay → customer: the trail up to here. `told` is the highest of the customer's own numbers in it. */
  trailHead: struct({ told: uint, position: uint, hash: text(64) }),
};
