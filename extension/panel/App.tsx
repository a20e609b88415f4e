// One screen per state of the agent's session.
import type { ComponentChildren } from 'preact';
import type { Agent } from '../session/agentState.ts';
import { usePanel } from './AgentContext.ts';
import { ElsewhereCard } from './ElsewhereCard.tsx';
import { EndedCard } from './EndedCard.tsx';
import { Footer } from './Footer.tsx';
import { SessionView } from './SessionView.tsx';
import { SignInCard } from './SignInCard.tsx';
import { StartCard } from './StartCard.tsx';
import { StatusLine } from './StatusLine.tsx';
import { WaitingCard } from './WaitingCard.tsx';

export function App() {
  const { agent, readRelay, signIn } = usePanel();
  const state = agent.state.value;
  switch (state.at) {
    case 'loading':
      return <Desk>{null}</Desk>;
    case 'signedOut':
      return (
        <Desk>
          <SignInCard problem={state.problem} readRelay={readRelay} signIn={signIn} />
        </Desk>
      );
    case 'ready':
      return (
        <Desk agent={state.agent}>
          <StartCard problem={state.problem} starting={false} />
        </Desk>
      );
    case 'starting':
      return (
        <Desk agent={state.agent}>
          <StartCard problem={null} starting />
        </Desk>
      );
    case 'elsewhere':
      return (
        <Desk agent={state.agent}>
          <ElsewhereCard holder={state.where} />
        </Desk>
      );
    case 'ended':
      return (
        <Desk agent={state.agent}>
          <EndedCard ended={state} />
        </Desk>
      );
    case 'inSession':
      if (state.session.customer.at !== 'awaited' || state.session.intent === 'end') {
        return <SessionView agent={state.agent} session={state.session} />;
      }
      return (
        <Desk agent={state.agent} header={<StatusLine session={state.session} />}>
          <WaitingCard session={state.session} />
        </Desk>
      );
  }
}

interface DeskProps {
  readonly agent?: Agent;
  readonly header?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The quiet ground on which a single card lies. */
function Desk({ agent, header, children }: DeskProps) {
  return (
    <main class="desk">
      {header && <header>{header}</header>}
      <div class="middle">{children}</div>
      {agent && <Footer agent={agent} />}
    </main>
  );
}
