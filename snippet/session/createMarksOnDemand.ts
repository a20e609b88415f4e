// The agent's marks, drawn by a part that is fetched with the first of them. Marks that come before it is there wait in order;
// of the pointer only the last place does, and nothing that was cleared meanwhile is drawn.
import type { Message } from '../../protocol/frame.ts';
import type { AgentMarks } from './openMarks.ts';

type Load = () => Promise<() => AgentMarks>;

export function createMarksOnDemand(load: Load): AgentMarks {
  let marks: AgentMarks | null = null;
  let state: 'away' | 'coming' | 'missing' = 'away';
  let waiting: Message[] = [];
  let agentName = '';

  async function bring(): Promise<void> {
    state = 'coming';
    try {
      const open = await load();
      // Cleared: it is the next mark that needs them.
      if (waiting.length > 0) {
        marks = open();
        marks.name(agentName);
        for (const message of waiting.splice(0)) marks.show(message);
      }
      state = 'away';
    } catch {
      // Not served, kept out by the page's policy, or of another version: the page goes without marks.
      state = 'missing';
      waiting = [];
    }
  }

  const withoutPointer = () => waiting.filter(({ kind }) => kind !== 'pointer');

  return {
    name(now) {
      agentName = now;
      marks?.name(now);
    },
    show(message) {
      if (!/^(pointer|highlight|annotation|comment)/.test(message.kind)) return;
      if (marks) return marks.show(message);
      const isPointer = message.kind === 'pointer';
      // A pointer comes many times a second: it does not ask again for what could not be fetched.
      if (isPointer && state === 'missing') return;
      if (isPointer) waiting = withoutPointer();
      waiting.push(message);
      if (state !== 'coming') void bring();
    },
    told: () => marks?.told() ?? waiting,
    unpoint() {
      waiting = withoutPointer();
      marks?.unpoint();
    },
    clear() {
      waiting = [];
      marks?.clear();
    },
  };
}
