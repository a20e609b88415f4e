// Runs in a page of its own: the extension's viewer, fed with the frames that crossed the wire.
import { inflate } from '../../channel/deflate.ts';
import { createViewer } from '../../extension/viewer/createViewer.ts';
import type { Viewer } from '../../extension/viewer/viewer.ts';
import { decode, maxFrameBytes } from '../../protocol/frame.ts';
import type { MessageOf } from '../../protocol/frame.ts';
import { DEFLATED, kindOf } from '../../protocol/kinds.ts';
import { fromBase64 } from '../../scripts/inspect/page/base64.ts';
import { describePage } from '../../tests/fidelity/describePage.ts';

type Runs = MessageOf<'inexact'>['runs'];
type PageMessage = MessageOf<'snapshot'> | MessageOf<'batch'>;

let viewer: Viewer | null = null;
let applied = 0;
let resyncs = 0;
let inexact: Runs[number][] = [];

/** A viewer that has seen nothing yet; the last one goes. */
export async function open(): Promise<void> {
  viewer?.dispose();
  applied = resyncs = 0;
  inexact = [];
  const opened = createViewer({
    container: document.body,
    loopbackAssets: true,
    onPage: () => undefined,
    onLayout: () => undefined,
    onApplied: () => void applied++,
    onResync: () => void resyncs++,
    onInexact: (runs) => void inexact.push(...runs),
  });
  viewer = opened;
  await new Promise((done) => opened.frame.addEventListener('load', done, { once: true }));
}

export async function messageOf(base64: string): Promise<PageMessage> {
  let frame = new Uint8Array(fromBase64(base64));
  const first = frame[0] ?? 0;
  if (first & DEFLATED) {
    const payload = await inflate(frame.subarray(1), maxFrameBytes(kindOf(first)!, 'inflated'));
    if (!payload) throw new Error('a frame cannot be inflated');
    frame = new Uint8Array(payload.length + 1);
    frame[0] = first & ~DEFLATED;
    frame.set(payload, 1);
  }
  const decoded = decode(frame);
  if (!decoded.ok) throw new Error(`a frame cannot be decoded: ${decoded.problem}`);
  return decoded.message as PageMessage;
}

export async function apply(
  frames: readonly string[],
): Promise<{ applied: number; resyncs: number; inexact: Runs }> {
  for (const frame of frames) viewer!.apply(await messageOf(frame));
  const asked = inexact;
  inexact = [];
  return { applied, resyncs, inexact: asked };
}

export async function describe(): Promise<string[]> {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return describePage(viewer!.frame.contentDocument!, null);
}
