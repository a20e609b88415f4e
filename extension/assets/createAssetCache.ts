// Assets from one session to the next, on disk, the least recently used gone first. Each is sealed with its own hash: what lies on disk can be
// read again only when a customer's page tells that hash, because it shows that very picture.
import type { AssetHash } from '../../protocol/asset.ts';
import type { Asset, AssetStore } from '../viewer/assetStore.ts';

export interface AssetCacheOptions {
  readonly indexedDB: IDBFactory;
  readonly nowMs: () => number;
  readonly mostBytes: number;
}

interface Sealed {
  readonly id: string;
  readonly type: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}
/** Apart from the bytes, so that they need not be read to find the oldest. */
interface Use {
  readonly id: string;
  readonly size: number;
  readonly usedMs: number;
}

const NAME = 'alongside-assets';

export function createAssetCache({ indexedDB, nowMs, mostBytes }: AssetCacheOptions): AssetStore {
  let opened: Promise<IDBDatabase> | null = null;

  function open(): Promise<IDBDatabase> {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('assets', { keyPath: 'id' });
      request.result.createObjectStore('uses', { keyPath: 'id' });
    };
    return done(request);
  }

  async function begin(mode: IDBTransactionMode) {
    opened ??= open();
    const database = await opened.catch((error: unknown) => {
      opened = null;
      throw error;
    });
    const transaction = database.transaction(['assets', 'uses'], mode);
    return { assets: transaction.objectStore('assets'), uses: transaction.objectStore('uses') };
  }

  async function makeRoom(): Promise<void> {
    const { assets, uses } = await begin('readwrite');
    const all = (await done(uses.getAll())) as Use[];
    let total = all.reduce((sum, { size }) => sum + size, 0);
    for (const { id, size } of all.toSorted((one, other) => one.usedMs - other.usedMs)) {
      if (total <= mostBytes) return;
      total -= size;
      assets.delete(id);
      uses.delete(id);
    }
  }

  return {
    async read(hash) {
      const { id, key } = await sealOf(hash);
      const { assets, uses } = await begin('readwrite');
      const sealed = (await done(assets.get(id))) as Sealed | undefined;
      if (!sealed) return null;
      uses.put({ id, size: sealed.data.byteLength, usedMs: nowMs() } satisfies Use);
      const { iv, data, type } = sealed;
      const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, data);
      return { type, bytes: new Uint8Array(bytes) };
    },
    async write(hash, { type, bytes }: Asset) {
      if (bytes.length > mostBytes / 4) return;
      const { id, key } = await sealOf(hash);
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes);
      const { assets, uses } = await begin('readwrite');
      assets.put({ id, type, iv, data } satisfies Sealed);
      uses.put({ id, size: data.byteLength, usedMs: nowMs() } satisfies Use);
      await makeRoom();
    },
  };
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the store failed'));
  });

/** The name that it is kept under tells nothing of the key: that is the hash itself. */
async function sealOf(hash: AssetHash): Promise<{ id: string; key: CryptoKey }> {
  const secret = Uint8Array.from(hash.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const name = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${NAME} ${hash}`));
  const id = Array.from(new Uint8Array(name), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
  return {
    id,
    key: await crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['encrypt', 'decrypt']),
  };
}
