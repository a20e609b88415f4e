// What the agent's side knows, as unions. What is shown is derived from it (statusOf.ts), never stored beside it.
import type { AgentAnswer } from '../../protocol/api.ts';
import type { CloseName } from '../../protocol/closeCodes.ts';
import type { ControlKind } from '../../protocol/command.ts';
import type { Grant, TabState } from '../../protocol/controlPlane.ts';
import type { EndReason } from '../../protocol/endReasons.ts';
import type { Capability } from '../../protocol/sitePolicy.ts';
import type { SecurityKey, SessionId } from '../../protocol/ids.ts';
import type { ApiProblem } from './relayApi.ts';

/** The view that holds the connection: the newest takes over, the older one says where it went. */
export type Where = 'panel' | 'tab';

/** The agent, and the relay they are signed in to. */
export interface Agent extends AgentAnswer {
  readonly relay: string;
}

export interface KeyOffer {
  readonly securityKey: SecurityKey;
  readonly expiresAtMs: number;
}

export type Line = 'connecting' | 'open' | 'lost';

export type Customer =
  | { readonly at: 'awaited' }
  /** Has used the key and is reading the question. */
  | { readonly at: 'asked'; readonly name: string; readonly connected: boolean }
  | { readonly at: 'sharing'; readonly name: string; readonly connected: boolean };

export type Control = { readonly at: 'none' } | ({ readonly at: 'granted' } & Grant);

export interface PageInfo {
  readonly address: string;
  readonly title: string;
  readonly width: number;
  readonly height: number;
}

/** What the policies say of the page, as the customer's page tells it. */
export interface PageRules {
  /** Why nothing of the page is shown; empty where it is. */
  readonly pause: string;
  readonly denied: readonly Capability[];
}
export const noPageRules: PageRules = { pause: '', denied: [] };

export interface Session {
  readonly id: SessionId;
  readonly token: string;
  readonly key: KeyOffer;
  readonly line: Line;
  readonly customer: Customer;
  readonly tab: TabState;
  readonly pageRules: PageRules;
  /** Null until the customer's page has been drawn. */
  readonly page: PageInfo | null;
  readonly control: Control;
  /** What the customer has been asked for and has not answered, if anything. */
  readonly asked: readonly ControlKind[] | null;
  /** When the customer first allowed the view. */
  readonly sharedAtMs: number | null;
  /** `end` is kept while the line is down, and sent as soon as it is back. */
  readonly intent: 'stay' | 'end';
}

/** Why there is no session any more: a named end, or a final close of the connection. */
export type EndCause = EndReason | Exclude<CloseName, 'ended' | 'superseded'> | 'closed';

export type AgentState =
  | { readonly at: 'loading' }
  | { readonly at: 'signedOut'; readonly problem: ApiProblem | null }
  | { readonly at: 'ready'; readonly agent: Agent; readonly problem: ApiProblem | null }
  | { readonly at: 'starting'; readonly agent: Agent }
  | { readonly at: 'inSession'; readonly agent: Agent; readonly session: Session }
  | { readonly at: 'elsewhere'; readonly agent: Agent; readonly where: Where }
  | {
      readonly at: 'ended';
      readonly agent: Agent;
      readonly cause: EndCause;
      readonly customerName: string;
      readonly durationMs: number | null;
      readonly problem: ApiProblem | null;
    };
