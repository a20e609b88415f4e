// What is drawn over the page: the agent's highlight, strokes and comments as sent, and the customer's pointer as received.
import type { Comment, Annotation } from '../../protocol/interaction.ts';
import { NO_NODE } from '../../protocol/ids.ts';
import type { NodeId } from '../../protocol/ids.ts';
import type { Message } from '../../protocol/frame.ts';
import { limits } from '../../protocol/limits.ts';
import type { Place } from '../../protocol/place.ts';

export interface Marks {
  readonly highlight: NodeId;
  readonly strokes: readonly Annotation[];
  readonly comments: readonly Comment[];
  readonly customerPointer: Place | null;
}

export const noMarks: Marks = {
  highlight: NO_NODE,
  strokes: [],
  comments: [],
  customerPointer: null,
};

export function markSent(marks: Marks, message: Message): Marks {
  switch (message.kind) {
    case 'highlight':
      return { ...marks, highlight: message.node };
    case 'annotation':
      return { ...marks, strokes: withStroke(marks.strokes, message) };
    case 'annotationsCleared':
      return { ...marks, strokes: [] };
    case 'comment':
      return {
        ...marks,
        comments: [...marks.comments.filter((c) => c.id !== message.id), message],
      };
    case 'commentRemoved':
      return { ...marks, comments: marks.comments.filter((comment) => comment.id !== message.id) };
    default:
      return marks;
  }
}

export function markReceived(marks: Marks, message: Message): Marks {
  if (message.kind !== 'pointer') return marks;
  return { ...marks, customerPointer: message.gone ? null : message.at };
}

/** The first id that no mark bears yet: ids must not be used again after the panel was reloaded. */
export function nextMarkId(marks: Marks): number {
  return 1 + Math.max(0, ...[...marks.strokes, ...marks.comments].map((mark) => mark.id));
}

function withStroke(strokes: readonly Annotation[], part: Annotation): readonly Annotation[] {
  const before = strokes.find((stroke) => stroke.id === part.id);
  if (!before) return [...strokes, part];
  const points = [...before.points, ...part.points].slice(0, limits.strokePoints);
  return strokes.map((stroke) => (stroke === before ? { ...before, points } : stroke));
}
