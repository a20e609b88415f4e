// The extension's half of the page's reproduction: a sandboxed frame in which nothing runs, its size that of the customer's
// viewport. Applies on receipt; a gap or anything that does not fit asks for a fresh snapshot, once.
import { NO_NODE, streamOf } from '../../protocol/ids.ts';
import type { NodeId } from '../../protocol/ids.ts';
import type { DocumentMode } from '../../protocol/opCodes.ts';
import { createPageBuilder } from './buildPage.ts';
import { createFrameStreams } from './createFrameStreams.ts';
import { createStream } from './createStream.ts';
import { frameSource, writeDocument } from './frameSource.ts';
import { boxOf, elementAt } from './geometry.ts';
import type { PageMessage, Target, Viewer, ViewerOptions, ViewerPage } from './viewer.ts';

/** What a pointer or key could set off in the frame, should one ever get there. */
const inert = ['click', 'auxclick', 'dblclick', 'mousedown', 'submit', 'dragstart', 'contextmenu'];
const LARGEST_SIDE = 16_384;

export function createViewer(options: ViewerOptions): Viewer {
  const { container } = options;
  const frame = container.ownerDocument.createElement('iframe');
  frame.title = "Customer's page";
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.style.cssText =
    'border:0;display:block;background:Canvas;color-scheme:light;transform-origin:0 0';

  let document: Document | null = null;
  let mode: DocumentMode = 'noQuirks';
  let layoutPending = 0;
  /** Since the last frame. */
  let applied = false;
  let shown: ViewerPage = { address: '', title: '', width: 1280, height: 720, seen: null };

  const show = (change: Partial<ViewerPage>) => {
    shown = { ...shown, ...change };
    frame.width = String(shown.width);
    frame.height = String(shown.height);
    options.onPage(shown);
  };
  const clamp = (side: number) => Math.min(Math.max(side, 1), LARGEST_SIDE);
  function keepingFocus(work: () => void): void {
    const held = container.ownerDocument.activeElement as HTMLElement | null;
    work();
    (document?.activeElement as HTMLElement | null)?.blur?.();
    if (container.ownerDocument.activeElement !== held) held?.focus?.({ preventScroll: true });
  }
  const builder = createPageBuilder(() => document!, {
    page: (address, title) => show({ address, title }),
    assets: options.assets ?? null,
    viewport: (width, height) => show({ width: clamp(width), height: clamp(height) }),
    mode(wanted) {
      if (wanted === mode) return;
      mode = wanted;
      prepare();
    },
    seen: (seen) => show({ seen }),
    // The documents in a frame prefer what the frame's element uses.
    scheme: (preferred) => void (frame.style.colorScheme = preferred),
    keepingFocus,
  });
  const frames = createFrameStreams({
    nodeOf,
    send: options.onFrame,
    onLayout: layoutChanged,
    keepingFocus,
    assets: options.assets ?? null,
  });

  function nodeOf(id: NodeId): Node | undefined {
    return streamOf(id) === 0 ? builder.nodeOf(id) : frames.nodeOf(id);
  }

  function idOf(node: Node): NodeId {
    let id = builder.idOf(node);
    for (const joined of frames.builders()) id ||= joined.idOf(node);
    return id;
  }

  const reasonOf = (node: Node): Target['reason'] =>
    [builder, ...frames.builders()].reduce<Target['reason']>(
      (found, { reasonOf: of }) => found ?? of(node),
      null,
    );

  function layoutChanged(): void {
    layoutPending ||= requestAnimationFrame(() => {
      layoutPending = 0;
      // What was too short to be scrolled so far when it was told may have grown since.
      if (applied && document) builder.restoreScroll();
      applied = false;
      options.onLayout();
    });
  }

  const stream = createStream({ ...options, builder, onLayout: layoutChanged });

  function applyNow(message: PageMessage): void {
    if (message.kind === 'asset' || message.kind === 'assetFound') {
      for (const each of [builder, ...frames.builders()]) each.receive(message);
      return;
    }
    if (message.kind !== 'snapshot' && message.kind !== 'batch') return frames.apply(message);
    const isSnapshot = message.kind === 'snapshot';
    if (isSnapshot) {
      frames.clear();
      shown = { ...shown, seen: null };
    }
    stream.apply(isSnapshot, message.sequence, message.ops);
    applied = true;
  }

  /** A frame without an address is a document of ours at once, under the policy of the page around it. Its mode can be chosen, which an inline document's cannot. */
  function prepare(): void {
    document = frame.contentDocument!;
    writeDocument(document, frameSource(options.loopbackAssets, mode));
    for (const type of inert)
      document.addEventListener(type, (event) => event.preventDefault(), { capture: true });
    document.addEventListener('scroll', layoutChanged, { capture: true, passive: true });
    document.addEventListener(
      'load',
      () => {
        builder.restoreScroll();
        layoutChanged();
      },
      { capture: true },
    );
  }
  container.append(frame);
  prepare();
  frame.addEventListener('load', () => {
    if (!document || frame.contentDocument === document) return;
    // Moved within the panel, a frame begins anew.
    prepare();
    stream.resync();
  });

  function targetAt(x: number, y: number): Target {
    const element = document && elementAt(document, x, y);
    let at: Node | null = element;
    while (at && (at.nodeType !== 1 || idOf(at) === NO_NODE)) at = builder.parentOf(at);
    const box = at && boxOf(at);
    if (!at || !box) {
      return {
        place: { node: NO_NODE, x: x / shown.width, y: y / shown.height },
        element: null,
        reason: null,
      };
    }
    let reason: Target['reason'] = null;
    for (let up: Node | null = at; up && !reason; up = builder.parentOf(up)) reason = reasonOf(up);
    const fraction = (offset: number, side: number) => (side > 0 ? offset / side : 0);
    return {
      place: {
        node: idOf(at),
        x: fraction(x - box.x, box.width),
        y: fraction(y - box.y, box.height),
      },
      element: at as Element,
      reason,
    };
  }

  return {
    frame,
    apply: (message) => document && applyNow(message),
    idOf,
    nodeOf,
    targetAt,
    boxOf(id) {
      const node = nodeOf(id);
      return node ? boxOf(node) : null;
    },
    pointOf(place) {
      if (place.node === NO_NODE) return { x: place.x * shown.width, y: place.y * shown.height };
      const node = nodeOf(place.node);
      const box = node && boxOf(node);
      return box ? { x: box.x + place.x * box.width, y: box.y + place.y * box.height } : null;
    },
    selectionBoxes: () =>
      document ? [builder, ...frames.builders()].flatMap((each) => each.selectionBoxes()) : [],
    openPicker() {
      if (!document) return null;
      for (const each of [builder, ...frames.builders()]) {
        const picker = each.openPicker();
        if (picker) return picker;
      }
      return null;
    },
    clear() {
      stream.clear();
      frames.clear();
      if (document) builder.reset();
      builder.clear();
      layoutChanged();
    },
    dispose() {
      builder.clear();
      cancelAnimationFrame(layoutPending);
      stream.dispose();
      frames.clear();
      frame.remove();
      document = null;
    },
  };
}
