// A page without a secure context hashes by itself, and comes to the same.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashAsset } from './hashAsset.ts';

test('[ASSET-1] the hash of a page without a secure context is that of any other', async () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 1000, 300_000]) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + length) & 255);
    const wanted = createHash('sha256').update(bytes).digest('hex');
    expect(await hashAsset(bytes, undefined), String(length)).toBe(wanted);
    expect(await hashAsset(bytes), String(length)).toBe(wanted);
  }
});
