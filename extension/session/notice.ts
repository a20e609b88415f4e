// What the customer's side answered and the agent should read once: a sentence's name, derived from the frame that brought it.
import type { RevokeReason } from '../../protocol/controlPlane.ts';
import type { Message } from '../../protocol/frame.ts';
import type { Refusal } from '../../protocol/command.ts';
import type { Control } from './agentState.ts';

export type Notice =
  | { readonly type: 'controlGranted' }
  | { readonly type: 'controlDeclined' }
  | { readonly type: 'controlRevoked'; readonly reason: RevokeReason }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  | { readonly type: 'unreadable' };

/** `before` is the control as it stood when the message came. */
export function noticeOf(message: Message, before: Control): Notice | null {
  switch (message.kind) {
    case 'controlGranted':
      // After a reload the page grants again what stood already: nothing new to read.
      return before.at === 'requested' ? { type: 'controlGranted' } : null;
    case 'controlDeclined':
      return { type: 'controlDeclined' };
    case 'controlRevoked':
      return message.reason === 'agent' || before.at === 'none'
        ? null
        : { type: 'controlRevoked', reason: message.reason };
    case 'outcome':
      return message.result === 'performed' ? null : { type: 'refused', refusal: message.result };
    default:
      return null;
  }
}
