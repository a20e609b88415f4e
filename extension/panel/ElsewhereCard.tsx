// The session goes on in another view; one press brings it here.
import type { Where } from '../session/agentState.ts';
import { usePanel } from './AgentContext.ts';
import { Icon } from './Icon.tsx';

export function ElsewhereCard({ holder }: { readonly holder: Where }) {
  const { agent, where } = usePanel();
  const there = holder === 'tab' ? 'in a tab' : 'in a side panel';
  const elsewhere = holder === where ? 'in another window' : there;
  return (
    <section class="card" aria-labelledby="elsewhere-title">
      <h1 id="elsewhere-title">The session is open {elsewhere}</h1>
      <p class="soft">It goes on there. Only one view is connected at a time.</p>
      <button class="primary wide" type="button" onClick={() => void agent.bringHere()}>
        <Icon name={where === 'panel' ? 'panelRight' : 'appWindow'} />
        Bring it back here
      </button>
    </section>
  );
}
