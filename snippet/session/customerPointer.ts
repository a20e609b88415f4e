// The customer's pointer as a place on the page: the latest position, at most once a frame, from trusted events only, so that
// what the agent's commands move is never told as the customer's.
import { NO_NODE } from '../../protocol/ids.ts';
import type { MessageOf } from '../../protocol/frame.ts';
import type { Place } from '../../protocol/place.ts';
import type { Host } from '../overlay/createHost.ts';
import type { NodeIds } from '../mirror/nodeIds.ts';
import { careBits } from '../privacy/policy.ts';
import type { PrivacyPolicy } from '../privacy/policy.ts';

const gone = { kind: 'pointer', gone: true, at: { node: NO_NODE, x: 0, y: 0 } } as const;

/** Returns its disposer. */
export function watchPointer(
  host: Host,
  ids: NodeIds,
  policy: PrivacyPolicy,
  send: (message: MessageOf<'pointer'>) => void,
): () => void {
  const watched = new Set<Document>();
  const stops: (() => void)[] = [];
  let latest: Seen | null = null;
  let shown = false;
  let frame = 0;

  const tell = host.guard(() => {
    frame = 0;
    const place = latest && placeOf(latest, ids, policy);
    if (place) send({ kind: 'pointer', gone: false, at: place });
    else if (shown) send(gone);
    shown = place !== null;
  });

  function move(event: PointerEvent): void {
    // Once the event is over, its path is gone.
    const path = event.composedPath() as Node[];
    const over = path[0]!;
    const left = event.type === 'pointerout' || host.isOwn(over);
    latest = left ? null : { path, x: event.clientX, y: event.clientY };
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

interface Seen {
  readonly path: readonly Node[];
  readonly x: number;
  readonly y: number;
}

/** The innermost mirrored node under the pointer, and where in it. In a hidden place only the place itself is told: where on a
 * keypad the pointer is says what is typed. */
function placeOf({ path, x, y }: Seen, ids: NodeIds, policy: PrivacyPolicy): Place | null {
  const isHidden = (over: Node) =>
    (policy.careOf(over) & (careBits.masked | careBits.blocked)) !== 0;
  const hidden = path.findLast(
    (over) => over.nodeType === 1 && ids.idOf(over) !== NO_NODE && isHidden(over),
  );
  if (hidden) return { node: ids.idOf(hidden), x: 0.5, y: 0.5 };
  for (const over of path) {
    const node = over.nodeType === 1 ? ids.idOf(over) : NO_NODE;
    if (node === NO_NODE) continue;
    const box = (over as Element).getBoundingClientRect();
    if (box.width > 0 && box.height > 0)
      return { node, x: (x - box.x) / box.width, y: (y - box.y) / box.height };
  }
  return null;
}
