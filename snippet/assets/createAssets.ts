// What the agent's browser cannot load by itself, from the customer's page. Fetched when a viewer first asks for something. It answers for what
// stands on the page and may be seen, and for nothing else, whatever is asked; nothing in here throws.
import type { AssetHash } from '../../protocol/asset.ts';
import type { MessageOf } from '../../protocol/frame.ts';
import type { NodeId } from '../../protocol/ids.ts';
import { maskBytes } from '../privacy/maskBytes.ts';
import { careBits } from '../privacy/policy.ts';
import type { PrivacyPolicy } from '../privacy/policy.ts';
import type { NodeIds } from '../mirror/nodeIds.ts';
import { createOutbox } from './outbox.ts';
import type { Offered } from './outbox.ts';
import { createPictures } from './pictures.ts';
import { readAddress } from './readAddress.ts';
import { createTurns } from './createTurns.ts';
import { standsIn } from './standsIn.ts';
import type { Found, Told } from './told.ts';

export interface AssetsOptions {
  readonly window: Window & typeof globalThis;
  readonly ids: NodeIds;
  readonly policy: PrivacyPolicy;
  readonly send: (message: MessageOf<'asset'> | MessageOf<'assetFound'>) => boolean;
  readonly bufferedBytes: () => number;
}

export interface Assets {
  wanted(message: MessageOf<'assetWanted'>): void;
  stop(): void;
}

/** Addresses that are read at the same time. */
const LANES = 4;
/** What could not be had is not tried again before this. */
const RETRY_MS = 15_000;
const MOST_ADDRESSES = 4096;

export function createAssets({
  window: view,
  ids,
  policy,
  send,
  bufferedBytes,
}: AssetsOptions): Assets {
  let stopped = false;
  let reads = 0;
  const lanes: Promise<unknown>[] = Array.from({ length: LANES }, () => Promise.resolve());
  const known = new Map<string, { readonly answer: Promise<Offered>; readonly atMs: number }>();
  const none = new Uint8Array();

  const careOf = (node: Node) =>
    ids.idOf(node) && node.isConnected ? policy.careOf(node) : careBits.blocked;
  const maySee = (node: Node) => maskBytes(none, careOf(node)) !== null;
  const outbox = createOutbox({ view, send, bufferedBytes, careOf });

  const tell = (found: Found) => {
    if (!stopped) send({ kind: 'assetFound', ...found });
  };
  const whatIs = (offered: Offered): Found['what'] =>
    typeof offered === 'string'
      ? { is: 'missing', why: offered }
      : { is: 'asset', hash: offered.hash, size: offered.size };

  const pictures = createPictures({
    view,
    maySee: (element, id) => ids.idOf(element) === id && maySee(element),
    tell(found, isNext) {
      tell(found);
      // The first picture may be at hand from another session; what follows it is not.
      if (isNext && found.what.is === 'asset') outbox.want(found.what.hash);
    },
    async offer(element, type, bytes): Promise<Told> {
      const offered = await outbox.offer(element, type, bytes);
      if (stopped || !maySee(element)) return null;
      return {
        key: typeof offered === 'string' ? offered : offered.hash,
        what: whatIs(offered),
      };
    },
    isBusy: outbox.isBusy,
  });

  async function read(node: Node, address: string): Promise<Offered> {
    const found = await readAddress(view, node, address);
    if (stopped || !maySee(node)) return 'masked';
    return typeof found === 'string' ? found : outbox.offer(node, found.type, found.bytes);
  }

  function answerOf(node: Node, address: string): Promise<Offered> {
    const before = known.get(address);
    if (before && view.performance.now() - before.atMs < RETRY_MS) return before.answer;
    const lane = reads++ % LANES;
    const answer = lanes[lane]!.then(() => read(node, address)).catch((): Offered => 'gone');
    lanes[lane] = answer;
    if (known.size >= MOST_ADDRESSES) known.clear();
    known.set(address, { answer, atMs: view.performance.now() });
    return answer;
  }

  async function find(id: NodeId, address: string): Promise<void> {
    const node = ids.nodeOf(id);
    if (!node || ids.idOf(node) !== id || !/^(https?|blob):/.test(address)) return;
    const { naturalWidth: width = 0, naturalHeight: height = 0 } = node as HTMLImageElement;
    const answer = (what: Found['what']) => tell({ node: id, address, width, height, what });
    if (!maySee(node)) return answer({ is: 'missing', why: 'masked' });
    if (!standsIn(node, address)) return answer({ is: 'missing', why: 'gone' });
    const offered = await answerOf(node, address);
    if (!maySee(node)) return answer({ is: 'missing', why: 'masked' });
    if (typeof offered !== 'string') {
      if (!outbox.has(offered.hash)) {
        known.delete(address);
        return find(id, address);
      }
      outbox.share(offered.hash, node);
    }
    answer(whatIs(offered));
  }

  function stop(): void {
    stopped = true;
    turns.stop();
    pictures.stop();
    outbox.stop();
    known.clear();
  }

  const quietly = (work: () => void) => {
    if (stopped) return;
    try {
      work();
    } catch {
      // Pictures are no reason to end a session: the viewer shows what it can load by itself.
      stop();
    }
  };

  const turns = createTurns(view, quietly);

  return {
    wanted: ({ pictures: nodes, addresses, hashes }) =>
      quietly(() => {
        for (const id of nodes) {
          const node = ids.nodeOf(id);
          if (node?.nodeType === 1 && ids.idOf(node) === id) pictures.watch(node as Element, id);
        }
        for (const { node, address } of addresses)
          turns.add(() => void find(node, address).catch(() => undefined));
        for (const hash of hashes) outbox.want(hash as AssetHash);
      }),
    stop: () => quietly(stop),
  };
}
