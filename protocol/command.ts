// Commands: what an agent in write mode asks the customer's page to do, and what came of it.
// A command names the grant it was issued under; the snippet's guard authorises it when it is performed.
import { as, float, list, oneOf, struct, text, uint, union } from './codec.ts';
import type { Infer } from './codec.ts';
import type { GrantId } from './ids.ts';
import { limits } from './limits.ts';
import { nodeId, place } from './place.ts';

/** Bits of `modifiers`. */
export const modifierBits = { shift: 1, control: 2, alt: 4, meta: 8 } as const;

/** What the customer grants, each by itself. Scrolling and hovering go with any of them. */
export const controlKinds = ['click', 'fill', 'navigate'] as const;
export type ControlKind = (typeof controlKinds)[number];
export const kindsOfControl = list(oneOf(controlKinds), controlKinds.length);

export const navigations = ['back', 'forward', 'reload', 'address'] as const;

export const dragPhases = ['start', 'move', 'end', 'cancel'] as const;

export const action = union('type', {
  /** `button` as in MouseEvent.button; `count` as in its detail: 2 for the second press of a double click. */
  click: struct({ place, button: uint, count: uint, modifiers: uint }),
  hover: struct({ place }),
  /** Text at the caret of the field, in place of the selection. `NO_NODE`: where the last command left the focus; so for keys. */
  text: struct({ node: nodeId, text: text(limits.commandTextLength) }),
  /** A key that writes no text by itself (Enter, Tab, Backspace, arrows, shortcuts): KeyboardEvent's key and code. */
  key: struct({ node: nodeId, key: text(32), code: text(32), modifiers: uint }),
  /** The whole value of a field that is not typed into: date, time, colour, range; and text replaced at once. */
  fill: struct({ node: nodeId, value: text(limits.commandTextLength) }),
  /** Positions of the chosen options. */
  select: struct({ node: nodeId, indexes: list(uint, 1000) }),
  /** CSS pixels, applied to the nearest scroller at the place. */
  scroll: struct({ place, dx: float, dy: float }),
  navigate: struct({ to: oneOf(navigations), address: text(2048) }),
  /** A press that moves before it is let go, in its phases: each a command of its own, so that the page follows. */
  drag: struct({ phase: oneOf(dragPhases), place, modifiers: uint }),
  /** What lies on the agent's own clipboard, at the caret. */
  paste: struct({ node: nodeId, text: text(limits.commandTextLength) }),
});
export type Action = Infer<typeof action>;

/** What an action is at least: null goes with any grant. What it presses or fills in turn, only the page knows, and its guard asks. */
export function kindOf({ type }: Action): ControlKind | null {
  switch (type) {
    case 'click':
    case 'drag':
      return 'click';
    case 'text':
    case 'paste':
    case 'fill':
    case 'select':
      return 'fill';
    case 'navigate':
      return 'navigate';
    default:
      return null;
  }
}

export const refusals = [
  'noGrant',
  'staleGrant',
  'paused',
  'gone',
  'locked',
  'masked',
  'blocked',
  'disabled',
  'forbidden',
  'otherOrigin',
  'unsupported',
  'failed',
  /** Of a kind that the customer has not granted. */
  'notGranted',
  /** Of a kind that the site's policy, or the company's, denies. */
  'denied',
  /** The customer was asked about this very command, and said no. */
  'declined',
  /** The customer is busy at the same place: theirs goes first. */
  'customerActive',
  /** No refusal: the page was left, or forgot, before it could tell what came of it. */
  'unknown',
] as const;
export type Refusal = (typeof refusals)[number];

export const command = struct({
  /** Rises with every command of a session, across the agent's reloads; gaps mean nothing. */
  number: uint,
  grant: as<GrantId>()(uint),
  action,
});
export type Command = Infer<typeof command>;

export const outcome = struct({ number: uint, result: oneOf(['performed', ...refusals]) });
export type Outcome = Infer<typeof outcome>;

/** Why a command is not performed yet: the customer reads a question about it, or is busy on the page. */
export const waitReasons = ['answer', 'turn'] as const;
export const commandWaits = struct({ number: uint, for: oneOf(waitReasons) });
export type CommandWaits = Infer<typeof commandWaits>;
