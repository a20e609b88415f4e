// Runs in the browser: a customer's page in one frame, mirrored through real frames into a real viewer, with what joins from its own
// frames of other origins. Those carry the built loader, and know nothing of the lab.
import { createFramesOnDemand } from '../../snippet/frames/createFramesOnDemand.ts';
import type { FramesOnDemand } from '../../snippet/frames/createFramesOnDemand.ts';
import { createMirror } from '../../snippet/mirror/createMirror.ts';
import { createNodeIds } from '../../snippet/mirror/nodeIds.ts';
import type { Mirror } from '../../snippet/mirror/mirror.ts';
import type { Policies } from '../../snippet/privacy/compile.ts';
import { createRules } from '../../snippet/privacy/createRules.ts';
import type { SiteRules } from '../../snippet/privacy/createRules.ts';
import { createPolicy } from '../../snippet/privacy/createPolicy.ts';
import { frameWord } from '../../snippet/surface.ts';
import type { FramePage } from '../../snippet/surface.ts';
import { createViewer } from '../../extension/viewer/createViewer.ts';
import type { PageMessage, Viewer } from '../../extension/viewer/viewer.ts';
import { decode, encode } from '../../protocol/frame.ts';
import type { Message } from '../../protocol/frame.ts';
import type { NodeId } from '../../protocol/ids.ts';
import type { MaskedText } from '../../protocol/maskedText.ts';
import { createOpWriter } from '../../protocol/opWriter.ts';
import { describePage } from '../fidelity/describePage.ts';

const policy = createPolicy();
const framed: FramePage['framed'] = new WeakMap();
addEventListener('message', (event) => {
  if (event.data === frameWord && event.source) framed.set(event.source, event);
});

let rules: SiteRules | null = null;
let streams = 0;
let mirror: Mirror;
let frames: FramesOnDemand;
let viewer: Viewer;
let nextNode = 1;
/** What left the customer's browser, and what the viewer answered. */
const sent: Message[] = [];
const bytes: Uint8Array[] = [];
const times: number[] = [];
const answers: Message[] = [];
const failures: string[] = [];

function guard<A extends unknown[]>(work: (...values: A) => void) {
  return (...values: A) => {
    try {
      work(...values);
    } catch (error) {
      failures.push(String((error as Error).stack ?? error));
    }
  };
}

const lab = {
  customer: null as unknown as Window & typeof globalThis,
  framed,
  sent,
  answers,
  times,
  failures,
  get viewer() {
    return viewer;
  },

  /** Opens the customer's page in a frame; nothing is shared yet. */
  async open(address: string): Promise<void> {
    const frame = document.createElement('iframe');
    frame.width = '1000';
    frame.height = '700';
    frame.src = address;
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    lab.customer = frame.contentWindow as Window & typeof globalThis;
    viewer = createViewer({
      container: document.body,
      loopbackAssets: true,
      onPage: () => undefined,
      onLayout: () => undefined,
      onApplied: (sequence) => mirror.acknowledged(sequence),
      onInexact: (runs) => mirror.inexact(runs),
      onResync: () => {
        answers.push({ kind: 'resync' });
        mirror.snapshot();
      },
      onFrame(message) {
        answers.push(message);
        frames.receive(message);
      },
    });
  },

  /** The customer has consented. */
  share(): void {
    const ids = createNodeIds(nextNode, (free) => (nextNode = free));
    const channel = {
      bufferedBytes: () => 0,
      send(message: Message) {
        const frame = encode(message);
        bytes.push(frame);
        times.push(performance.now());
        const decoded = decode(frame);
        if (!decoded.ok) throw new Error(decoded.problem);
        sent.push(decoded.message);
        if (message.kind !== 'pointer') viewer.apply(decoded.message as PageMessage);
        return true;
      },
    };
    frames = createFramesOnDemand({
      handed: () => rules?.handed() ?? null,
      ids,
      policy,
      framed,
      channel,
      guard,
      nextStream: (take) => take(++streams),
    });
    mirror = createMirror({
      window: lab.customer,
      policy,
      ids,
      isOwn: () => false,
      send: frames.send,
      framed: frames.add,
      bufferedBytes: () => 0,
      onFailure: (error) => failures.push(String((error as Error).stack ?? error)),
    });
    mirror.snapshot();
  },

  /** Paused, taken back or ended: the same to the page. */
  stop(): void {
    frames.stop();
    mirror.stop();
  },
  /** The site's policies are these from now on. */
  obey(policies: Policies): void {
    if (rules) rules.use(policies);
    else {
      rules = createRules({ window: lab.customer, policies, onRuling: () => undefined });
      policy.obey(rules);
    }
  },
  resync: () => mirror.snapshot(),
  flush: () => mirror.flush(),
  say: (message: Message) => frames.receive(message),

  /** The latest stream that has been told a frame; 0 for none. */
  latestStream: (): number =>
    Math.max(0, ...sent.map((each) => (each.kind === 'frame' && each.node ? each.stream : 0))),
  /** The viewer's document in the frame at this path of selectors. */
  shown(...path: string[]): Document | null {
    let at: Document | null = viewer.frame.contentDocument;
    for (const selector of path) {
      const frame: HTMLIFrameElement | null | undefined = at?.querySelector(selector);
      at = frame?.contentDocument ?? null;
    }
    return at;
  },
  text: (...path: string[]): string => lab.shown(...path)?.body?.textContent ?? '',
  isLabelled: (selector: string): boolean | undefined =>
    lab.shown()?.querySelector(selector)?.hasAttribute('alongside-foreign'),
  describe: (...path: string[]): string[] => describePage(lab.shown(...path)!, null),
  /** What a frame might say of what is not its own: each as bytes. It is stream 1; the last of them alone is to be passed on, and not to be built. */
  forge(top: NodeId): number[][] {
    const ops = new Uint8Array([1, 2, 3]);
    const writer = createOpWriter();
    // Its nodes numbered as the page's.
    writer.insert(0, 0, 1 as NodeId);
    writer.document('https://shop.example/' as MaskedText, 'noQuirks');
    writer.end();
    writer.end();
    const none = 0 as NodeId;
    const messages: Message[] = [
      { kind: 'snapshot', sequence: 1, ops },
      { kind: 'batch', sequence: 2, ops },
      { kind: 'end' },
      { kind: 'frame', stream: 1, node: top },
      { kind: 'frame', stream: 2, node: top },
      { kind: 'frameSnapshot', stream: 2, sequence: 1, ops },
      { kind: 'frameBatch', stream: 0, sequence: 2, ops },
      { kind: 'pointer', gone: false, at: { node: top, x: 0, y: 0 } },
      { kind: 'pointer', gone: true, at: { node: none, x: 0, y: 0 } },
      { kind: 'frameSnapshot', stream: 1, sequence: 1, ops: writer.take() },
    ];
    return messages.map((message) => [...encode(message)]);
  },
  /** Every byte that left, as text. */
  left: (): string => bytes.map((frame) => new TextDecoder().decode(frame)).join('\n'),
};

export type FramesLab = typeof lab;
(window as unknown as { lab: FramesLab }).lab = lab;
