// What records a session, fetched when there is something to record: nothing is before the customer has allowed it. What happens until it is there
// waits in order. Where it cannot be fetched, the session goes on without.
import type { Trail } from '../trail/createTrail.ts';

export interface TrailOnDemand {
  /** Now, or once it is there. */
  tell(work: (trail: Trail) => void): void;
  /** Only where it is there already. */
  readonly here: Trail | null;
}

export function createTrailOnDemand(load: () => Promise<Trail>): TrailOnDemand {
  let trail: Trail | null = null;
  let waiting: ((trail: Trail) => void)[] | null = null;

  async function bring(): Promise<void> {
    waiting = [];
    try {
      trail = await load();
      for (const work of waiting) work(trail);
    } catch {
      // Not served, kept out by the page's policy, or of another version: the next page tries again.
    }
    waiting = [];
  }

  return {
    get here() {
      return trail;
    },
    tell(work) {
      if (trail) return work(trail);
      if (!waiting) void bring();
      waiting!.push(work);
    },
  };
}
