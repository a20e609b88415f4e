// The session's decisions: an event in, the next state and what to do about it out. Pure.
// Invariant: only the customer's own answers lead to `active` and to write mode, and every grant has a higher number than the last.
import type { Message, MessageOf } from '../../protocol/frame.ts';
import type { GrantId } from '../../protocol/ids.ts';
import type { RevokeReason } from '../../protocol/controlPlane.ts';
import type { AlongsideEvents, EventName } from '../surface.ts';
import { unruled } from './state.ts';
import type { Active, Effect, Ending, Event, Presence, Ruling, State } from './state.ts';

export type Step = readonly [State, readonly Effect[]];

const readOnly = { mode: 'read-only' } as const;

const send = (message: Message): Effect => ({ do: 'send', message });
const emit = <E extends EventName>(event: E, detail: AlongsideEvents[E]): Effect =>
  ({ do: 'emit', event, detail }) as Effect;

export function reduce(state: State, event: Event): Step {
  switch (event.is) {
    case 'keyWanted':
      return state.at === 'idle' || state.at === 'ended'
        ? [{ at: 'asking', problem: null }, []]
        : [state, []];
    case 'keyEntered':
      return state.at === 'idle' || state.at === 'ended' || state.at === 'asking'
        ? [{ at: 'redeeming' }, [{ do: 'redeem', key: event.key }]]
        : [state, []];
    case 'keyRefused':
      // A page's policy may let the key through and keep the line out: nobody waits for what cannot come.
      if (state.at === 'joining' ? state.from !== 'key' : !/^(redeeming|asking)$/.test(state.at))
        return [state, []];
      return [
        { at: 'asking', problem: event.problem },
        [emit('error', { problem: event.problem.is })],
      ];
    case 'keyRedeemed':
      return state.at === 'redeeming'
        ? [
            {
              at: 'joining',
              member: event.member,
              line: 'connecting',
              ruling: unruled,
              from: 'key',
            },
            [],
          ]
        : [state, []];
    case 'dialogClosed':
      if (state.at === 'asking' || state.at === 'redeeming') return [{ at: 'idle' }, []];
      return state.at === 'joining' ? stop(state) : [state, []];
    case 'dismissed':
      return [state.at === 'ended' ? { at: 'idle' } : state, []];
    case 'line':
      return 'line' in state ? [{ ...state, line: event.line }, []] : [state, []];
    case 'lineClosed':
      return 'member' in state ? end(state, event.name) : [state, []];
    case 'message':
      return 'member' in state ? receive(state, event.message) : [state, []];
    case 'ruled':
      return 'member' in state ? rule(state, event.ruling) : [state, []];
    case 'viewAnswered':
      if (state.at !== 'pending') return [state, []];
      return event.allowed ? share(state) : decline(state);
    case 'stopped':
      return stop(state);
    case 'failed':
      if (!('member' in state)) return [{ at: 'ended', ending: 'failed', agentName: '' }, []];
      return end(state, 'failed', [
        ...revoked(state, 'failed'),
        send({ kind: 'failed' }),
        emit('error', { problem: 'failed' }),
      ]);
    default:
      return state.at === 'active' ? reduceActive(state, event) : [state, []];
  }
}

function reduceActive(state: Active, event: Event): Step {
  switch (event.is) {
    case 'controlAnswered':
      if (state.control.mode !== 'asked') return [state, []];
      if (event.allowed)
        return grant(state, [emit('controlGranted', { agentName: state.member.agentName })]);
      return [{ ...state, control: readOnly }, declined(state)];
    case 'controlStopped':
      return state.control.mode === 'write'
        ? [{ ...state, control: readOnly }, revoked(state, 'customer')]
        : [state, []];
    case 'controlMissing': {
      const { agentName } = state.member;
      const missing: Active = { ...state, control: { mode: 'missing' } };
      if (state.control.mode === 'write') return [missing, revoked(state, 'failed')];
      if (state.control.mode !== 'asked') return [state, []];
      // The agent is told the truth: it was not the customer who said no.
      const told = send({ kind: 'controlRevoked', reason: 'failed' });
      return [missing, [told, emit('controlDeclined', { agentName })]];
    }
    case 'paused': {
      if (state.sharing === 'paused') return [state, []];
      const held: Active = { ...state, sharing: 'paused', control: readOnly };
      const answer = state.control.mode === 'asked' ? declined(state) : revoked(state, 'paused');
      return [held, [...answer, tab(held), emit('paused', {})]];
    }
    case 'resumed': {
      if (state.sharing === 'on') return [state, []];
      const on: Active = { ...state, sharing: 'on' };
      return [on, [tab(on), emit('resumed', {})]];
    }
    case 'tab': {
      const now: Active = { ...state, tab: event.tab };
      return [now, state.sharing === 'on' ? [tab(now)] : []];
    }
    default:
      return [state, []];
  }
}

type Member = Extract<State, { member: unknown }>;

function receive(state: Member, message: Message): Step {
  switch (message.kind) {
    case 'welcome':
      if (state.at === 'active') return comeBack(state, message);
      return [
        {
          at: 'pending',
          member: state.member,
          line: 'open',
          ruling: state.ruling,
          agent: agentIn(message.participants),
        },
        [],
      ];
    case 'presence':
      if (state.at === 'joining') return [state, []];
      return meet(state, agentIn(message.participants));
    case 'ended':
      return end(state, message.reason);
    default:
      return state.at === 'active' ? receiveActive(state, message) : [state, []];
  }
}

function receiveActive(state: Active, message: Message): Step {
  switch (message.kind) {
    case 'resync': {
      // Whoever asks may have just come, and has to learn the grant's number as well.
      const [next, effects] = tellAgent(state);
      return [next, state.sharing === 'on' ? [...effects, { do: 'snapshot' }] : effects];
    }
    case 'controlRequested':
      if (state.sharing === 'paused' || state.ruling.pause)
        return [state, [send({ kind: 'controlDeclined' })]];
      if (state.control.mode === 'write') return grant(state, []);
      if (state.control.mode === 'asked') return [state, []];
      return [
        { ...state, control: { mode: 'asked' } },
        [emit('controlRequested', { agentName: state.member.agentName })],
      ];
    case 'controlReturned':
      return [{ ...state, control: readOnly }, revoked(state, 'agent')];
    default:
      return [state, []];
  }
}

function meet(state: Exclude<Member, { at: 'joining' }>, agent: Presence): Step {
  if (state.at === 'pending') return [{ ...state, agent }, []];
  if (agent === 'here' && state.agent === 'away') return tellAgent({ ...state, agent });
  // Nobody is left to answer to.
  const control = agent === 'away' && state.control.mode === 'asked' ? readOnly : state.control;
  return [{ ...state, agent, control }, []];
}

/** After the customer's yes. */
function share(state: Extract<State, { at: 'pending' }>): Step {
  const active: Active = {
    at: 'active',
    member: state.member,
    line: state.line,
    ruling: state.ruling,
    agent: state.agent,
    sharing: 'on',
    tab: 'visible',
    control: readOnly,
    lastGrant: 0,
  };
  const detail = { agentName: state.member.agentName, resumed: false };
  return [
    active,
    [
      send({ kind: 'viewGranted' }),
      tab(active),
      ...pageRules(active),
      emit('sessionStarted', detail),
    ],
  ];
}

function decline(state: Extract<State, { at: 'pending' }>): Step {
  return end(state, 'viewDeclined', [send({ kind: 'viewDeclined' })]);
}

/** On every new connection: the room learns from this page what holds. */
function comeBack(state: Active, welcome: MessageOf<'welcome'>): Step {
  const agent = agentIn(welcome.participants);
  const [next, effects] = tellAgent({ ...state, line: 'open', agent });
  return [next, [send({ kind: 'viewGranted' }), ...effects]];
}

function tellAgent(state: Active): Step {
  const told = [tab(state), ...pageRules(state)];
  return state.control.mode === 'write' ? grant(state, told) : [state, told];
}

/** What the policies say of this page, for an agent who has heard nothing yet. */
function pageRules({ ruling: { pause, denied } }: Active): Effect[] {
  if (!pause && denied.length === 0) return [];
  return [send({ kind: 'pageRules', pause: pause ?? '', denied: [...denied] })];
}

/** A page that may not be shown takes control back, as a pause of the customer's own does. */
function rule(state: Member, ruling: Ruling): Step {
  if (state.at !== 'active') return [{ ...state, ruling }, []];
  const { pause, denied } = ruling;
  const told = send({ kind: 'pageRules', pause: pause ?? '', denied: [...denied] });
  if (!pause) return [{ ...state, ruling }, [told]];
  const answer = state.control.mode === 'asked' ? declined(state) : revoked(state, 'paused');
  return [{ ...state, ruling, control: readOnly }, [...answer, told]];
}

function grant(state: Active, effects: readonly Effect[]): Step {
  const number = (state.lastGrant + 1) as GrantId;
  return [
    { ...state, control: { mode: 'write', grant: number }, lastGrant: number },
    [...effects, send({ kind: 'controlGranted', grant: number })],
  ];
}

function declined(state: Active): Effect[] {
  const detail = { agentName: state.member.agentName };
  return [send({ kind: 'controlDeclined' }), emit('controlDeclined', detail)];
}

function revoked(state: State, reason: RevokeReason): Effect[] {
  if (state.at !== 'active' || state.control.mode !== 'write') return [];
  return [send({ kind: 'controlRevoked', reason }), emit('controlRevoked', { reason })];
}

function stop(state: State): Step {
  if (!('member' in state)) return [state.at === 'ended' ? state : { at: 'idle' }, []];
  return end(state, 'endedByCustomer', [send({ kind: 'end' })]);
}

function end(state: Member, ending: Ending, effects: readonly Effect[] = []): Step {
  return [
    { at: 'ended', ending, agentName: state.member.agentName },
    [...effects, emit('sessionEnded', { reason: ending })],
  ];
}

function tab(state: Active): Effect {
  return send({ kind: 'tab', state: state.sharing === 'paused' ? 'paused' : state.tab });
}

function agentIn(participants: MessageOf<'presence'>['participants']): Presence {
  return participants.some((one) => one.role !== 'customer' && one.connected) ? 'here' : 'away';
}
