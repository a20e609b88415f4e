// Assets by their hash: from what is here, from the store, or part by part from the customer's page. Each is hashed again when it is whole;
// nothing is taken for another. What it says it is, is what screen.ts lets it be.
import type { AssetHash } from '../../protocol/asset.ts';
import type { MessageOf } from '../../protocol/frame.ts';
import { limits } from '../../protocol/limits.ts';
import type { Asset, AssetStore } from './assetStore.ts';
import { screenType } from './screen.ts';

/** `urls` are revoked when nothing shows them; so much stays meanwhile, for what comes back. */
const MOST_BYTES = 64 * 1024 * 1024;
/** A part that does not come, or never came: the line dropped it. */
const AGAIN_MS = 8000;
/** What a node shows next is sent unasked. */
const UNASKED_MS = 1500;
const MOST_TRIES = 4;

interface Coming {
  readonly size: number;
  readonly parts: Uint8Array[];
  readonly waiting: ((url: string | null) => void)[];
  /** Whether it is worth keeping. */
  isAsked: boolean;
  tries: number;
  timer: number;
}

export function createAssetReceiver(store: AssetStore, ask: (hash: AssetHash) => void) {
  /** The oldest use first. */
  const here = new Map<AssetHash, { readonly url: string; readonly blob: Blob }>();
  const coming = new Map<AssetHash, Coming>();
  const shown = new Map<AssetHash, number>();

  function keep(hash: AssetHash, { type, bytes }: Asset): string {
    const blob = new Blob([bytes], { type: screenType(type) });
    const url = URL.createObjectURL(blob);
    here.set(hash, { url, blob });
    let total = 0;
    for (const one of here.values()) total += one.blob.size;
    for (const [oldest, one] of here) {
      if (total <= MOST_BYTES) break;
      if (oldest === hash || shown.has(oldest)) continue;
      total -= one.blob.size;
      drop(oldest);
    }
    return url;
  }

  function drop(hash: AssetHash): void {
    URL.revokeObjectURL(here.get(hash)?.url ?? '');
    here.delete(hash);
  }

  function settle(hash: AssetHash, url: string | null): void {
    const entry = coming.get(hash);
    if (!entry) return;
    coming.delete(hash);
    window.clearTimeout(entry.timer);
    for (const done of entry.waiting) done(url);
  }

  function askFor(hash: AssetHash, entry: Coming): void {
    if (entry.tries++ >= MOST_TRIES) return settle(hash, null);
    entry.isAsked = true;
    entry.parts.length = 0;
    ask(hash);
    waitFor(hash, entry, AGAIN_MS);
  }

  function waitFor(hash: AssetHash, entry: Coming, waitMs: number): void {
    window.clearTimeout(entry.timer);
    entry.timer = window.setTimeout(() => askFor(hash, entry), waitMs);
  }

  async function lookFor(hash: AssetHash, entry: Coming, isNext: boolean): Promise<void> {
    if (isNext) return waitFor(hash, entry, UNASKED_MS);
    const kept = await store.read(hash).catch(() => null);
    if (coming.get(hash) !== entry) return;
    if (kept && (await hashOf(kept.bytes)) === hash) settle(hash, keep(hash, kept));
    else askFor(hash, entry);
  }

  async function complete(hash: AssetHash, entry: Coming, type: string): Promise<void> {
    const bytes = new Uint8Array(entry.size);
    let at = 0;
    for (const part of entry.parts) {
      bytes.set(part, at);
      at += part.length;
    }
    const isIt = (await hashOf(bytes)) === hash;
    if (coming.get(hash) !== entry) return;
    const asset = { type: screenType(type), bytes };
    settle(hash, isIt ? keep(hash, asset) : null);
    if (isIt && entry.isAsked) void store.write(hash, asset).catch(() => undefined);
  }

  return {
    /** The object URL of an asset that the customer's page has told of, or null when it does not come. `isNext`: it comes unasked. */
    find(hash: AssetHash, size: number, isNext: boolean): Promise<string | null> {
      const found = here.get(hash);
      if (found) {
        here.delete(hash);
        here.set(hash, found);
        return Promise.resolve(found.url);
      }
      if (size > limits.assetBytes) return Promise.resolve(null);
      return new Promise((done) => {
        const before = coming.get(hash);
        if (before) return void before.waiting.push(done);
        const entry: Coming = {
          size,
          parts: [],
          waiting: [done],
          isAsked: false,
          tries: 0,
          timer: 0,
        };
        coming.set(hash, entry);
        void lookFor(hash, entry, isNext);
      });
    },
    part({ hash, type, size, part, bytes }: MessageOf<'asset'>): void {
      const entry = coming.get(hash);
      if (!entry || entry.size !== size || part !== entry.parts.length) return;
      const isLast = (part + 1) * limits.assetPartBytes >= size;
      const wanted = isLast ? size - part * limits.assetPartBytes : limits.assetPartBytes;
      if (bytes.length !== wanted) return;
      entry.parts.push(bytes);
      if (!isLast) return waitFor(hash, entry, AGAIN_MS);
      window.clearTimeout(entry.timer);
      void complete(hash, entry, type);
    },
    /** What has been found, as long as it is here. */
    read: async (hash: AssetHash): Promise<string | null> =>
      (await here.get(hash)?.blob.text()) ?? null,
    /** Something shows it from now on, or no longer. */
    uses(hash: AssetHash, change: 1 | -1): void {
      const count = (shown.get(hash) ?? 0) + change;
      if (count > 0) shown.set(hash, count);
      else shown.delete(hash);
    },
    /** Nothing shows any. */
    unused: (): void => shown.clear(),
    /** It will not come back, as the frame of a video. */
    spent(hash: AssetHash): void {
      if (!shown.has(hash)) drop(hash);
    },
    clear(): void {
      for (const hash of [...coming.keys()]) settle(hash, null);
      shown.clear();
      for (const hash of [...here.keys()]) drop(hash);
    },
  };
}

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
