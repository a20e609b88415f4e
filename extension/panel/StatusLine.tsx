// What is true now, in words: the session's state, who, how long; and the way into a tab.
import type { Session } from '../session/agentState.ts';
import { usePanel } from './AgentContext.ts';
import { Icon } from './Icon.tsx';
import { useNow } from './useNow.ts';
import { customerLabel } from './words/customerWords.ts';
import { formatDuration } from './words/formatDuration.ts';
import { statusWords } from './words/statusWords.ts';

export function StatusLine({ session }: { readonly session: Session }) {
  const { where, openInTab } = usePanel();
  const nowMs = useNow();
  const { tone, text } = statusWords(session);
  const { customer, sharedAtMs } = session;
  return (
    <div class="status" data-tone={tone}>
      <span class="lamp" aria-hidden="true" />
      <span class="state" role="status">
        {text}
      </span>
      {customer.at !== 'awaited' && <span class="customer">{customerLabel(customer)}</span>}
      {sharedAtMs !== null && (
        <time class="figures" aria-label="Session time">
          {formatDuration(nowMs - sharedAtMs)}
        </time>
      )}
      {where === 'panel' && (
        <button
          class="quiet icon-only"
          type="button"
          title="Open in a tab"
          aria-label="Open in a tab"
          onClick={openInTab}
        >
          <Icon name="appWindow" />
        </button>
      )}
    </div>
  );
}
