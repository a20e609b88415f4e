// Runs in a page of its own: the extension's viewer, fed with the frames that left the page under inspection.
import { createViewer } from '../../../extension/viewer/createViewer.ts';
import type { Viewer } from '../../../extension/viewer/viewer.ts';
import { decode } from '../../../protocol/frame.ts';
import type { MessageOf } from '../../../protocol/frame.ts';
import { fromBase64 } from './base64.ts';
import { describeNodes } from './describeNodes.ts';
import { finishAnimations } from './finishAnimations.ts';
import type { NodeRecord } from './nodeRecord.ts';

type Runs = MessageOf<'inexact'>['runs'];

let viewer: Viewer;
let applied = 0;
let resyncs = 0;
let inexact: Runs[number][] = [];
const problems: string[] = [];

export async function open(loopbackAssets: boolean): Promise<void> {
  viewer = createViewer({
    container: document.body,
    loopbackAssets,
    onPage: () => undefined,
    onLayout: () => undefined,
    onApplied: (sequence) => (applied = sequence),
    onResync: () => resyncs++,
    onFrame: () => undefined,
    onInexact: (runs) => void inexact.push(...runs),
  });
}

export function apply(frames: readonly string[]): {
  applied: number;
  resyncs: number;
  /** Asked for since the last call. */
  inexact: Runs;
  problems: string[];
} {
  for (const frame of frames) {
    const decoded = decode(fromBase64(frame));
    if (decoded.ok) viewer.apply(decoded.message as MessageOf<'snapshot'> | MessageOf<'batch'>);
    else problems.push(decoded.problem);
  }
  const asked = inexact;
  inexact = [];
  return { applied, resyncs, inexact: asked, problems };
}

const shown = () => viewer.frame.contentDocument!;

export const rest = (): void => finishAnimations(shown());

/** Fonts and pictures are there, or will not come. */
export async function settled(): Promise<void> {
  await shown().fonts.ready;
  await Promise.all(
    Array.from(
      shown().images,
      (image) => image.loading !== 'lazy' && image.decode().catch(() => undefined),
    ),
  );
}

export const describe = (): NodeRecord[] =>
  describeNodes(shown(), null, (node) => viewer.idOf(node));
