// What the HTTP routes stand on. Each host fills it in.
import type { SessionId } from '../../protocol/ids.ts';
import type { SitePolicy } from '../../protocol/sitePolicy.ts';
import type { Secret } from '../admission/secret.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { TrailStore } from '../ledger/trailStore.ts';
import type { Identity } from '../room/identity.ts';

/** The rooms as far as HTTP reaches them: elsewhere perhaps, and so asynchronous. */
export interface Rooms {
  open(session: SessionId, agent: Identity, keyExpiresAtMs: number): Promise<void> | void;
  /** False when the session has ended meanwhile. */
  expect(session: SessionId, customer: Identity): Promise<boolean> | boolean;
}

export interface HttpContext {
  readonly company: string;
  /** Origins whose pages may redeem a key; null for any. */
  readonly origins: readonly string[] | null;
  readonly securityKeyLifeMs: number;
  readonly roomTokenLifeMs: number;
  readonly secret: Secret;
  readonly ledger: Ledger;
  readonly trails: TrailStore;
  readonly rooms: Rooms;
  /** The site policy that holds now. */
  policy(): SitePolicy;
  nowMs(): number;
  /** Something of ours broke: told to the operator, never to the caller. */
  failed(error: unknown): void;
}
