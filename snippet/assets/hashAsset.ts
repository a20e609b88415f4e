// The hash by which an asset is known. The browser's own SHA-256 where the page is a secure context, ours where it is not; ours leaves the
// page its turn after every slice.
import type { AssetHash } from '../../protocol/asset.ts';
import { hexOf, sha256Slices } from '../../protocol/sha256.ts';

export async function hashAsset(
  bytes: Uint8Array<ArrayBuffer>,
  subtle: SubtleCrypto | undefined = crypto.subtle,
): Promise<AssetHash> {
  const digest = subtle
    ? new Uint8Array(await subtle.digest('SHA-256', bytes))
    : await digestInTurns(bytes);
  return hexOf(digest) as AssetHash;
}

async function digestInTurns(bytes: Uint8Array): Promise<Uint8Array> {
  const slices = sha256Slices(bytes);
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
    await new Promise((turn) => setTimeout(turn));
  }
}
