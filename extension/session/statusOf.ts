// The one truth that the status line tells, out of all that is known: what stands most in the way comes first.
import type { Session } from './agentState.ts';

export type Status =
  | 'ending'
  | 'connectionLost'
  | 'waiting'
  | 'customerLost'
  | 'asking'
  | 'paused'
  | 'withheld'
  | 'leaving'
  | 'connecting'
  | 'tabHidden'
  | 'live';

export function statusOf(session: Session): Status {
  const { customer, line, tab, page, intent, pageRules } = session;
  if (intent === 'end') return 'ending';
  if (line === 'lost') return 'connectionLost';
  if (customer.at === 'awaited') return line === 'open' ? 'waiting' : 'connecting';
  if (!customer.connected) return tab === 'leaving' ? 'leaving' : 'customerLost';
  if (customer.at === 'asked') return 'asking';
  if (tab === 'paused') return 'paused';
  if (line === 'connecting') return 'connecting';
  if (tab === 'leaving') return 'leaving';
  if (pageRules.pause) return 'withheld';
  if (page === null) return 'connecting';
  return tab === 'hidden' ? 'tabHidden' : 'live';
}
