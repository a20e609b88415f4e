// A session's trail on its way from the session's object to the ledger's: kept here first, and handed on until the ledger has it.
import type { EndReason } from '../../../protocol/endReasons.ts';
import type { SessionId } from '../../../protocol/ids.ts';
import type { Link } from '../../../protocol/trail.ts';
import { createTrailStore } from '../../ledger/trailStore.ts';
import type { Host } from '../../room/host.ts';
import { sqlOf } from './sqlOf.ts';

/** Up to which position the ledger has it. */
const handedOnKey = 'trailHandedOn';
const tries = 3;

interface LedgerStub {
  addEntries(session: SessionId, links: readonly Link[]): Promise<void>;
  sessionEnded(session: SessionId, reason: EndReason): Promise<void>;
}

export function createTrailPost(ctx: DurableObjectState, session: SessionId, ledger: LedgerStub) {
  const { storage } = ctx;
  const store = createTrailStore(sqlOf(storage));
  let under: Promise<void> | null = null;

  async function handOn(): Promise<void> {
    // Whatever else is added in this turn goes along.
    await Promise.resolve();
    under = null;
    const links = store.links(session, storage.kv.get<number>(handedOnKey) ?? 0);
    const last = links.at(-1);
    if (!last) return;
    await ledger.addEntries(session, links);
    storage.kv.put(handedOnKey, last.position);
  }

  const trail: Host['trail'] = {
    head: () => store.head(session),
    told: () => store.told(session),
    add(links) {
      store.add(session, links);
      // What cannot be handed on now goes with the next.
      under ??= handOn().catch(() => undefined);
      ctx.waitUntil(under);
    },
  };

  return {
    trail,
    /** The session is over: all that it keeps goes once the ledger has everything. */
    async finish(reason: EndReason): Promise<void> {
      for (let attempt = 1; ; attempt++) {
        try {
          await handOn();
          await ledger.sessionEnded(session, reason);
          return await storage.deleteAll();
        } catch (error) {
          if (attempt === tries) throw error;
        }
      }
    },
  };
}
