// Asking for control, giving it back, and ending: the three presses that change what the customer has granted.
import type { Session } from '../session/agentState.ts';
import { statusOf } from '../session/statusOf.ts';
import { usePanel } from './AgentContext.ts';
import { Icon } from './Icon.tsx';

export function ControlBar({ session }: { readonly session: Session }) {
  const { agent } = usePanel();
  return (
    <div class="actions">
      <ControlButton session={session} />
      <button class="end" type="button" onClick={() => agent.end()}>
        <Icon name="stop" />
        End session
      </button>
    </div>
  );
}

function ControlButton({ session }: { readonly session: Session }) {
  const { agent } = usePanel();
  const { at } = session.control;
  if (at === 'granted') {
    return (
      <button class="give-back" type="button" onClick={() => agent.giveBackControl()}>
        <Icon name="undo" />
        Give back control
      </button>
    );
  }
  if (at === 'requested') {
    return (
      <button type="button" onClick={() => agent.giveBackControl()}>
        <Icon name="loader" />
        Cancel request
      </button>
    );
  }
  const status = statusOf(session);
  const off = status !== 'live' && status !== 'tabHidden';
  return (
    <button
      type="button"
      aria-disabled={off}
      title={
        off
          ? 'Possible while the page is shared'
          : 'The customer is asked, and can stop you at any moment'
      }
      onClick={() => off || agent.requestControl()}
    >
      <Icon name="hand" />
      Request control
    </button>
  );
}
