// What the page sees of Alongside, and what the loader and the session bundle know of each other. Hardly more than types.
import type { ControlKind } from '../protocol/command.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';

/**
 * `idle` nothing goes on · `asking` the key dialog is open · `connecting` on the way to the relay · `pending` the customer is
 * asked for consent to view · `active` sharing · `paused` sharing, held by the customer · `ended` over, until the next one begins.
 */
export type AlongsideState =
  | 'idle'
  | 'asking'
  | 'connecting'
  | 'pending'
  | 'active'
  | 'paused'
  | 'ended';

/** Every event with what its listeners are given. */
export interface AlongsideEvents {
  readonly ready: Record<string, never>;
  /** `resumed` after a reload or a navigation within the site. */
  readonly sessionStarted: { readonly agentName: string; readonly resumed: boolean };
  readonly sessionEnded: { readonly reason: string };
  readonly controlRequested: { readonly agentName: string; readonly kinds: readonly ControlKind[] };
  /** `once`: until one thing has been done with it. */
  readonly controlGranted: {
    readonly agentName: string;
    readonly kinds: readonly ControlKind[];
    readonly once: boolean;
  };
  readonly controlDeclined: { readonly agentName: string };
  readonly controlRevoked: { readonly reason: string };
  readonly paused: Record<string, never>;
  readonly resumed: Record<string, never>;
  readonly error: { readonly problem: string };
}
export type EventName = keyof AlongsideEvents;
export type Listener<E extends EventName> = (detail: AlongsideEvents[E]) => void;

/** What the customer or the page's script may ask for. */
export interface SessionVerbs {
  enterKey(): void;
  join(securityKey: string): void;
  pause(): void;
  resume(): void;
  revoke(): void;
  end(): void;
}

/** The global `Alongside`. */
export interface AlongsideFacade extends SessionVerbs {
  readonly state: AlongsideState;
  on<E extends EventName>(event: E, listener: Listener<E>): () => void;
  /** Calls kept from before the script loaded; afterwards each is made at once. */
  readonly q: { push(...calls: (readonly unknown[])[]): void };
}

/** What a page hands on that may be in a frame, or have frames, of another site. */
export interface FramePage {
  /** Fields that were passwords when somebody used them, before anything was shared: shown or not, they stay so. */
  readonly passwords: WeakSet<EventTarget>;
  /** The latest word of each window that has spoken as one that may join. */
  readonly framed: WeakMap<MessageEventSource, MessageEvent>;
}

/** What the loader hands to the session bundle. */
export interface LoaderPage extends FramePage {
  /** The relay's origin. */
  readonly relay: string;
  emit<E extends EventName>(event: E, detail: AlongsideEvents[E]): void;
  onState(state: AlongsideState): void;
  /** Settles when the page's Content-Security-Policy turns out to keep the relay out. */
  readonly blocked: Promise<void>;
}

/** What the session bundle exports. */
export interface SessionBundle {
  attach(page: LoaderPage): SessionVerbs;
  /** The page around this one, of an origin that this site allows, offers a place in its mirror. */
  join(offer: MessageEvent, page: FramePage): Promise<void>;
}

/** All that windows of different sites say to each other in the open: with a port it is an offer, without one "I am here". */
export const frameWord = `alongside ${PROTOCOL_VERSION}`;

/** Where a session lives on within its tab, from page to page of the site. */
export const storageKey = 'alongside';
