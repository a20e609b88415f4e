// Runs in the page under inspection: the snippet's mirror, its messages as frames to be carried over, and the page described.
import { encode } from '../../../protocol/frame.ts';
import type { Message, MessageOf } from '../../../protocol/frame.ts';
import { createAssets } from '../../../snippet/assets/createAssets.ts';
import { createMirror } from '../../../snippet/mirror/createMirror.ts';
import type { Mirror } from '../../../snippet/mirror/mirror.ts';
import { createNodeIds } from '../../../snippet/mirror/nodeIds.ts';
import { createPolicy } from '../../../snippet/privacy/createPolicy.ts';
import { describeNodes } from './describeNodes.ts';
import { finishAnimations } from './finishAnimations.ts';
import { lookAround } from './lookAround.ts';
import type { NodeRecord } from './nodeRecord.ts';
import { toBase64 } from './base64.ts';

const policy = createPolicy();
const ids = createNodeIds(1, () => undefined);
const failures: string[] = [];
let waiting: Uint8Array[] = [];
let snapshotMs = 0;
let startedMs = 0;

/** Addresses that the page has read for the agent. */
const supplied = new Set<string>();

function send(message: Message): boolean {
  if (message.kind === 'snapshot' && snapshotMs === 0) snapshotMs = performance.now() - startedMs;
  if (message.kind === 'assetFound' && message.what.is === 'asset') supplied.add(message.address);
  waiting.push(encode(message));
  return true;
}

const parts = { window, policy, ids, send, bufferedBytes: () => 0 };
const mirror: Mirror = createMirror({
  ...parts,
  isOwn: (node) => node.nodeName === 'ALONGSIDE-UI',
  onFailure: (error) => failures.push(error instanceof Error ? error.message : String(error)),
});
const assets = createAssets(parts);

export function wanted(all: readonly Omit<MessageOf<'assetWanted'>, 'kind'>[]): void {
  for (const one of all) assets.wanted({ kind: 'assetWanted', ...one });
}

/** The frames that left since the last call, as text that every browser hands out of a page. */
export function take(): string[] {
  const frames = waiting;
  waiting = [];
  return frames.map(toBase64);
}

export function snapshot(): void {
  startedMs = performance.now();
  mirror.snapshot();
}

export const acknowledged = (sequence: number): void => mirror.acknowledged(sequence);

export const inexact: Mirror['inexact'] = (runs) => mirror.inexact(runs);

/** Motion is brought to its end: two pictures of it could only agree by chance. */
export const rest = (): void => finishAnimations(document);

/** Describes the page in the same moment as the last of its frames leaves; from then on nothing is mirrored. */
export function finish(): {
  nodes: NodeRecord[];
  frames: string[];
  failures: string[];
  snapshotMs: number;
  supplied: string[];
} {
  mirror.flush();
  const nodes = describeNodes(document, policy, (node) => ids.idOf(node));
  assets.stop();
  mirror.stop();
  return { nodes, frames: take(), failures, snapshotMs, supplied: [...supplied] };
}

export const look = () => lookAround(document, policy);
