// The ledger of a deployment as one Durable Object. The API runs inside it, beside its SQL, so that a key is used once.
import { DurableObject } from 'cloudflare:workers';
import type { Finding } from '../../../protocol/controlPlane.ts';
import type { EndReason } from '../../../protocol/endReasons.ts';
import type { SessionId } from '../../../protocol/ids.ts';
import type { Link } from '../../../protocol/trail.ts';
import type { KnockFacts } from '../../admission/admit.ts';
import { createSecret } from '../../admission/secret.ts';
import { createApi } from '../../http/api.ts';
import type { Api } from '../../http/api.ts';
import { createLedger } from '../../ledger/ledger.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { createTrailStore } from '../../ledger/trailStore.ts';
import type { TrailStore } from '../../ledger/trailStore.ts';
import { noteMatches } from '../../policy/noteMatches.ts';
import { policyOf, timesOf } from './environment.ts';
import type { Environment } from './environment.ts';
import { sqlOf } from './sqlOf.ts';

const addressHeader = 'x-alongside-address';

/** The request as the ledger sees it, with the caller's address as the worker knows it. */
export function addressedRequest(request: Request, address: string): Request {
  const addressed = new Request(request);
  addressed.headers.set(addressHeader, address);
  return addressed;
}

export class LedgerObject extends DurableObject<Environment> {
  #ledger: Ledger;
  #trails: TrailStore;
  #api: Promise<Api>;

  constructor(ctx: DurableObjectState, env: Environment) {
    super(ctx, env);
    this.#ledger = createLedger(sqlOf(ctx.storage));
    this.#trails = createTrailStore(sqlOf(ctx.storage));
    this.#api = createSecret(env.ALONGSIDE_SECRET).then((secret) =>
      createApi({
        ...timesOf(env),
        company: env.ALONGSIDE_COMPANY ?? '',
        origins: env.ALONGSIDE_ORIGINS?.split(/[\s,]+/).filter(Boolean) ?? null,
        secret,
        ledger: this.#ledger,
        trails: this.#trails,
        rooms: {
          open: async (session, agent, keyExpiresAtMs) =>
            env.Session.getByName(session).open(agent, keyExpiresAtMs),
          expect: async (session, customer) => env.Session.getByName(session).expect(customer),
        },
        policy: () => policyOf(env),
        nowMs: () => Date.now(),
        failed: (error) => console.error('The relay failed inside:', error),
      }),
    );
  }

  override async fetch(request: Request): Promise<Response> {
    return (await this.#api)(request, request.headers.get(addressHeader) ?? '');
  }

  knockFacts(room: string, agent: string | null): KnockFacts {
    return {
      session: this.#ledger.session(room),
      revoked: agent !== null && this.#ledger.agent(agent)?.revokedMs !== null,
    };
  }

  rulesMatched(path: string, findings: Finding[]): void {
    noteMatches(this.#ledger, policyOf(this.env), path, findings, Date.now());
  }

  /** Called by a session, perhaps again for what it has handed on already. */
  addEntries(session: SessionId, links: readonly Link[]): void {
    this.#trails.add(session, links);
  }

  sessionStarted(session: SessionId): void {
    this.#ledger.sessionStarted(session, Date.now());
  }

  sessionEnded(session: SessionId, reason: EndReason): void {
    this.#ledger.sessionEnded(session, reason, Date.now());
  }
}
