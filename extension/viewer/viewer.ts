// The extension's half of the page's reproduction (interface): builds the mirror node by node in a sandboxed frame in which nothing runs.
import type { NodeId } from '../../protocol/ids.ts';
import type { MessageOf } from '../../protocol/frame.ts';
import type { Place } from '../../protocol/place.ts';
import type { AssetSupply } from './assetStore.ts';
import type { Box } from './geometry.ts';
import type { OpenPicker } from './openPicker.ts';

/** What a page is shown by: its own stream, those of what has joined from its frames, and what this browser cannot load by itself. */
export type PageMessage =
  | MessageOf<'snapshot'>
  | MessageOf<'batch'>
  | MessageOf<'frame'>
  | MessageOf<'frameSnapshot'>
  | MessageOf<'frameBatch'>
  | MessageOf<'asset'>
  | MessageOf<'assetFound'>;

export interface ViewerPage {
  readonly address: string;
  readonly title: string;
  /** CSS pixels of the customer's viewport: the frame has this size, and is scaled from outside. */
  readonly width: number;
  readonly height: number;
  /** The part of it that a pinch has brought near, or null when the customer sees all of it. */
  readonly seen: Box | null;
}

/** What lies under a point of the frame. `reason` says why it is grey: masked, locked, blocked. */
export interface Target {
  readonly place: Place;
  readonly element: Element | null;
  readonly reason: 'masked' | 'locked' | 'blocked' | null;
}

export interface ViewerOptions {
  /** The frame is appended here, `title` "Customer's page". The container sets no size: the frame sets its own. */
  readonly container: HTMLElement;
  /** Assets from loopback addresses may load: only where the relay itself is on loopback. */
  readonly loopbackAssets: boolean;
  readonly onPage: (page: ViewerPage) => void;
  /** Layout may have changed: whatever is drawn over the frame has to be placed anew. At most once a frame. */
  readonly onLayout: () => void;
  /** A gap, an unknown node or a malformed payload: a fresh snapshot is needed. */
  readonly onResync: () => void;
  /** Runs of nodes that did not parse to what they are: a snapshot is needed that tells them node by node. */
  readonly onInexact: (runs: MessageOf<'inexact'>['runs']) => void;
  /** Where pictures and fonts come from that this browser cannot load by itself; without it they are missing. */
  readonly assets?: AssetSupply;
  /** Applied up to here. */
  readonly onApplied: (sequence: number) => void;
  /** The same three of a document that has joined from a frame. */
  readonly onFrame: (
    message: MessageOf<'frameResync'> | MessageOf<'frameInexact'> | MessageOf<'frameAck'>,
  ) => void;
}

export interface Viewer {
  readonly frame: HTMLIFrameElement;
  apply(message: PageMessage): void;
  idOf(node: Node): NodeId;
  nodeOf(id: NodeId): Node | undefined;
  /** `x`, `y`: CSS pixels of the frame's viewport, unscaled. Goes into shadow roots and nested frames. */
  targetAt(x: number, y: number): Target;
  /** The node's border box in CSS pixels of the frame's viewport, unscaled; null when it is not drawn. */
  boxOf(id: NodeId): { x: number; y: number; width: number; height: number } | null;
  /** The point of a place in CSS pixels of the frame's viewport, unscaled; null when its node is not drawn. */
  pointOf(place: Place): { x: number; y: number } | null;
  /** The customer's caret, without a width, or what is selected in a field; in CSS pixels of the frame's viewport, unscaled. */
  selectionBoxes(): readonly Box[];
  /** The list or picker that the customer's browser shows for a field. */
  openPicker(): OpenPicker | null;
  /** Empties the frame: nothing of the page stays when the session has ended. */
  clear(): void;
  dispose(): void;
}
