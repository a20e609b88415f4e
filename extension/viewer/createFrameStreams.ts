// Documents that have joined from frames of other sites: each is a stream, built in the frame element that stands for it. Whatever does not
// fit concerns that stream alone; a frame whose document is gone is a labelled box again.
import type { MessageOf } from '../../protocol/frame.ts';
import { NO_NODE, streamOf } from '../../protocol/ids.ts';
import type { NodeId } from '../../protocol/ids.ts';
import { limits } from '../../protocol/limits.ts';
import type { DocumentMode } from '../../protocol/opCodes.ts';
import type { AssetSupply } from './assetStore.ts';
import { createPageBuilder } from './buildPage.ts';
import type { BuildEvents, PageBuilder } from './buildPage.ts';
import { createStream } from './createStream.ts';
import type { Stream } from './createStream.ts';
import { doctypes, writeDocument } from './frameSource.ts';
import type { ViewerOptions } from './viewer.ts';

export type FrameMessage =
  | MessageOf<'frame'>
  | MessageOf<'frameSnapshot'>
  | MessageOf<'frameBatch'>;

interface FrameStream {
  readonly frame: HTMLIFrameElement;
  readonly builder: PageBuilder;
  readonly stream: Stream;
  /** What the last snapshot was built in: a frame that is moved gets another document. */
  document: Document | null;
}

export interface FrameStreamsOptions {
  /** Of whichever stream. */
  readonly nodeOf: (id: NodeId) => Node | undefined;
  readonly send: ViewerOptions['onFrame'];
  readonly onLayout: () => void;
  readonly keepingFocus: BuildEvents['keepingFocus'];
  readonly assets: AssetSupply | null;
}

const FOREIGN = 'alongside-foreign';

export function createFrameStreams({
  nodeOf,
  send,
  onLayout,
  keepingFocus,
  assets,
}: FrameStreamsOptions) {
  const streams = new Map<number, FrameStream>();

  function open(number: number, node: NodeId): void {
    close(number);
    const frame = nodeOf(node);
    // What is no frame, or shows a document already, has been replaced meanwhile: the snapshot that is on its way tells of it.
    if (!isFrame(frame) || !frame.hasAttribute(FOREIGN) || streams.size >= limits.joinedFrames)
      return;
    const builder = createPageBuilder(
      () => frame.contentDocument!,
      {
        page: () => undefined,
        // It is as large as its frame, prefers what the frame's element uses, and is pinched with all around it.
        viewport: () => undefined,
        assets,
        scheme: () => undefined,
        seen: () => undefined,
        mode: (mode) => prepare(frame.contentDocument!, mode, () => builder.restoreScroll()),
        keepingFocus,
      },
      number,
    );
    const stream = createStream({
      builder,
      onLayout,
      onResync: () => send({ kind: 'frameResync', stream: number }),
      onInexact: (runs) => send({ kind: 'frameInexact', stream: number, runs }),
      onApplied: (sequence) => send({ kind: 'frameAck', stream: number, sequence }),
    });
    streams.set(number, { frame, builder, stream, document: null });
  }

  function prepare(inner: Document, mode: DocumentMode, restoreScroll: () => void): void {
    writeDocument(inner, doctypes[mode]);
    const loaded = () => {
      restoreScroll();
      onLayout();
    };
    inner.addEventListener('load', loaded, { capture: true });
    inner.addEventListener('scroll', onLayout, { capture: true, passive: true });
  }

  function close(number: number): void {
    const known = streams.get(number);
    if (!known) return;
    streams.delete(number);
    known.stream.dispose();
    known.builder.clear();
    if (!known.frame.contentDocument) return;
    if (known.document) known.builder.reset();
    known.frame.setAttribute(FOREIGN, '');
    onLayout();
  }

  function build(message: MessageOf<'frameSnapshot'> | MessageOf<'frameBatch'>): void {
    const known = streams.get(message.stream);
    if (!known) return;
    const inner = known.frame.contentDocument;
    if (!inner) return close(message.stream);
    const isSnapshot = message.kind === 'frameSnapshot';
    if (!isSnapshot && inner !== known.document) return known.stream.resync();
    known.document = inner;
    known.frame.removeAttribute(FOREIGN);
    known.stream.apply(isSnapshot, message.sequence, message.ops);
  }

  return {
    apply(message: FrameMessage): void {
      if (message.kind !== 'frame') build(message);
      else if (message.node === NO_NODE) close(message.stream);
      else open(message.stream, message.node);
    },
    nodeOf: (id: NodeId) => streams.get(streamOf(id))?.builder.nodeOf(id),
    builders: () => Array.from(streams.values(), ({ builder }) => builder),
    /** The page around them starts afresh, or is gone. */
    clear(): void {
      for (const { stream, builder } of streams.values()) {
        stream.dispose();
        builder.clear();
      }
      streams.clear();
    },
  };
}

const isFrame = (node: Node | undefined): node is HTMLIFrameElement =>
  (node as Element | undefined)?.localName === 'iframe' && node!.isConnected;
