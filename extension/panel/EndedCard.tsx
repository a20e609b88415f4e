// After the end: who ended it, why, how long it took, and the way to the next one. Nothing of the page is left.
import type { AgentState } from '../session/agentState.ts';
import { StartButton } from './StartButton.tsx';
import { endWords } from './words/endWords.ts';
import { formatDuration } from './words/formatDuration.ts';

type Ended = Extract<AgentState, { at: 'ended' }>;

export function EndedCard({ ended }: { readonly ended: Ended }) {
  const { title, detail } = endWords(ended.cause, ended.customerName);
  return (
    <section class="card" aria-labelledby="ended-title">
      <p class="badge">Ended</p>
      <h1 id="ended-title">{title}</h1>
      <p class="soft">{detail}</p>
      {ended.durationMs !== null && (
        <p class="soft">
          Shared for <span class="figures">{formatDuration(ended.durationMs)}</span>
        </p>
      )}
      <StartButton />
    </section>
  );
}
