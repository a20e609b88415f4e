// *What the agent sees*, all of it: the picture, drawn from the very frames that leave, and the marks on the page itself. Fetched when it is
// first pressed. Invariant: for it nothing is sent to the agent but a fresh snapshot; pictures are answered to the preview alone.
import { decode, encode } from '../../protocol/frame.ts';
import type { Reason } from '../../protocol/controlPlane.ts';
import type { Message } from '../../protocol/frame.ts';
import { kindOf } from '../../protocol/kinds.ts';
import type { FromPreview } from '../../protocol/preview.ts';
import type { Assets } from '../assets/createAssets.ts';
import type { NodeIds } from '../mirror/nodeIds.ts';
import type { Host } from '../overlay/createHost.ts';
import { openHiddenPanel } from '../overlay/hiddenPanel.ts';
import { openPreviewPanel } from '../overlay/previewPanel.ts';
import type { PreviewPanel } from '../overlay/previewPanel.ts';
import type { PrivacyPolicy } from '../privacy/policy.ts';
import { createAssetsOnDemand } from './createAssetsOnDemand.ts';
import { findHidden } from './findHidden.ts';
import type { View } from './viewOf.ts';

/** The page's name beside this file: the build knows it. */
declare const PREVIEW_PAGE: string;

/** What the session lets it have. */
export interface SeesLink {
  readonly ids: NodeIds;
  readonly policy: PrivacyPolicy;
  /** Hands on every frame that leaves, as it leaves; null: no longer. */
  tee(take: ((frame: Uint8Array<ArrayBuffer>) => void) | null): void;
  /** Tells the page what the viewer here could not make out, as the agent's would. */
  ask(message: Message): void;
  /** Who decided about a node. Rejects where that cannot be found out. */
  explainer(): Promise<(node: Node) => readonly Reason[]>;
  /** The agent's marks so far. */
  marks(): readonly Message[];
}

export interface SeesOptions {
  readonly host: Host;
  readonly bar: HTMLElement;
  readonly agentName: string;
  readonly link: SeesLink;
  readonly view: View;
  readonly onClose: () => void;
}

export interface Sees {
  show(view: View): void;
  mark(message: Message): void;
  close(): void;
}

const drawn = /^(snapshot|batch|frame|frameSnapshot|frameBatch)$/;
const lacking = /^(inexact|frameInexact|frameResync)$/;
const marking = /^(pointer|highlight|annotation|comment)/;
const drawing = 'Drawing the page…';

export function openSees({ host, bar, agentName, link, view, onClose }: SeesOptions): Sees {
  const address = new URL(PREVIEW_PAGE, import.meta.url);
  let shown = view;
  let panel: { close(): void };
  let preview: PreviewPanel | null = null;
  let assets: Assets | null = null;
  /** What comes before a snapshot belongs to one that the preview has not seen. */
  let begun = false;
  let hasPicture = true;
  let explain: (node: Node) => readonly Reason[] = () => [];

  function take(frame: Uint8Array<ArrayBuffer>): void {
    const kind = kindOf(frame[0]!)!;
    if (!drawn.test(kind) || !(begun || kind === 'snapshot')) return;
    preview?.say(frame);
    if (begun) return;
    begun = true;
    preview?.veil(null);
    for (const message of link.marks()) mark(message);
  }

  function hear(word: FromPreview): void {
    if (word === 'escape') return onClose();
    if (word === 'ready') return begin();
    const decoded = decode(word);
    if (!decoded.ok) return;
    const { message } = decoded;
    if (message.kind === 'resync') askSnapshot();
    else if (lacking.test(message.kind)) link.ask(message);
    else if (message.kind === 'assetWanted' && shown.frame)
      (assets ??= startAssets()).wanted(message);
  }

  function begin(): void {
    rest();
    show(shown);
    preview?.say({ agentName });
    link.tee(take);
    askSnapshot();
  }

  /** Nothing has turned out inexact: it is the fresh snapshot that is wanted. */
  const askSnapshot = () => link.ask({ kind: 'inexact', runs: [] });

  const startAssets = () =>
    createAssetsOnDemand(async () => (await import('../assets/createAssets.ts')).createAssets, {
      window,
      ids: link.ids,
      policy: link.policy,
      send(message) {
        preview?.say(encode(message));
        return true;
      },
      bufferedBytes: () => 0,
    });

  function mark(message: Message): void {
    if (begun && marking.test(message.kind)) preview?.say(encode(message));
  }

  function rest(): void {
    begun = false;
    assets?.stop();
    assets = null;
  }

  function letGo(): void {
    link.tee(null);
    rest();
    preview = null;
    panel.close();
  }

  function openPicture(): void {
    panel = preview = openPreviewPanel(host, {
      agentName,
      address,
      bar,
      onWord: hear,
      onMissing() {
        hasPicture = false;
        switchTo(openMarks);
      },
      onMarks: () => switchTo(openMarks),
      onClose,
    });
    show(shown);
  }

  function openMarks(): void {
    panel = openHiddenPanel(host, {
      agentName,
      find: () => findHidden(document, link.policy, host.isOwn),
      explain: (node) => explain(node),
      onPicture: hasPicture ? () => switchTo(openPicture) : null,
      onClose,
    });
  }

  function switchTo(open: () => void): void {
    letGo();
    open();
  }

  function show(next: View): void {
    shown = next;
    if (next.frame) {
      if (!begun) preview?.veil(drawing);
      return;
    }
    rest();
    preview?.veil(next.bar?.says ?? '');
    preview?.say(null);
  }

  openPicture();
  // Where nobody can say who decided, what is hidden is shown all the same.
  link.explainer().then(
    (found) => (explain = found),
    () => undefined,
  );
  return { show, mark, close: letGo };
}
