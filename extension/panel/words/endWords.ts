// Who ended the session and why, in words, with the next step where there is one.
import type { EndCause } from '../../session/agentState.ts';
import { theCustomer } from './customerWords.ts';

export interface EndWords {
  readonly title: string;
  readonly detail: string;
}

const goesOn = 'Your call or chat goes on.';
const again = 'Start again with a new security key.';

export function endWords(cause: EndCause, name: string): EndWords {
  const customerName = theCustomer(name);
  switch (cause) {
    case 'endedByAgent':
      return { title: 'You ended the session', detail: `Nothing is shared any more. ${goesOn}` };
    case 'endedByCustomer':
      return {
        title: `${customerName} stopped sharing`,
        detail: `Nothing is shared any more. ${goesOn}`,
      };
    case 'viewDeclined':
      return {
        title: `${customerName} chose not to share`,
        detail: 'Ask what held them back; a new key asks them again.',
      };
    case 'customerGone':
      return { title: `${customerName} did not come back`, detail: again };
    case 'agentGone':
      return { title: 'You were away too long', detail: again };
    case 'keyExpired':
      return { title: 'The key expired unused', detail: 'Start again for a fresh one.' };
    case 'conversationEnded':
      return { title: 'The conversation ended', detail: 'The session ended with it.' };
    case 'conversationTransferred':
      return {
        title: 'The conversation was transferred',
        detail: 'The next agent can start a new session.',
      };
    case 'inactivity':
      return { title: 'Nothing happened for a while', detail: `The session was ended. ${again}` };
    case 'failed':
      return {
        title: 'Something failed on the customer’s page',
        detail: `Their page is unharmed. ${again}`,
      };
    case 'participantTooOld':
      return {
        title: 'This extension is too old for the relay',
        detail: 'Update the extension, then start again.',
      };
    case 'relayTooOld':
      return {
        title: 'The relay is too old for this extension',
        detail: 'Ask your support lead to update the relay.',
      };
    case 'tokenInvalid':
    case 'wrongRoom':
      return { title: 'The relay did not accept this session', detail: again };
    case 'unknownRoom':
      return { title: 'The session is over', detail: again };
    case 'roomFull':
      return {
        title: 'The session is full',
        detail: 'Too many people are in it. Ask one of them to leave.',
      };
    case 'malformedFrame':
    case 'frameTooLarge':
    case 'notAllowed':
    case 'tooManyFrames':
      return {
        title: 'The relay closed the connection',
        detail: `It refused what this panel sent (${cause}). ${again}`,
      };
    case 'closed':
      return { title: 'The session is over', detail: goesOn };
  }
}
