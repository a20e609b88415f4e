// Where assets come from (interface): a store that keeps them from one session to the next, by the hash of their bytes, and the customer's page.
import type { AssetHash } from '../../protocol/asset.ts';
import type { Wanted } from './wants.ts';

export interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface AssetStore {
  read(hash: AssetHash): Promise<Asset | null>;
  write(hash: AssetHash, asset: Asset): Promise<void>;
}

export interface AssetSupply {
  readonly store: AssetStore;
  /** Asks the customer's page. */
  readonly ask: (wanted: Wanted) => void;
}
