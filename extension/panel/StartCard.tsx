// Before a session: the one thing to do.
import type { ApiProblem } from '../session/relayApi.ts';
import { Mark } from './Mark.tsx';
import { StartButton } from './StartButton.tsx';
import { problemWords } from './words/problemWords.ts';

interface Props {
  readonly problem: ApiProblem | null;
  readonly starting: boolean;
}

export function StartCard({ problem, starting }: Props) {
  return (
    <section class="card" aria-labelledby="start-title">
      <Mark />
      <h1 id="start-title">Help a customer</h1>
      <p class="soft">
        You see the page they are on, and nothing else of their screen. What is private stays
        hidden.
      </p>
      <StartButton starting={starting} />
      <p class="problem" role="alert">
        {problem && problemWords(problem)}
      </p>
    </section>
  );
}
