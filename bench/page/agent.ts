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
let held: Uint8Array<ArrayBuffer>[] = [];

/** A viewer that has seen nothing yet; the last one goes. */
export function open(): void {
  viewer?.dispose();
  applied = resyncs = 0;
  inexact = [];
  viewer = createViewer({
    container: document.body,
    loopbackAssets: true,
    onPage: () => undefined,
    onLayout: () => undefined,
    onApplied: () => void applied++,
    onResync: () => void resyncs++,
    onInexact: (runs) => void inexact.push(...runs),
    onFrame: () => undefined,
  });
}

async function messageOf(wire: Uint8Array<ArrayBuffer>): Promise<PageMessage> {
  let frame = wire;
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

/** Frames as they crossed the wire, in Base64. */
export const hold = (frames: readonly string[]): void =>
  void (held = frames.map((frame) => new Uint8Array(fromBase64(frame))));

/** Inflates, decodes and applies what is held. */
export async function play(): Promise<{ applied: number; resyncs: number; inexact: Runs }> {
  for (const frame of held.splice(0)) viewer!.apply(await messageOf(frame));
  const asked = inexact;
  inexact = [];
  return { applied, resyncs, inexact: asked };
}

export const shown = (): Document => viewer!.frame.contentDocument!;

export async function describe(): Promise<string[]> {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return describePage(shown(), null);
}
