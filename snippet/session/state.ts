// The session as the customer's page knows it: one union; a field exists only where it means something.
import type { ControlKind } from '../../protocol/command.ts';
import type { Grant } from '../../protocol/controlPlane.ts';
import type { CloseName } from '../../protocol/closeCodes.ts';
import type { EndReason } from '../../protocol/endReasons.ts';
import type { Message } from '../../protocol/frame.ts';
import type { Capability } from '../../protocol/sitePolicy.ts';
import type { SecurityKey, SessionId } from '../../protocol/ids.ts';
import type { KeyProblem } from '../consent/keyProblem.ts';
import type { AlongsideEvents, EventName } from '../surface.ts';

/** What redeeming a key gave: the right to come back to this session, from every page of the site. */
export interface Membership {
  readonly session: SessionId;
  readonly token: string;
  readonly agentName: string;
  readonly company: string;
}

export type Presence = 'here' | 'away';

/** `open` from the relay's welcome on. */
export type Line = 'connecting' | 'open' | 'lost';

/** `missing`: read-only, because what performs commands could not be fetched. */
export type Control =
  | { readonly mode: 'read-only' | 'missing' }
  | ({ readonly mode: 'write' } & Grant);

/** A command that presses what commits, about which the customer is asked. */
export interface Confirming {
  readonly number: number;
  /** What it would press, by its accessible name; empty where it has none. */
  readonly label: string;
}

/** What the site's policies say of this page. `pause`: why nothing of it may be shown; empty while that is being found out. */
export interface Ruling {
  readonly pause: string | null;
  readonly denied: readonly Capability[];
}

/** Before the policies have come nothing is shown. */
export const unruled: Ruling = { pause: '', denied: [] };

export type Ending = EndReason | CloseName;

export type State =
  | { readonly at: 'idle' }
  | { readonly at: 'asking'; readonly problem: KeyProblem | null }
  | { readonly at: 'redeeming' }
  /** Member of the session; the relay has not welcomed this page yet, and nothing is shared. */
  | {
      readonly at: 'joining';
      readonly member: Membership;
      readonly line: Line;
      readonly ruling: Ruling;
      /** The key dialog is still there, or an earlier page of the site was a member already. */
      readonly from: 'key' | 'earlierPage';
    }
  /** The customer is being asked for consent to view. */
  | {
      readonly at: 'pending';
      readonly member: Membership;
      readonly line: Line;
      readonly ruling: Ruling;
      readonly agent: Presence;
    }
  | Active
  | { readonly at: 'ended'; readonly ending: Ending; readonly agentName: string };

/** The customer has consented to view. */
export interface Active {
  readonly at: 'active';
  readonly member: Membership;
  readonly line: Line;
  readonly ruling: Ruling;
  readonly agent: Presence;
  readonly sharing: 'on' | 'paused';
  readonly tab: 'visible' | 'hidden';
  readonly control: Control;
  /** What the agent asks for in addition, while the customer has not answered. */
  readonly asked: readonly ControlKind[] | null;
  readonly confirms: Confirming | null;
  /** A command waits because the customer is busy on the page. */
  readonly agentWaits: boolean;
  /** Number of the latest grant; the next is one higher, on the next page too. */
  readonly lastGrant: number;
}

export type Event =
  | { readonly is: 'keyWanted' }
  | { readonly is: 'keyEntered'; readonly key: SecurityKey }
  | { readonly is: 'keyRefused'; readonly problem: KeyProblem }
  | { readonly is: 'keyRedeemed'; readonly member: Membership }
  | { readonly is: 'dialogClosed' }
  /** The customer has read how it ended. */
  | { readonly is: 'dismissed' }
  | { readonly is: 'line'; readonly line: Exclude<Line, 'open'> }
  | { readonly is: 'lineClosed'; readonly name: CloseName }
  | { readonly is: 'message'; readonly message: Message }
  | { readonly is: 'ruled'; readonly ruling: Ruling }
  | { readonly is: 'viewAnswered'; readonly allowed: boolean }
  /** No kinds: declined. */
  | {
      readonly is: 'controlAnswered';
      readonly kinds: readonly ControlKind[];
      readonly once: boolean;
    }
  /** What was granted for once has been used. */
  | { readonly is: 'controlUsed' }
  | ({ readonly is: 'confirmAsked' } & Confirming)
  | { readonly is: 'confirmAnswered'; readonly allowed: boolean }
  | { readonly is: 'agentWaits'; readonly waits: boolean }
  | { readonly is: 'controlStopped' }
  | { readonly is: 'controlMissing' }
  | { readonly is: 'paused' }
  | { readonly is: 'resumed' }
  | { readonly is: 'stopped' }
  | { readonly is: 'tab'; readonly tab: 'visible' | 'hidden' }
  | { readonly is: 'failed' };

export type Effect =
  | { readonly do: 'redeem'; readonly key: SecurityKey }
  | { readonly do: 'send'; readonly message: Message }
  | { readonly do: 'snapshot' }
  | { readonly do: 'confirm'; readonly allowed: boolean }
  | EmitEffect;
type EmitEffect = {
  [E in EventName]: {
    readonly do: 'emit';
    readonly event: E;
    readonly detail: AlongsideEvents[E];
  };
}[EventName];
