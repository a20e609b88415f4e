// What the customer's interface shows in each state of the session. Pure.
import { controlQuestion, viewQuestion } from '../consent/consentPrompt.ts';
import type { Question } from '../consent/consentPrompt.ts';
import type { KeyDialogView } from '../consent/keyDialog.ts';
import { keyHint } from '../consent/keyDialog.ts';
import { keyProblemSentence } from '../consent/keyProblem.ts';
import type { BarAction, BarView } from '../overlay/bar.ts';
import type { AlongsideState } from '../surface.ts';
import { endSentence } from './endSentence.ts';
import type { GrantId } from '../../protocol/ids.ts';
import type { Active, State } from './state.ts';

export type Asking =
  | { readonly for: 'key'; readonly view: KeyDialogView }
  | { readonly for: 'view' | 'control'; readonly question: Question };

export interface View {
  readonly asks: Asking | null;
  readonly bar: BarView | null;
  readonly frame: 'sharing' | 'write' | null;
  readonly toast: string | null;
}

const nothing: View = { asks: null, bar: null, frame: null, toast: null };

export function viewOf(state: State): View {
  switch (state.at) {
    case 'idle':
      return nothing;
    case 'asking': {
      const { problem } = state;
      const view: KeyDialogView = problem
        ? { says: keyProblemSentence(problem), tone: 'problem' }
        : { says: keyHint, tone: 'calm' };
      return { ...nothing, asks: { for: 'key', view } };
    }
    case 'redeeming':
      return { ...nothing, asks: { for: 'key', view: { says: 'Connecting…', tone: 'busy' } } };
    case 'joining': {
      if (state.from === 'earlierPage') return nothing;
      const says = state.line === 'lost' ? unreachable : 'Connecting…';
      return { ...nothing, asks: { for: 'key', view: { says, tone: 'busy' } } };
    }
    case 'pending': {
      const { agentName, company } = state.member;
      return { ...nothing, asks: { for: 'view', question: viewQuestion(agentName, company) } };
    }
    case 'active':
      return viewOfActive(state);
    case 'ended':
      return { ...nothing, toast: endSentence(state.ending, state.agentName) };
  }
}

const unreachable = 'Sharing cannot be reached right now. Trying again…';

function viewOfActive(state: Active): View {
  const { agentName } = state.member;
  const isWriting = state.control.mode === 'write';
  const isSeen = isShowing(state);
  const frame = isWriting ? 'write' : 'sharing';
  return {
    ...nothing,
    asks:
      state.control.mode === 'asked'
        ? { for: 'control', question: controlQuestion(agentName) }
        : null,
    bar: {
      says: saysOf(state, agentName),
      tone:
        state.sharing === 'paused' ? 'held' : !isSeen ? 'waiting' : isWriting ? 'write' : 'live',
      actions: actionsOf(state, isWriting),
    },
    frame: isSeen ? frame : null,
  };
}

/** Whether anything of the page leaves it now. */
export function isShowing(state: State): boolean {
  return (
    state.at === 'active' &&
    state.line === 'open' &&
    state.agent === 'here' &&
    state.sharing === 'on'
  );
}

export function grantOf(state: State): GrantId | null {
  return state.at === 'active' && state.control.mode === 'write' ? state.control.grant : null;
}

/** Commands are coming, or may be in a moment. */
export function isControlNear(state: State): boolean {
  return (
    state.at === 'active' && (state.control.mode === 'asked' || state.control.mode === 'write')
  );
}

function saysOf(state: Active, agentName: string): string {
  if (state.sharing === 'paused') return `Paused. ${agentName} sees nothing.`;
  if (state.line !== 'open') return 'Reconnecting…';
  if (state.agent === 'away') return `${agentName} is away and sees nothing.`;
  if (state.control.mode === 'missing')
    return `${agentName} sees this page. Control could not be loaded.`;
  return `${agentName} ${state.control.mode === 'write' ? 'can use' : 'sees'} this page`;
}

function actionsOf(state: Active, isWriting: boolean): BarAction[] {
  const hold: BarAction = state.sharing === 'paused' ? 'resume' : 'pause';
  return [...(isWriting ? (['stopControl'] as const) : []), 'sees', hold, 'stop'];
}

export function publicState(state: State): AlongsideState {
  switch (state.at) {
    case 'redeeming':
    case 'joining':
      return 'connecting';
    case 'active':
      return state.sharing === 'paused' ? 'paused' : 'active';
    default:
      return state.at;
  }
}
