// The session's decisions: an event in, the next state and what to do about it out. Pure.
// Invariant: only the customer's own answers lead to `active` and to write mode, and every grant has a higher number than the last.
import type { Message, MessageOf } from '../../protocol/frame.ts';
import { controlKinds } from '../../protocol/command.ts';
import type { ControlKind } from '../../protocol/command.ts';
import type { GrantId } from '../../protocol/ids.ts';
import type { Grant, RevokeReason } from '../../protocol/controlPlane.ts';
import type { AlongsideEvents, EventName } from '../surface.ts';
import { unruled } from './state.ts';
import type { Active, Effect, Ending, Event, Presence, Ruling, State } from './state.ts';
import { isShowing } from './viewOf.ts';

export type Step = readonly [State, readonly Effect[]];

const readOnly = { mode: 'read-only' } as const;

const send = (message: Message): Effect => ({ do: 'send', message });
const emit = <E extends EventName>(event: E, detail: AlongsideEvents[E]): Effect =>
  ({ do: 'emit', event, detail }) as Effect;

export function reduce(state: State, event: Event): Step {
  const [next, effects] = decide(state, event);
  if (next.at !== 'active' || (next.confirms === null && !next.agentWaits)) return [next, effects];
  // What the customer was asked about, or the agent waits for, goes with the grant and with whoever could hear of it.
  const stands = isShowing(next) && next.control.mode === 'write';
  return [stands ? next : { ...next, confirms: null, agentWaits: false }, effects];
}

function decide(state: State, event: Event): Step {
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
      return state.asked === null ? [state, []] : answered(state, state.asked, event);
    case 'controlStopped':
      return state.control.mode === 'write'
        ? [{ ...state, control: readOnly, asked: null }, revoked(state, 'customer')]
        : [state, []];
    case 'controlUsed':
      return used(state);
    case 'confirmAsked': {
      const { number, label } = event;
      return [{ ...state, confirms: { number, label } }, []];
    }
    case 'confirmAnswered':
      return state.confirms === null
        ? [state, []]
        : [{ ...state, confirms: null }, [{ do: 'confirm', allowed: event.allowed }]];
    case 'agentWaits':
      return [{ ...state, agentWaits: event.waits }, []];
    case 'controlMissing': {
      const { agentName } = state.member;
      const missing: Active = { ...state, control: { mode: 'missing' }, asked: null };
      if (state.control.mode === 'write') return [missing, revoked(state, 'failed')];
      if (state.asked === null) return [state, []];
      // The agent is told the truth: it was not the customer who said no.
      const told = send({ kind: 'controlRevoked', reason: 'failed' });
      return [missing, [told, emit('controlDeclined', { agentName })]];
    }
    case 'paused': {
      if (state.sharing === 'paused') return [state, []];
      const held: Active = { ...state, sharing: 'paused', control: readOnly, asked: null };
      const answer = state.asked === null ? [] : declined(state);
      return [held, [...answer, ...revoked(state, 'paused'), tab(held), emit('paused', {})]];
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
      return requested(state, message.kinds);
    case 'controlReturned':
      // A request that is not answered yet is taken back by itself: what was granted before it stays.
      return state.asked === null
        ? [{ ...state, control: readOnly }, revoked(state, 'agent')]
        : [{ ...state, asked: null }, []];
    default:
      return [state, []];
  }
}

function meet(state: Exclude<Member, { at: 'joining' }>, agent: Presence): Step {
  if (state.at === 'pending') return [{ ...state, agent }, []];
  if (agent === 'here' && state.agent === 'away') return tellAgent({ ...state, agent });
  // Nobody is left to answer to.
  return [{ ...state, agent, asked: agent === 'away' ? null : state.asked }, []];
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
    asked: null,
    confirms: null,
    agentWaits: false,
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

/** The grant first: whoever hears of the tab knows then what stands. */
function tellAgent(state: Active): Step {
  return [state, [...tellGrant(state), tab(state), ...pageRules(state)]];
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
  const answer = state.asked === null ? [] : declined(state);
  return [
    { ...state, ruling, control: readOnly, asked: null },
    [...answer, ...revoked(state, 'paused'), told],
  ];
}

function tellGrant({ control }: Active): Effect[] {
  if (control.mode !== 'write') return [];
  const { grant, kinds, once } = control;
  return [send({ kind: 'controlGranted', grant, kinds, once })];
}

function requested(state: Active, wanted: readonly ControlKind[]): Step {
  const { control } = state;
  const lasting = control.mode === 'write' ? lastingKinds(control) : [];
  const asked = controlKinds.filter((kind) => wanted.includes(kind) && !lasting.includes(kind));
  const isHeld = state.sharing === 'paused' || Boolean(state.ruling.pause);
  if (isHeld || (asked.length === 0 && control.mode !== 'write')) return [state, [sayDeclined]];
  if (asked.length === 0) return [state, tellGrant(state)];
  if (state.asked !== null) return [state, []];
  return [
    { ...state, asked, control: control.mode === 'missing' ? readOnly : control },
    [emit('controlRequested', { agentName: state.member.agentName, kinds: asked })],
  ];
}

/** What is granted, and not only for once. */
const lastingKinds = ({ kinds, once }: Grant): ControlKind[] =>
  kinds.filter((kind) => !once.includes(kind));

function answered(
  state: Active,
  asked: readonly ControlKind[],
  answer: Extract<Event, { is: 'controlAnswered' }>,
): Step {
  const granted = asked.filter((kind) => answer.kinds.includes(kind));
  if (granted.length === 0) return [{ ...state, asked: null }, declined(state)];
  const { control } = state;
  const held: Pick<Grant, 'kinds' | 'once'> =
    control.mode === 'write' ? control : { kinds: [], once: [] };
  const grant = (state.lastGrant + 1) as GrantId;
  const next: Active = {
    ...state,
    asked: null,
    lastGrant: grant,
    control: {
      mode: 'write',
      grant,
      kinds: controlKinds.filter((kind) => held.kinds.includes(kind) || granted.includes(kind)),
      once: answer.once
        ? controlKinds.filter((kind) => held.once.includes(kind) || granted.includes(kind))
        : held.once.filter((kind) => !granted.includes(kind)),
    },
  };
  const detail = { agentName: state.member.agentName, kinds: granted, once: answer.once };
  return [next, [emit('controlGranted', detail), ...tellGrant(next)]];
}

/** What was granted for once has gone; the rest stays, under its number. */
function used(state: Active): Step {
  const { control } = state;
  if (control.mode !== 'write' || control.once.length === 0) return [state, []];
  const kinds = lastingKinds(control);
  if (kinds.length === 0) return [{ ...state, control: readOnly }, revoked(state, 'used')];
  const next: Active = { ...state, control: { ...control, kinds, once: [] } };
  return [next, tellGrant(next)];
}

const sayDeclined = send({ kind: 'controlDeclined', reason: 'customer' });

function declined(state: Active): Effect[] {
  const detail = { agentName: state.member.agentName };
  return [sayDeclined, emit('controlDeclined', detail)];
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
