// While the customer has not used the key: the key, large, how long it lives, and what to say on the phone.
import { formatSecurityKey } from '../../protocol/securityKey.ts';
import { limits } from '../../protocol/limits.ts';
import type { Session } from '../session/agentState.ts';
import { usePanel } from './AgentContext.ts';
import { CopyButton } from './CopyButton.tsx';
import { Icon } from './Icon.tsx';
import { StartButton } from './StartButton.tsx';
import { useNow } from './useNow.ts';
import { formatDuration } from './words/formatDuration.ts';

export function WaitingCard({ session }: { readonly session: Session }) {
  const { agent } = usePanel();
  const leftMs = session.key.expiresAtMs - useNow();
  if (leftMs <= 0) {
    return (
      <section class="card" aria-labelledby="waiting-title">
        <h1 id="waiting-title">The key expired unused</h1>
        <p class="soft">Start again for a fresh one.</p>
        <StartButton />
      </section>
    );
  }
  const digits = formatSecurityKey(session.key.securityKey);
  return (
    <section class="card waiting" aria-labelledby="waiting-title">
      <h1 id="waiting-title">Security key</h1>
      <output class="key" aria-label={`Security key ${digits}`}>
        {digits}
      </output>
      <div class="life">
        <progress
          max={limits.securityKeyLifeMs}
          value={Math.min(leftMs, limits.securityKeyLifeMs)}
          aria-label="Time left"
        />
        <span class="soft">
          <span class="figures">{formatDuration(leftMs)}</span> left
        </span>
        <CopyButton text={digits} />
      </div>
      <p class="say">
        Ask the customer to press <strong>Get help</strong> and type this.
      </p>
      <button class="wide" type="button" onClick={() => agent.end()}>
        <Icon name="close" />
        End session
      </button>
    </section>
  );
}
