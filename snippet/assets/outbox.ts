// What was found and may be asked for by its hash, and the parts that are on their way. Assets leave behind everything else: one small part
// at a time, and only while the line has room. Whether a part may leave is asked of the policy at the moment it does.
import type { AssetHash, MissingReason } from '../../protocol/asset.ts';
import type { MessageOf } from '../../protocol/frame.ts';
import { limits } from '../../protocol/limits.ts';
import { maskBytes } from '../privacy/maskBytes.ts';
import type { Care } from '../privacy/policy.ts';
import { hashAsset } from './hashAsset.ts';

export interface OutboxOptions {
  readonly view: Window;
  readonly send: (message: MessageOf<'asset'>) => boolean;
  readonly bufferedBytes: () => number;
  /** Of now. What is not on the page is blocked. */
  readonly careOf: (node: Node) => Care;
}

export type Offered = { readonly hash: AssetHash; readonly size: number } | MissingReason;

export type Outbox = ReturnType<typeof createOutbox>;

interface Held {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Nodes that show it: it may leave while one of them may be seen. */
  readonly by: Set<Node>;
}

const MOST_HELD_BYTES = 48 * 1024 * 1024;
/** More than this waiting on the line, and assets wait: whatever else is to be told comes first. */
const BUSY_BYTES = 96 * 1024;
const TURN_MS = 20;

export function createOutbox({ view, send, bufferedBytes, careOf }: OutboxOptions) {
  /** The oldest first. */
  const held = new Map<AssetHash, Held>();
  const queue: { readonly hash: AssetHash; part: number }[] = [];
  let heldBytes = 0;
  let sentBytes = 0;
  let timer = 0;
  let allowance = limits.assetBytesPerSecond / 4;
  let countedMs = view.performance.now();

  function hold(hash: AssetHash, node: Node, type: string, bytes: Uint8Array<ArrayBuffer>): void {
    const before = held.get(hash);
    held.delete(hash);
    held.set(hash, before ?? { type, bytes, by: new Set() });
    held.get(hash)!.by.add(node);
    if (!before) heldBytes += bytes.length;
    for (const oldest of held.keys()) {
      if (heldBytes <= MOST_HELD_BYTES) break;
      drop(oldest);
    }
  }

  function drop(hash: AssetHash): void {
    heldBytes -= held.get(hash)?.bytes.length ?? 0;
    held.delete(hash);
  }

  function ask(): void {
    timer ||= view.setTimeout(pump, TURN_MS);
  }

  function pump(): void {
    timer = 0;
    const nowMs = view.performance.now();
    allowance = Math.min(
      limits.assetBytesPerSecond / 4,
      allowance + ((nowMs - countedMs) * limits.assetBytesPerSecond) / 1000,
    );
    countedMs = nowMs;
    while (queue.length > 0 && allowance > 0 && bufferedBytes() < BUSY_BYTES) sendPart();
    if (queue.length > 0) ask();
  }

  function sendPart(): void {
    const next = queue[0]!;
    const asset = held.get(next.hash);
    const start = next.part * limits.assetPartBytes;
    const part = asset?.bytes.subarray(start, start + limits.assetPartBytes);
    const bytes = asset && part ? maskedBy(asset, part) : null;
    if (!asset || !bytes) {
      drop(next.hash);
      queue.shift();
      return;
    }
    const { type } = asset;
    const size = asset.bytes.length;
    // A line that is down comes back with a fresh snapshot, and with it all that is still wanted.
    if (!send({ kind: 'asset', hash: next.hash, type, size, part: next.part, bytes }))
      return void queue.splice(0);
    allowance -= bytes.length;
    sentBytes += bytes.length;
    next.part++;
    if (next.part * limits.assetPartBytes >= size) queue.shift();
  }

  function maskedBy({ by }: Held, part: Uint8Array) {
    for (const node of by) {
      const masked = maskBytes(part, careOf(node));
      if (masked) return masked;
    }
    return null;
  }

  return {
    /** Keeps it until it is asked for. `node` shows it. */
    async offer(node: Node, type: string, bytes: Uint8Array<ArrayBuffer>): Promise<Offered> {
      if (bytes.length > limits.assetBytes) return 'tooLarge';
      if (sentBytes + bytes.length > limits.assetPageBytes) return 'tooMuch';
      const hash = await hashAsset(bytes);
      hold(hash, node, type, bytes);
      return { hash, size: bytes.length };
    },
    /** Another node shows it as well. */
    share: (hash: AssetHash, node: Node): unknown => held.get(hash)?.by.add(node),
    has: (hash: AssetHash): boolean => held.has(hash),
    want(hash: AssetHash): void {
      if (!held.has(hash) || queue.some((one) => one.hash === hash)) return;
      queue.push({ hash, part: 0 });
      ask();
    },
    isBusy: (): boolean => queue.length > 0,
    stop(): void {
      view.clearTimeout(timer);
      queue.length = 0;
      held.clear();
    },
  };
}
