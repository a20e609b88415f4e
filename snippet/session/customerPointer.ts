// The customer's pointer as a place on the page: the latest position, at most once a frame, from trusted events only, so that
// what the agent's commands move is never told as the customer's.
import { NO_NODE } from '../../protocol/ids.ts';
import type { MessageOf } from '../../protocol/frame.ts';
import type { Host } from '../overlay/createHost.ts';
import type { NodeIds } from '../mirror/nodeIds.ts';

const gone = { kind: 'pointer', gone: true, at: { node: NO_NODE, x: 0, y: 0 } } as const;

/** Returns its disposer. */
export function watchPointer(
  host: Host,
  ids: NodeIds,
  send: (message: MessageOf<'pointer'>) => void,
): () => void {
  const watched = new Set<Document>();
  const stops: (() => void)[] = [];
  let latest: PointerEvent | null = null;
  let shown = false;
  let frame = 0;

  const tell = host.guard(() => {
    frame = 0;
    const place = latest && placeOf(latest, ids);
    if (place) send({ kind: 'pointer', gone: false, at: place });
    else if (shown) send(gone);
    shown = place !== null;
  });

  function move(event: PointerEvent): void {
    const [over] = event.composedPath() as [Node];
    latest = event.type === 'pointerout' || host.isOwn(over) ? null : event;
    frame ||= requestAnimationFrame(tell);
    if (over instanceof HTMLIFrameElement) watch(over.contentDocument);
  }

  function watch(page: Document | null): void {
    if (!page || watched.has(page)) return;
    watched.add(page);
    stops.push(
      host.on(page, 'pointermove', move, { capture: true, passive: true }),
      host.on(page, 'pointerover', move, { capture: true, passive: true }),
      host.on<PointerEvent>(page, 'pointerout', (event) => event.relatedTarget ?? move(event), {
        capture: true,
        passive: true,
      }),
    );
  }

  watch(document);
  return () => {
    cancelAnimationFrame(frame);
    for (const stop of stops) stop();
  };
}

/** The innermost mirrored node under the pointer, and where in it. */
function placeOf(event: PointerEvent, ids: NodeIds) {
  for (const over of event.composedPath()) {
    if ((over as Node).nodeType !== 1) continue;
    const node = ids.idOf(over as Node);
    if (node === NO_NODE) continue;
    const box = (over as Element).getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    return {
      node,
      x: (event.clientX - box.x) / box.width,
      y: (event.clientY - box.y) / box.height,
    };
  }
  return null;
}
