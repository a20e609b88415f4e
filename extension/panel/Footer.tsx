// Who is signed in, and the way to the settings.
import type { Agent } from '../session/agentState.ts';
import { usePanel } from './AgentContext.ts';
import { Icon } from './Icon.tsx';

export function Footer({ agent }: { readonly agent: Agent }) {
  const { openSettings } = usePanel();
  return (
    <footer class="footer">
      <span class="who">
        {agent.name}
        {agent.company && ` · ${agent.company}`}
      </span>
      <button
        class="quiet icon-only"
        type="button"
        title="Settings"
        aria-label="Settings"
        onClick={openSettings}
      >
        <Icon name="settings" />
      </button>
    </footer>
  );
}
