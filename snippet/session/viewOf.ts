// What the customer's interface shows in each state of the session. Pure.
import type { Asking } from '../consent/openAsking.ts';
import type { BarAction, BarView } from '../overlay/bar.ts';
import type { AlongsideState } from '../surface.ts';
import { endSentence } from './endSentence.ts';
import type { Message } from '../../protocol/frame.ts';
import type { ControlKind } from '../../protocol/command.ts';
import { controlKinds } from '../../protocol/command.ts';
import type { Grant } from '../../protocol/controlPlane.ts';
import type { Active, State } from './state.ts';

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
    case 'asking':
      return asksForKey(state.problem ?? { is: 'calm' });
    case 'redeeming':
      return asksForKey({ is: 'connecting' });
    case 'joining':
      if (state.from === 'earlierPage') return nothing;
      return asksForKey({ is: state.line === 'lost' ? 'unreachable' : 'connecting' });
    case 'pending': {
      const { agentName, company } = state.member;
      return { ...nothing, asks: { for: 'view', agentName, company } };
    }
    case 'active':
      return viewOfActive(state);
    case 'ended':
      return { ...nothing, toast: endSentence(state.ending, state.agentName) };
  }
}

function asksForKey(now: Extract<Asking, { readonly for: 'key' }>['now']): View {
  return { ...nothing, asks: { for: 'key', now } };
}

function viewOfActive(state: Active): View {
  const { agentName } = state.member;
  const isWriting = state.control.mode === 'write';
  const isSeen = isShowing(state);
  const frame = isWriting ? 'write' : 'sharing';
  return {
    ...nothing,
    asks: state.confirms
      ? { for: 'confirm', agentName, label: state.confirms.label }
      : state.asked && { for: 'control', agentName, kinds: state.asked },
    bar: {
      says: saysOf(state, agentName),
      tone:
        state.sharing === 'paused' || state.ruling.pause
          ? 'held'
          : !isSeen
            ? 'waiting'
            : isWriting
              ? 'write'
              : 'live',
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
    state.sharing === 'on' &&
    state.ruling.pause === null
  );
}

/** Whether the agent may draw or write this here. */
export function mayMark(state: State, { kind }: Message): boolean {
  if (state.at !== 'active') return true;
  const { denied } = state.ruling;
  return !(
    (kind === 'annotation' && denied.includes('draw')) ||
    (kind === 'comment' && denied.includes('comment'))
  );
}

export function grantOf(state: State): Grant | null {
  return state.at === 'active' && state.control.mode === 'write' ? state.control : null;
}

/** Commands are coming, or may be in a moment. */
export function isControlNear(state: State): boolean {
  return state.at === 'active' && (state.asked !== null || state.control.mode === 'write');
}

function saysOf(state: Active, agentName: string): string {
  if (state.sharing === 'paused') return `Paused. ${agentName} sees nothing.`;
  if (state.line !== 'open') return 'Reconnecting…';
  const { pause } = state.ruling;
  if (pause !== null)
    return pause ? `${pause} ${agentName} does not see this page.` : 'One moment…';
  if (state.agent === 'away') return `${agentName} is away and sees nothing.`;
  if (state.control.mode === 'missing')
    return `${agentName} sees this page. Control could not be loaded.`;
  if (state.control.mode !== 'write') return `${agentName} sees this page`;
  if (state.agentWaits) return `${agentName} waits for you`;
  const { kinds, once } = state.control;
  return `${agentName} can ${grantWords(kinds)}${once.length === kinds.length ? ' once' : ''}`;
}

const verbs = { click: 'press', fill: 'fill in', navigate: 'go to pages' } as const;

function grantWords(kinds: readonly ControlKind[]): string {
  if (kinds.length === controlKinds.length) return 'use this page';
  return `${kinds.map((kind) => verbs[kind]).join(' and ')} here`;
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
