// What a room needs from the platform under it. The room holds nothing that a host cannot give back after a restart
// or hibernation, and starts no timers: it is told the time and asks for one wake-up.
import type { Finding } from '../../protocol/controlPlane.ts';
import type { EndReason } from '../../protocol/endReasons.ts';
import type { SitePolicy } from '../../protocol/sitePolicy.ts';
import type { Head, Link } from '../../protocol/trail.ts';
import type { Identity } from './identity.ts';
import type { RoomState } from './roomState.ts';

/** One open connection. The same object for as long as the room is in memory. */
export interface Peer extends Identity {
  /** When it was last heard, heartbeats that never reached the room included. */
  seenMs(): number;
  /** False from the moment either side has closed it. */
  isOpen(): boolean;
  send(frame: Uint8Array | string): void;
  /** Takes it out of `Host.peers` at once, whenever the socket itself is gone. */
  close(code: number, reason: string): void;
  /** Bytes handed over and not yet on the network; 0 where the platform does not tell. */
  bufferedBytes(): number;
}

export interface Times {
  /** How long a session waits for a participant whose connection was lost. */
  readonly graceMs: number;
  /** A connection that was silent for so long counts as lost. */
  readonly silenceMs: number;
}

export interface Host {
  readonly times: Times;
  nowMs(): number;
  /** May shrink while it is gone through. */
  peers(): Iterable<Peer>;
  /** One wake-up, replacing the one before. */
  wakeAt(atMs: number | null): void;
  /** This session's trail, as far as it was kept. */
  readonly trail: {
    head(): Head;
    /** The highest number that the customer's page has given an entry. */
    told(): number;
    add(links: readonly Link[]): void;
  };
  load(): RoomState | null;
  save(state: RoomState): void;
  /** The site policy that holds now. */
  policy(): SitePolicy;
  /** For the ledger: what a customer's page found of the policy's selectors, on a page of this path. */
  rulesMatched(path: string, findings: readonly Finding[]): void;
  /** For the ledger: the customer consented to view for the first time. */
  started(): void;
  /** For the ledger. The room's state is void from here on. */
  ended(reason: EndReason): void;
}
