// The one decision whether a command may act on something. Pure: it sees a small description, never the page.
// Every command passes here at the moment it is performed, once for each element that it would act on.
import type { Command, ControlKind, Refusal } from '../../protocol/command.ts';
import type { Grant } from '../../protocol/controlPlane.ts';
import { careBits } from '../privacy/policy.ts';
import type { Care } from '../privacy/policy.ts';

/**
 * What the command does to the element: `pass` scrolls over it, `touch` hovers or presses a key that activates nothing,
 * `press` activates it, `edit` changes its value.
 */
export type Use = 'pass' | 'touch' | 'press' | 'edit';

/** Where activating the element would take the page. */
export type Destination = 'stays' | 'newTab' | 'otherOrigin';

export interface Description {
  readonly use: Use;
  readonly connected: boolean;
  /** Part of the snippet's own interface. */
  readonly own: boolean;
  readonly fileField: boolean;
  readonly care: Care;
  /** Reacts to being pressed: a field, a button, a link. */
  readonly interactive: boolean;
  /** Disabled, inert, or read-only where it would be edited. */
  readonly disabled: boolean;
  readonly destination: Destination;
}

/** Each of these has to be granted; of alternatives, one. */
export type Needs = readonly (readonly ControlKind[])[];

/** Whether commands are taken at all, and this one's grant is the live one. */
export function refuseStanding(
  command: Pick<Command, 'grant'>,
  live: { readonly grant: Pick<Grant, 'grant'> | null; readonly paused: boolean },
): Refusal | null {
  if (live.paused) return 'paused';
  if (live.grant === null) return 'noGrant';
  return command.grant === live.grant.grant ? null : 'staleGrant';
}

/** Whether the kinds that it takes are granted, and not denied by the policy. */
export function refuseKinds(
  needs: Needs,
  granted: readonly ControlKind[],
  denies: (kind: ControlKind) => boolean,
): Refusal | null {
  const open = needs.map((alternatives) => alternatives.filter((kind) => !denies(kind)));
  if (open.some((alternatives) => alternatives.length === 0)) return 'denied';
  const has = (kind: ControlKind) => granted.includes(kind);
  return open.every((alternatives) => alternatives.some(has)) ? null : 'notGranted';
}

/** The first reason against it, the customer's own before the technical. */
export function refuseTarget(target: Description): Refusal | null {
  if (!target.connected) return 'gone';
  if (target.own) return 'forbidden';
  if (target.care & careBits.blocked) return 'blocked';
  if (target.use === 'pass') return null;
  if (target.fileField) return 'forbidden';
  if (target.care & careBits.locked) return 'locked';
  if (
    target.care & careBits.masked &&
    (target.use === 'edit' || (target.use === 'press' && target.interactive))
  )
    return 'masked';
  if (target.use === 'touch') return null;
  if (target.disabled) return 'disabled';
  if (target.destination === 'otherOrigin') return 'otherOrigin';
  return target.destination === 'newTab' ? 'unsupported' : null;
}
