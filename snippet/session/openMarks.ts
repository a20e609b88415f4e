// The agent's marks, as the part that is fetched with the first of them.
import type { Message, MessageOf } from '../../protocol/frame.ts';
import { NO_NODE } from '../../protocol/ids.ts';
import type { NodeId } from '../../protocol/ids.ts';
import type { NodeIds } from '../mirror/nodeIds.ts';
import type { Host } from '../overlay/createHost.ts';
import { createMarks } from '../overlay/marks.ts';
import { showMark } from './showMark.ts';

export interface AgentMarks {
  /** Whose marks they are. */
  name(agentName: string): void;
  show(message: Message): void;
  /** What was drawn and written, and still stands, by the ids of now. */
  told(): readonly Message[];
  /** Nobody is pointing any more; what was drawn and written stays. */
  unpoint(): void;
  clear(): void;
}

/** With the node that it hangs on: a snapshot gives every node another id. */
interface Kept {
  readonly message: MessageOf<'annotation'> | MessageOf<'comment'> | MessageOf<'highlight'>;
  readonly node: Node | null;
}

const nodeIn = (message: Kept['message']): NodeId =>
  message.kind === 'annotation'
    ? message.anchor
    : message.kind === 'comment'
      ? message.at.node
      : message.node;

function hungOn(message: Kept['message'], node: NodeId): Message {
  if (message.kind === 'annotation') return { ...message, anchor: node };
  if (message.kind === 'comment') return { ...message, at: { ...message.at, node } };
  return { ...message, node };
}

export function openMarks(host: Host, ids: NodeIds): AgentMarks {
  const marks = createMarks(host);
  let kept: Kept[] = [];
  const forget = (isGone: (message: Kept['message']) => boolean) => {
    kept = kept.filter(({ message }) => !isGone(message));
  };

  function keep(message: Message): void {
    switch (message.kind) {
      case 'annotationsCleared':
        return forget(({ kind }) => kind === 'annotation');
      case 'commentRemoved':
        return forget((one) => one.kind === 'comment' && one.id === message.id);
      case 'highlight':
        forget(({ kind }) => kind === 'highlight');
        break;
      case 'annotation':
      case 'comment':
        break;
      default:
        return;
    }
    kept.push({ message, node: ids.nodeOf(nodeIn(message)) ?? null });
  }

  return {
    ...marks,
    show(message) {
      keep(message);
      showMark(message, marks, ids);
    },
    told: () =>
      kept.flatMap(({ message, node }) => {
        const id = ids.idOf(node);
        return node && id === NO_NODE ? [] : [hungOn(message, id)];
      }),
    clear() {
      kept = [];
      marks.clear();
    },
    unpoint: () => marks.pointer(null),
  };
}
