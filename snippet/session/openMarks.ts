// The agent's marks, as the part that is fetched with the first of them.
import type { Message } from '../../protocol/frame.ts';
import type { NodeIds } from '../mirror/nodeIds.ts';
import type { Host } from '../overlay/createHost.ts';
import { createMarks } from '../overlay/marks.ts';
import { showMark } from './showMark.ts';

export interface AgentMarks {
  /** Whose marks they are. */
  name(agentName: string): void;
  show(message: Message): void;
  /** Nobody is pointing any more; what was drawn and written stays. */
  unpoint(): void;
  clear(): void;
}

export function openMarks(host: Host, ids: NodeIds): AgentMarks {
  const marks = createMarks(host);
  return {
    ...marks,
    show: (message) => showMark(message, marks, ids),
    unpoint: () => marks.pointer(null),
  };
}
