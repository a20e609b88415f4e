// What the customer's side answered and the agent should read once: a sentence's name, derived from the frame that brought it.
import type { DeclineReason, RevokeReason } from '../../protocol/controlPlane.ts';
import type { Message } from '../../protocol/frame.ts';
import type { Action, Outcome, Refusal } from '../../protocol/command.ts';
import type { ControlKind } from '../../protocol/command.ts';
import { controlKinds } from '../../protocol/command.ts';
import type { Place } from '../../protocol/place.ts';
import type { Control, Session } from './agentState.ts';
import { isLook } from './openCommands.ts';
import type { OpenCommand } from './openCommands.ts';

export type Notice =
  | {
      readonly type: 'controlGranted';
      readonly kinds: readonly ControlKind[];
      readonly once: readonly ControlKind[];
    }
  | { readonly type: 'controlDeclined'; readonly reason: DeclineReason }
  | { readonly type: 'controlRevoked'; readonly reason: RevokeReason }
  | {
      readonly type: 'refused';
      readonly refusal: Refusal;
      /** Where the agent has pressed, if that had a place. */
      readonly at: Place | null;
      /** What the customer can be asked for instead. */
      readonly lacks: readonly ControlKind[];
    }
  /** Asked about again after a break: it was done, and once. */
  | { readonly type: 'doneOnce' }
  /** Not sent: the line, or the customer's page, is not back yet. */
  | { readonly type: 'notSent' }
  | { readonly type: 'unreadable' };

/** `session` and `command` as they stood when the message came; `command` is what an outcome is about, where that is known. */
export function noticeOf(
  message: Message,
  { control, asked }: Pick<Session, 'control' | 'asked'>,
  command: OpenCommand | null,
): Notice | null {
  switch (message.kind) {
    case 'controlGranted':
      // After a reload the page grants again what stood already: nothing new to read.
      return asked === null
        ? null
        : { type: 'controlGranted', kinds: message.kinds, once: message.once };
    case 'controlDeclined':
      return { type: 'controlDeclined', reason: message.reason };
    case 'controlRevoked':
      return message.reason === 'agent' || (control.at === 'none' && asked === null)
        ? null
        : { type: 'controlRevoked', reason: message.reason };
    case 'outcome':
      return noticeOfOutcome(message.result, control, command);
    default:
      return null;
  }
}

function noticeOfOutcome(
  result: Outcome['result'],
  control: Control,
  about: OpenCommand | null,
): Notice | null {
  if (result === 'performed') return about?.again ? { type: 'doneOnce' } : null;
  // A press often takes away what the pointer still rests on: that is nothing to look at again.
  if (
    about &&
    isLook(about.command) &&
    /^(gone|unsupported|customerActive|unknown|notGranted)$/.test(result)
  )
    return null;
  return refusedNotice(result, control, about?.command.action ?? null);
}

export function refusedNotice(refusal: Refusal, control: Control, action: Action | null): Notice {
  const has = (kind: ControlKind) => control.at === 'granted' && control.kinds.includes(kind);
  const lacks = refusal === 'notGranted' ? controlKinds.filter((kind) => !has(kind)) : [];
  return { type: 'refused', refusal, at: action && 'place' in action ? action.place : null, lacks };
}
