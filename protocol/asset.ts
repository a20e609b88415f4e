// Assets: pictures and fonts that the agent's browser cannot load by itself. The viewer says what it lacks, by node and address; the
// customer's page answers with a hash, or why not; the bytes follow for whoever has none with that hash.
import type { Brand } from './brand.ts';
import { as, float, list, oneOf, rest, struct, text, uint, union } from './codec.ts';
import { limits } from './limits.ts';
import type { MaskedBytes } from './maskedBytes.ts';
import type { MaskedText } from './maskedText.ts';
import { nodeId } from './place.ts';

/** SHA-256 of the bytes, in hexadecimal. */
export type AssetHash = Brand<string, 'AssetHash'>;
const hash = as<AssetHash>()(text(64));

/** Why the customer's page has nothing to send. `broken`: it shows nothing either. */
export const missingReasons = [
  'masked',
  'tainted',
  'protected',
  'tooLarge',
  'tooMuch',
  'gone',
  'broken',
] as const;
export type MissingReason = (typeof missingReasons)[number];

/** Agent → customer. What cannot be had by itself, each by a node that shows it: an element, or the root that adopted a sheet. */
export const assetWanted = struct({
  /** What a canvas or video shows, or which of its sources a picture does, from now on. */
  pictures: list(nodeId, limits.assetsWanted),
  /** What did not load. */
  addresses: list(
    struct({ node: nodeId, address: text(limits.addressLength) }),
    limits.assetsWanted,
  ),
  /** What was found and is not at hand. */
  hashes: list(hash, limits.assetsWanted),
});

/** Customer → agent. What the node shows, or what stands at the address; its own size in CSS pixels. */
export const assetFound = struct({
  node: nodeId,
  /** Empty for what the node itself shows. */
  address: text(limits.addressLength),
  width: uint,
  height: uint,
  what: union('is', {
    asset: struct({ hash, size: uint }),
    missing: struct({ why: oneOf(missingReasons) }),
    /** The one of its sources that a picture shows, and that picture's pixels per CSS pixel. */
    source: struct({ from: as<MaskedText>()(text(limits.addressLength)), density: float }),
  }),
});

/** Customer → agent. One part of an asset; all but the last have `limits.assetPartBytes`. */
export const asset = struct({
  hash,
  type: text(64),
  size: uint,
  part: uint,
  bytes: as<MaskedBytes>()(rest),
});
