// From the agent's gestures over the viewer to messages: pointer, marks, and in write mode commands. The surface takes the
// pointer, the sink takes the keyboard; at most one message of a kind leaves per frame. Decisions are in the files beside it.
import type { Action } from '../../protocol/command.ts';
import { modifierBits } from '../../protocol/command.ts';
import type { Message } from '../../protocol/frame.ts';
import { NO_NODE } from '../../protocol/ids.ts';
import type { NodeId } from '../../protocol/ids.ts';
import type { Place } from '../../protocol/place.ts';
import type { Target, Viewer } from '../viewer/viewer.ts';
import { createPress } from './createPress.ts';
import { attachKeyboard } from './attachKeyboard.ts';
import { fillRequest, isFilledIn, selectRequest } from './fieldRequest.ts';
import type { FillRequest, SelectRequest } from './fieldRequest.ts';
import { highlightTarget } from './highlightTarget.ts';
import { paceHover, restingPace } from './paceHover.ts';
import { extendStroke, startStroke, takeChunk } from './stroke.ts';
import type { Point, Stroke } from './stroke.ts';
import { wheelPixels } from './wheelPixels.ts';

export interface InputOptions {
  /** Transparent layer over the scaled frame, of its size: takes all pointer events. */
  readonly surface: HTMLElement;
  /** Invisible but focusable: takes typing, input methods and pasting while the agent controls. */
  readonly sink: HTMLTextAreaElement;
  readonly viewer: Viewer;
  /** CSS pixels of the panel per CSS pixel of the customer's page. */
  readonly scale: () => number;
  readonly tool: () => 'point' | 'highlight' | 'draw' | 'comment' | 'control';
  readonly write: () => boolean;
  readonly colour: () => number;
  readonly highlighted: () => NodeId;
  readonly nextMarkId: () => number;
  /** Sends it as a command, or says why not. `fills`: what it presses is a field. */
  readonly perform: (action: Action, fills?: boolean) => void;
  readonly send: (message: Message) => void;
  /** What a click would highlight; `NO_NODE` for nothing. */
  readonly onHover: (node: NodeId) => void;
  readonly onCommentAt: (place: Place) => void;
  /** Why what is under the pointer is grey. Told when it changes. */
  /** Why what is under the pointer is grey, and which node that is. Told when either is another. */
  readonly onTargetReason: (reason: Target['reason'], node: NodeId) => void;
  readonly onSelect: (request: SelectRequest) => void;
  readonly onFill: (request: FillRequest) => void;
  /** The agent leaves the page by keyboard: Escape twice. */
  readonly onLeave?: () => void;
}

const modifiersOf = (event: MouseEvent): number =>
  (event.shiftKey ? modifierBits.shift : 0) |
  (event.ctrlKey ? modifierBits.control : 0) |
  (event.altKey ? modifierBits.alt : 0) |
  (event.metaKey ? modifierBits.meta : 0);

export function attachInput(options: InputOptions): () => void {
  const { surface, sink, viewer, tool, send } = options;
  const view = surface.ownerDocument.defaultView!;
  const ending = new AbortController();
  const controls = () => tool() === 'control' && options.write();

  let frame = 0;
  /** Where the pointer was last seen, until its frame has come. */
  let moved: Point | null = null;
  let last: Target | null = null;
  let shown: Place | null = null;
  let pace = restingPace;
  let wheel: { place: Place; dx: number; dy: number } | null = null;
  let stroke: Stroke | null = null;
  let widened = 0;

  const command = options.perform;
  const press = createPress({ viewer, command });

  function pointOf(event: MouseEvent): Point {
    const box = surface.getBoundingClientRect();
    const scale = options.scale();
    return { x: (event.clientX - box.left) / scale, y: (event.clientY - box.top) / scale };
  }

  function look(target: Target | null): void {
    const reason = target?.reason ?? null;
    const node = reason ? target!.place.node : NO_NODE;
    const before = last?.reason ? last.place.node : NO_NODE;
    if (reason !== (last?.reason ?? null) || node !== before) options.onTargetReason(reason, node);
    if (target?.element !== last?.element) widened = 0;
    last = target;
    outline();
  }

  const meant = () => highlightTarget(last?.element ?? null, widened, viewer);
  let outlined: NodeId = NO_NODE;
  function outline(): void {
    const node = tool() === 'highlight' ? meant() : NO_NODE;
    if (node === outlined) return;
    outlined = node;
    options.onHover(node);
  }

  function flush(): void {
    frame = 0;
    if (moved) {
      const target = viewer.targetAt(moved.x, moved.y);
      moved = null;
      look(target);
      shown = target.place;
      send({ kind: 'pointer', gone: false, at: shown });
      if (controls()) {
        const [due, next] = paceHover(pace, shown);
        pace = next;
        // While something is dragged the page hears of that.
        if (due && !press.drags()) command({ type: 'hover', place: shown });
      }
    }
    press.flush();
    if (wheel) {
      command({ type: 'scroll', ...wheel });
      wheel = null;
    }
    sendStroke();
  }

  function soon(): void {
    frame ||= view.requestAnimationFrame(flush);
  }

  function sendStroke(): void {
    if (!stroke) return;
    const [chunk, rest] = takeChunk(stroke);
    stroke = rest;
    if (chunk) send({ kind: 'annotation', ...chunk });
  }

  function draw(points: readonly Point[]): void {
    // Measured anew each time: the page may scroll under the pen.
    const box = stroke && viewer.boxOf(stroke.anchor);
    if (!stroke || !box) return;
    stroke = extendStroke(
      stroke,
      points.map(({ x, y }) => ({ x: x - box.x, y: y - box.y })),
    );
    soon();
  }

  function endStroke(): void {
    sendStroke();
    stroke = null;
  }

  function toggleHighlight(): void {
    const node = meant();
    send({ kind: 'highlight', node: node === options.highlighted() ? NO_NODE : node });
  }

  function click(event: MouseEvent, button: number): void {
    const { x, y } = pointOf(event);
    const { place, element, reason } = viewer.targetAt(x, y);
    if (button === 0 && element && reason === null) {
      const list = selectRequest(element, viewer);
      if (list) return options.onSelect(list);
      const field = fillRequest(element, viewer);
      if (field) return options.onFill(field);
    }
    const count = Math.max(1, event.detail);
    const modifiers = modifiersOf(event);
    command({ type: 'click', place, button, count, modifiers }, isFilledIn(element));
  }

  const on = <K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
  ) => surface.addEventListener(type, listener, { signal: ending.signal, passive: false });

  on('pointermove', (event) => {
    moved = pointOf(event);
    press.move(moved);
    if (stroke) {
      const all = event.getCoalescedEvents?.() ?? [];
      draw((all.length > 0 ? all : [event]).map(pointOf));
    }
    soon();
  });
  on('pointerleave', () => {
    if (stroke) return;
    moved = null;
    look(null);
    pace = restingPace;
    if (shown) send({ kind: 'pointer', gone: true, at: shown });
    shown = null;
  });
  on('pointerdown', (event) => {
    // The focus goes to the sink or stays where it is, never to nothing.
    event.preventDefault();
    if (controls() || tool() === 'highlight') sink.focus({ preventScroll: true });
    const point = pointOf(event);
    if (controls() && event.button === 0) {
      // It goes on outside of the page, and ends wherever it is let go.
      surface.setPointerCapture(event.pointerId);
      press.start(point, modifiersOf(event));
    }
    if (tool() !== 'draw' || event.button !== 0) return;
    const { node } = viewer.targetAt(point.x, point.y).place;
    if (node === NO_NODE) return;
    surface.setPointerCapture(event.pointerId);
    stroke = startStroke(options.nextMarkId(), node, options.colour());
    draw([point]);
  });
  // A press of the mouse would move the focus by itself.
  on('mousedown', (event) => event.preventDefault());
  on('pointerup', (event) => {
    endStroke();
    press.end(pointOf(event));
  });
  on('pointercancel', () => {
    endStroke();
    press.cancel();
  });
  on('click', (event) => {
    if (press.wasDrag()) return;
    const { x, y } = pointOf(event);
    const target = viewer.targetAt(x, y);
    look(target);
    if (tool() === 'comment') options.onCommentAt(target.place);
    else if (tool() === 'highlight') {
      widened = Math.max(widened, event.altKey ? 1 : 0);
      toggleHighlight();
      outline();
    } else if (controls()) click(event, 0);
  });
  on('auxclick', (event) => {
    if (controls() && event.button === 1) click(event, 1);
  });
  on('contextmenu', (event) => {
    if (!controls()) return;
    event.preventDefault();
    click(event, 2);
  });
  on('wheel', (event) => {
    // With Control it zooms the panel.
    if (!controls() || event.ctrlKey) return;
    event.preventDefault();
    const { x, y } = pointOf(event);
    const { dx, dy } = wheelPixels(event, options.scale(), viewer.frame.clientHeight);
    wheel = {
      place: viewer.targetAt(x, y).place,
      dx: (wheel?.dx ?? 0) + dx,
      dy: (wheel?.dy ?? 0) + dy,
    };
    soon();
  });

  attachKeyboard({
    sink,
    frame: viewer.frame,
    signal: ending.signal,
    controls,
    command,
    onLeave: () => {
      sink.blur();
      options.onLeave?.();
    },
    onOtherKey(event) {
      if (tool() !== 'highlight') return false;
      if (event.key === 'ArrowUp') widened++;
      else if (event.key === 'ArrowDown') widened = Math.max(0, widened - 1);
      else if (event.key === 'Enter') toggleHighlight();
      else return false;
      outline();
      return true;
    },
  });

  return () => {
    press.cancel();
    ending.abort();
    view.cancelAnimationFrame(frame);
    if (shown) send({ kind: 'pointer', gone: true, at: shown });
  };
}
