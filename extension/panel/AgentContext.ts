// Hands the agent's session, and what only the panel's entry may do with the browser, to the components.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Where } from '../session/agentState.ts';
import type { AgentSession } from '../session/createAgentSession.ts';
import type { Settings } from '../settings/settings.ts';

export interface PanelHost {
  readonly where: Where;
  readonly agent: AgentSession;
  readRelay(): Promise<string>;
  signIn: (settings: Settings) => ReturnType<AgentSession['signIn']>;
  openInTab(): void;
  openSettings(): void;
}

export const AgentContext = createContext<PanelHost | null>(null);

export function usePanel(): PanelHost {
  const host = useContext(AgentContext);
  if (!host) throw new Error('A component of the panel stands outside its context.');
  return host;
}
