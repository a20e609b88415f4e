// The snippet's half of the page's reproduction (interface). Observers only mark what changed; at most every 16 ms the final
// state is read through the privacy policy and leaves as one mutation batch.
import type { MessageOf } from '../../protocol/frame.ts';
import type { MaskedText } from '../../protocol/maskedText.ts';
import type { PrivacyPolicy } from '../privacy/policy.ts';
import type { NodeIds } from './nodeIds.ts';

export interface MirrorOptions {
  readonly window: Window & typeof globalThis;
  readonly policy: PrivacyPolicy;
  readonly ids: NodeIds;
  /** Hosts of the snippet's own interface: never mirrored. */
  readonly isOwn: (node: Node) => boolean;
  readonly send: (message: MessageOf<'snapshot'> | MessageOf<'batch'>) => boolean;
  /** Told, as it is shown, of the page's address and title, whenever they are told to the viewer. */
  readonly placed?: (address: MaskedText, title: MaskedText) => void;
  /** Told of every frame element that is shown: its document may be another site's. */
  readonly framed?: (frame: HTMLIFrameElement) => void;
  /** Bytes waiting to leave; the mirror holds back while they are many. */
  readonly bufferedBytes: () => number;
  /** An inner failure: the session ends visibly. */
  readonly onFailure: (error: unknown) => void;
}

export interface Mirror {
  /** Sends a fresh snapshot and goes on from there. Also the answer to `resync`. */
  snapshot(): void;
  acknowledged(sequence: number): void;
  /** Runs of nodes that do not survive as HTML, by first id and count: sends a snapshot that tells them node by node. */
  inexact(runs: readonly { readonly first: number; readonly count: number }[]): void;
  /** Sends what has changed so far now, not with the next frame (before a command's outcome is told). */
  flush(): void;
  /** Stops observing and restores everything that was touched. */
  stop(): void;
}
