// Starts a session with a security key: the one press that every screen without a session offers.
import { usePanel } from './AgentContext.ts';
import { Icon } from './Icon.tsx';

export function StartButton({ starting = false }: { readonly starting?: boolean }) {
  const { agent } = usePanel();
  return (
    <button
      class="primary wide"
      type="button"
      aria-disabled={starting}
      onClick={() => starting || void agent.start()}
    >
      <Icon name={starting ? 'loader' : 'keyRound'} />
      Start with a security key
    </button>
  );
}
