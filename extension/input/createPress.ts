// The agent's press from down to up: one that moves is a drag, told in its phases as it goes, the latest place once a frame; one that
// does not is left to be a click.
import type { Action } from '../../protocol/command.ts';
import { NO_NODE, streamOf } from '../../protocol/ids.ts';
import type { Place } from '../../protocol/place.ts';
import type { Viewer } from '../viewer/viewer.ts';
import { isFilledIn, selectRequest } from './fieldRequest.ts';
import type { Point } from './stroke.ts';

/** Hands tremble: less than this, in pixels of the customer's page, is no drag. */
const leastMove = 5;

type Phase = Extract<Action, { type: 'drag' }>['phase'];

export function createPress(options: {
  readonly viewer: Viewer;
  readonly command: (action: Action, fills?: boolean) => void;
}) {
  const { viewer, command } = options;
  let from: { readonly point: Point; readonly modifiers: number } | null = null;
  let dragging = false;
  let latest: Point | null = null;
  let ended = false;

  /** While something moves under the pointer, only what stands still says where the pointer is. */
  function placeAt(point: Point): Place {
    const { place, element } = viewer.targetAt(point.x, point.y);
    if (streamOf(place.node) === 0 || !element) {
      const { clientWidth, clientHeight } = viewer.frame;
      return { node: NO_NODE, x: point.x / clientWidth, y: point.y / clientHeight };
    }
    return place;
  }

  function tell(phase: Phase, place: Place, fills = false): void {
    command({ type: 'drag', phase, place, modifiers: from?.modifiers ?? 0 }, fills);
  }

  function begin(point: Point): void {
    const { place, element } = viewer.targetAt(point.x, point.y);
    // Its list is the panel's own.
    if (element && selectRequest(element, viewer)) return void (from = null);
    dragging = true;
    tell('start', place, isFilledIn(element));
  }

  return {
    start(point: Point, modifiers: number): void {
      from = { point, modifiers };
      ended = false;
    },
    move(point: Point): void {
      if (!from) return;
      const { x, y } = from.point;
      if (!dragging && Math.hypot(point.x - x, point.y - y) >= leastMove) begin(from.point);
      if (dragging) latest = point;
    },
    flush(): void {
      if (dragging && latest) tell('move', placeAt(latest), true);
      latest = null;
    },
    end(point: Point): void {
      if (dragging) {
        tell('end', placeAt(point), true);
        ended = true;
      }
      from = null;
      dragging = false;
      latest = null;
    },
    cancel(): void {
      if (dragging && from) tell('cancel', placeAt(from.point), true);
      from = null;
      dragging = false;
      latest = null;
    },
    drags: () => dragging,
    /** Whether the click that is heard now is only the end of a drag. */
    wasDrag(): boolean {
      const was = ended;
      ended = false;
      return was;
    },
  };
}
