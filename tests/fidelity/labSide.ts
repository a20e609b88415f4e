// One side of the lab: a mirror of the customer's page, and a viewer that is told by real frames what it sends.
import { createAssets } from '../../snippet/assets/createAssets.ts';
import type { Assets } from '../../snippet/assets/createAssets.ts';
import { createMirror } from '../../snippet/mirror/createMirror.ts';
import { createNodeIds } from '../../snippet/mirror/nodeIds.ts';
import type { NodeIds } from '../../snippet/mirror/nodeIds.ts';
import type { Mirror } from '../../snippet/mirror/mirror.ts';
import type { PrivacyPolicy } from '../../snippet/privacy/policy.ts';
import { createAssetCache } from '../../extension/assets/createAssetCache.ts';
import { createViewer } from '../../extension/viewer/createViewer.ts';
import type { PageMessage, Viewer } from '../../extension/viewer/viewer.ts';
import { decode, encode } from '../../protocol/frame.ts';
import type { Message } from '../../protocol/frame.ts';

export interface Side {
  readonly mirror: Mirror;
  readonly assets: Assets;
  readonly ids: NodeIds;
  readonly viewer: Viewer;
  readonly frames: Uint8Array[];
  resyncs: number;
  /** Runs of HTML that did not parse to what was sent. */
  inexact: number;
  readonly failures: string[];
}

/** Of the lab's own origin, and so kept from one visit to the next. */
const cache = createAssetCache({ indexedDB, nowMs: Date.now, mostBytes: 64 * 1024 * 1024 });

export function createSide(
  customer: Window & typeof globalThis,
  policy: PrivacyPolicy,
  container: HTMLElement,
): Side {
  const ids = createNodeIds(1, () => undefined);
  const frames: Uint8Array[] = [];
  const failures: string[] = [];
  const side = { frames, failures, ids, resyncs: 0, inexact: 0 } as {
    -readonly [K in keyof Side]: Side[K];
  };
  side.viewer = createViewer({
    container,
    loopbackAssets: true,
    onPage: () => undefined,
    onLayout: () => undefined,
    assets: {
      store: cache,
      ask: (wanted) => side.assets.wanted({ kind: 'assetWanted', ...wanted }),
    },
    onApplied: (sequence) => side.mirror.acknowledged(sequence),
    onFrame: () => undefined,
    onInexact: (runs) => {
      side.inexact += runs.length;
      side.mirror.inexact(runs);
      side.mirror.flush();
    },
    onResync: () => {
      side.resyncs++;
      side.mirror.snapshot();
    },
  });
  const send = (message: PageMessage): boolean => {
    const frame = encode(message as Message);
    frames.push(frame);
    const decoded = decode(frame);
    if (!decoded.ok) throw new Error(decoded.problem);
    side.viewer.apply(decoded.message as PageMessage);
    return true;
  };
  const parts = { window: customer, policy, ids, send, bufferedBytes: () => 0 };
  side.assets = createAssets(parts);
  side.mirror = createMirror({
    ...parts,
    isOwn: (node) => node.nodeName === 'ALONGSIDE-UI',
    onFailure: (error) => failures.push(String((error as Error).stack ?? error)),
  });
  return side;
}
