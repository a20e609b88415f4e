// What the viewer lacks, gathered for a moment and asked for in few messages, once each.
import type { AssetHash } from '../../protocol/asset.ts';
import type { MessageOf } from '../../protocol/frame.ts';
import type { NodeId } from '../../protocol/ids.ts';
import { limits } from '../../protocol/limits.ts';

const GATHER_MS = 20;
/** A page that lacks more than this has more to worry about than pictures. */
const MOST_ADDRESSES = 2000;

export type Wanted = Omit<MessageOf<'assetWanted'>, 'kind'>;

export function createWants(send: (wanted: Wanted) => void) {
  const pictures = new Set<NodeId>();
  const addresses = new Map<string, NodeId>();
  const hashes = new Set<AssetHash>();
  const asked = new Set<string>();
  let timer = 0;

  function take<T>(from: { readonly size: number; keys(): Iterator<T> }, remove: (of: T) => void) {
    const taken: T[] = [];
    for (let next = from.keys().next(); !next.done && taken.length < limits.assetsWanted;) {
      taken.push(next.value);
      remove(next.value);
      next = from.keys().next();
    }
    return taken;
  }

  function flush(): void {
    timer = 0;
    while (pictures.size + addresses.size + hashes.size > 0) {
      const nodes = new Map(addresses);
      send({
        pictures: take(pictures, (id) => pictures.delete(id)),
        addresses: take(addresses, (address) => addresses.delete(address)).map((address) => ({
          node: nodes.get(address)!,
          address,
        })),
        hashes: take(hashes, (hash) => hashes.delete(hash)),
      });
    }
  }

  const soon = () => void (timer ||= window.setTimeout(flush, GATHER_MS));

  return {
    picture(node: NodeId): void {
      pictures.add(node);
      soon();
    },
    /** False when it was asked for already. */
    address(node: NodeId, address: string): boolean {
      if (asked.has(address) || asked.size >= MOST_ADDRESSES) return false;
      if (address.length > limits.addressLength) return false;
      asked.add(address);
      addresses.set(address, node);
      soon();
      return true;
    },
    hash(hash: AssetHash): void {
      hashes.add(hash);
      soon();
    },
    /** The page is told anew: other nodes, and perhaps other answers. */
    reset(): void {
      window.clearTimeout(timer);
      timer = 0;
      pictures.clear();
      addresses.clear();
      asked.clear();
      if (hashes.size > 0) soon();
    },
  };
}
