// Who ended the session, in one sentence, and that the conversation goes on.
import type { Ending } from './state.ts';

export function endSentence(ending: Ending, agentName: string): string {
  switch (ending) {
    case 'superseded':
      return 'Sharing goes on in another tab.';
    case 'participantTooOld':
      return 'This page is out of date. Reload it and try again.';
    case 'relayTooOld':
      return 'The sharing service is out of date. Please tell the agent.';
    default:
      return `${whoEnded(ending, agentName)} Your call goes on.`;
  }
}

function whoEnded(ending: Ending, agentName: string): string {
  switch (ending) {
    case 'endedByCustomer':
      return 'You stopped sharing.';
    case 'viewDeclined':
      return 'You declined. Nothing was shared.';
    case 'endedByAgent':
      return `${agentName} ended sharing.`;
    case 'agentGone':
      return `Sharing ended: ${agentName} lost the connection.`;
    case 'customerGone':
      return 'Sharing ended: this page was away too long.';
    case 'keyExpired':
      return 'Sharing did not begin in time.';
    case 'conversationEnded':
      return 'Sharing ended with the conversation.';
    case 'conversationTransferred':
      return 'Sharing ended: you are being passed on.';
    case 'inactivity':
      return 'Sharing ended: nothing happened for a while.';
    case 'roomFull':
      return 'Too many people are in this session already.';
    case 'ended':
    case 'unknownRoom':
    case 'tokenInvalid':
    case 'wrongRoom':
      return 'Sharing has ended.';
    default:
      return 'Something went wrong, so sharing was stopped.';
  }
}
