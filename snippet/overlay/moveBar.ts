// Where the bar stands: moved with the mouse and the arrow keys, and out of the way of what has the focus. Until then it cannot be moved, and
// has no handle.
import type { Bar } from './bar.ts';
import { boxOf } from './boxOf.ts';
import type { Host } from './createHost.ts';
import { dockAt, dockByKey, edgeClearOf } from './dock.ts';
import type { Dock } from './dock.ts';

const marginPx = 24;

export interface BarPlace {
  /** `focused`: what has the focus, wherever in the page. */
  look(focused: Element | null): void;
  stop(): void;
}

export function moveBar(host: Host, { element: bar, handle }: Bar): BarPlace {
  let dock: Dock = { edge: 'bottom', side: 'middle' };
  let focused: Element | null = null;
  let from: PointerEvent | null = null;
  const isRightToLeft = () => getComputedStyle(bar).direction === 'rtl';

  function place(): void {
    const box = focused && boxOf(focused);
    const height = bar.offsetHeight + marginPx;
    const span = box && { top: box.y, bottom: box.y + box.height };
    bar.dataset['edge'] = edgeClearOf(span, dock.edge, height, innerHeight);
    bar.dataset['side'] = dock.side;
  }

  /** Whoever has just pressed something in the bar finds it where it was, or the press would end beside it. */
  function settle(): void {
    if (!bar.hidden && !from && !(focused && host.isOwn(focused))) place();
  }

  function moveTo(next: Dock): void {
    dock = next;
    focused = null;
    place();
  }

  const stops = [
    host.on<KeyboardEvent>(handle, 'keydown', (event) => {
      const next = dockByKey(dock, event.key, isRightToLeft());
      if (!next) return;
      event.preventDefault();
      moveTo(next);
    }),
    host.on<PointerEvent>(handle, 'pointerdown', (event) => {
      from = event;
      handle.setPointerCapture(event.pointerId);
    }),
    host.on<PointerEvent>(handle, 'pointermove', (event) => {
      if (from) bar.style.translate = `${event.x - from.x}px ${event.y - from.y}px`;
    }),
    host.on<PointerEvent>(handle, 'lostpointercapture', () => {
      if (!from) return;
      from = null;
      const box = bar.getBoundingClientRect();
      const x = (box.x + box.width / 2) / innerWidth;
      bar.style.translate = '';
      moveTo(dockAt(isRightToLeft() ? 1 - x : x, (box.y + box.height / 2) / innerHeight));
    }),
    host.on(document, 'scroll', settle, { capture: true, passive: true }),
    host.on(window, 'resize', settle),
  ];
  handle.hidden = false;
  place();

  return {
    look(now) {
      focused = now;
      settle();
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}
