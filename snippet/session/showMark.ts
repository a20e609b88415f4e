// Puts what the agent points at, draws and writes onto the page; node ids become the nodes they name. Unknown nodes draw nothing.
import type { Message } from '../../protocol/frame.ts';
import { NO_NODE } from '../../protocol/ids.ts';
import type { Place } from '../../protocol/place.ts';
import type { NodeIds } from '../mirror/nodeIds.ts';
import type { Marks, Spot } from '../overlay/marks.ts';

export function showMark(message: Message, marks: Marks, ids: NodeIds): void {
  switch (message.kind) {
    case 'pointer':
      return marks.pointer(message.gone ? null : spotAt(message.at, ids));
    case 'highlight':
      return marks.highlight(ids.nodeOf(message.node) ?? null);
    case 'annotation': {
      const anchor = ids.nodeOf(message.anchor);
      if (anchor) marks.stroke(message.id, anchor, message.colour, message.points);
      return;
    }
    case 'annotationsCleared':
      return marks.clearStrokes();
    case 'comment': {
      const spot = spotAt(message.at, ids);
      if (spot) marks.note(message.id, spot, message.text);
      return;
    }
    case 'commentRemoved':
      return marks.removeNote(message.id);
  }
}

function spotAt({ node, x, y }: Place, ids: NodeIds): Spot | null {
  if (node === NO_NODE) return { node: null, x, y };
  const found = ids.nodeOf(node);
  return found ? { node: found, x, y } : null;
}
