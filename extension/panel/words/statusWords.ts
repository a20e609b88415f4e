// The status line's words, and the tone that colours them. The words alone must tell the truth: colour only repeats it.
import type { Session } from '../../session/agentState.ts';
import { nameOf } from '../../session/reduce.ts';
import { statusOf } from '../../session/statusOf.ts';
import { theCustomer } from './customerWords.ts';

export type Tone = 'live' | 'asking' | 'write' | 'ended' | 'warning';

export interface StatusWords {
  readonly tone: Tone;
  readonly text: string;
}

export function statusWords(session: Session): StatusWords {
  const name = theCustomer(nameOf(session.customer));
  switch (statusOf(session)) {
    case 'ending':
      return { tone: 'ended', text: 'Ending…' };
    case 'connectionLost':
      return { tone: 'warning', text: 'Connection lost, trying again…' };
    case 'waiting':
      return { tone: 'asking', text: 'Waiting for the customer' };
    case 'asking':
      return { tone: 'asking', text: 'Asking to share' };
    case 'connecting':
      return { tone: 'asking', text: 'Connecting…' };
    case 'customerLost':
      return { tone: 'warning', text: `${name} is reconnecting…` };
    case 'leaving':
      return { tone: 'asking', text: 'Changing page…' };
    case 'paused':
      return { tone: 'warning', text: 'Paused by the customer' };
    case 'withheld':
      return { tone: 'warning', text: `Not shared: ${session.pageRules.pause}` };
    case 'tabHidden':
      return { tone: 'warning', text: 'Customer’s tab is hidden' };
    case 'live':
      return session.control.at === 'granted'
        ? { tone: 'write', text: 'You have control' }
        : { tone: 'live', text: 'Live' };
  }
}
