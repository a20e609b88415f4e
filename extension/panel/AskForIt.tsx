// Beside a refusal of what the customer has not granted: the press that asks them for it.
import type { Notice } from '../session/notice.ts';
import { usePanel } from './AgentContext.ts';

export function AskForIt({ notice }: { readonly notice: Extract<Notice, { type: 'refused' }> }) {
  const { agent } = usePanel();
  if (notice.lacks.length === 0) return null;
  return (
    <button
      class="quiet ask-for-it"
      type="button"
      onClick={() => {
        agent.requestControl(notice.lacks);
        agent.dismissNotice();
      }}
    >
      Ask for it
    </button>
  );
}
