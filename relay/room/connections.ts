// What the room keeps per connection and may lose with it: its rate, and whether it has fallen behind.
// A slow participant loses page frames alone, and gets a fresh snapshot once it has caught up; nobody else waits for it.
import { encode, isLarge } from '../../protocol/frame.ts';
import type { Kind } from '../../protocol/kinds.ts';
import { limits } from '../../protocol/limits.ts';
import type { Host, Peer } from './host.ts';
import { takeToken } from './tokenBucket.ts';
import type { Bucket } from './tokenBucket.ts';

const rate = { burst: limits.framesBurst, perSecond: limits.framesPerSecond };
const lagCheckMs = 1000;
/** A request for a snapshot may be lost with the customer's own connection. */
const askAgainMs = 5000;
/** Beyond this even small frames are too many for it: its line is as good as lost. */
const hopelessBytes = 4 * limits.bufferedBytes;

type Pace =
  | { readonly status: 'current' }
  | { readonly status: 'behind' }
  | { readonly status: 'awaitingSnapshot'; readonly askedMs: number };

export type Delivery = 'sent' | 'dropped' | 'fellBehind' | 'hopeless';

export function createConnections(host: Host) {
  const buckets = new WeakMap<Peer, Bucket>();
  const paces = new WeakMap<Peer, Pace>();

  const paceOf = (peer: Peer): Pace => paces.get(peer) ?? { status: 'current' };
  const resync = encode({ kind: 'resync' });

  function askForSnapshot(): void {
    for (const peer of host.peers()) if (peer.role === 'customer') peer.send(resync);
  }

  return {
    mayReceive(peer: Peer): boolean {
      const { bucket, waitMs } = takeToken(buckets.get(peer) ?? null, host.nowMs(), rate);
      buckets.set(peer, bucket);
      return waitMs === 0;
    },

    deliver(peer: Peer, kind: Kind, frame: Uint8Array): Delivery {
      const behind = paceOf(peer).status !== 'current';
      if (!isLarge(kind)) {
        if (peer.bufferedBytes() > hopelessBytes) return 'hopeless';
      } else if (peer.bufferedBytes() > limits.bufferedBytes) {
        if (behind) return 'dropped';
        paces.set(peer, { status: 'behind' });
        return 'fellBehind';
      } else if (behind) {
        // Batches after the gap are worth nothing to it: only a snapshot mends it.
        if (kind !== 'snapshot') return 'dropped';
        paces.delete(peer);
      }
      peer.send(frame);
      return 'sent';
    },

    /** When `silent` or `catchUp` may next have something to do. */
    nextCheckMs(): number | null {
      let next: number | null = null;
      for (const peer of host.peers()) {
        const atMs =
          paceOf(peer).status === 'current'
            ? peer.seenMs() + host.times.silenceMs
            : host.nowMs() + lagCheckMs;
        if (next === null || atMs < next) next = atMs;
      }
      return next;
    },

    silent(): Peer[] {
      return [...host.peers()].filter(
        (peer) => peer.seenMs() + host.times.silenceMs <= host.nowMs(),
      );
    },

    /** Asks for a snapshot for those whose line has drained. */
    catchUp(): void {
      let ask = false;
      for (const peer of host.peers()) {
        const pace = paceOf(peer);
        if (pace.status === 'current' || peer.bufferedBytes() > limits.bufferedBytes / 2) continue;
        if (pace.status === 'awaitingSnapshot' && host.nowMs() - pace.askedMs < askAgainMs)
          continue;
        paces.set(peer, { status: 'awaitingSnapshot', askedMs: host.nowMs() });
        ask = true;
      }
      if (ask) askForSnapshot();
    },
  };
}
