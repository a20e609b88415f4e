// The one cache of assets that the panel and the tab share.
import { createAssetCache } from './createAssetCache.ts';

const MOST_BYTES = 128 * 1024 * 1024;

export const assetCache = createAssetCache({ indexedDB, nowMs: Date.now, mostBytes: MOST_BYTES });
