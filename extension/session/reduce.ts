// The agent's session, decided: state and event in, next state out. Pure: time comes with the event that needs it.
import type { ChannelState } from '../../channel/channel.ts';
import type { CloseName } from '../../protocol/closeCodes.ts';
import type { ControlKind } from '../../protocol/command.ts';
import type { Grant, Participant } from '../../protocol/controlPlane.ts';
import type { EndReason } from '../../protocol/endReasons.ts';
import type { Message } from '../../protocol/frame.ts';
import { noPageRules } from './agentState.ts';
import type {
  Agent,
  AgentState,
  Customer,
  EndCause,
  PageInfo,
  Session,
  Where,
} from './agentState.ts';
import type { ApiProblem } from './relayApi.ts';

export type AgentEvent =
  | { readonly type: 'signedOut'; readonly problem: ApiProblem | null }
  | { readonly type: 'signedIn'; readonly agent: Agent }
  | { readonly type: 'starting' }
  | { readonly type: 'startRefused'; readonly problem: ApiProblem }
  | { readonly type: 'entered'; readonly agent: Agent; readonly session: Session }
  | { readonly type: 'wentElsewhere'; readonly agent: Agent; readonly where: Where }
  | { readonly type: 'leftElsewhere' }
  | { readonly type: 'line'; readonly line: ChannelState; readonly nowMs: number }
  | { readonly type: 'message'; readonly message: Message; readonly nowMs: number }
  | { readonly type: 'pageShown'; readonly page: PageInfo }
  | { readonly type: 'controlAsked'; readonly kinds: readonly ControlKind[] }
  | { readonly type: 'controlReturned' }
  | { readonly type: 'endAsked' };

export function reduce(state: AgentState, event: AgentEvent): AgentState {
  switch (event.type) {
    case 'signedOut':
      return { at: 'signedOut', problem: event.problem };
    case 'signedIn':
      return { at: 'ready', agent: event.agent, problem: null };
    case 'entered':
      return { at: 'inSession', agent: event.agent, session: event.session };
    case 'wentElsewhere':
      return { at: 'elsewhere', agent: event.agent, where: event.where };
    case 'starting':
      return 'agent' in state ? { at: 'starting', agent: state.agent } : state;
    case 'startRefused':
      return state.at === 'starting'
        ? { at: 'ready', agent: state.agent, problem: event.problem }
        : state;
    case 'leftElsewhere':
      return state.at === 'elsewhere' ? { at: 'ready', agent: state.agent, problem: null } : state;
    default:
      return state.at === 'inSession' ? inSession(state, event) : state;
  }
}

type SessionEvent = Extract<
  AgentEvent,
  { type: 'line' | 'message' | 'pageShown' | 'controlAsked' | 'controlReturned' | 'endAsked' }
>;

type InSession = Extract<AgentState, { at: 'inSession' }>;

function inSession(state: InSession, event: SessionEvent): AgentState {
  const { agent, session } = state;
  const still = (change: Partial<Session>): AgentState => ({
    at: 'inSession',
    agent,
    session: { ...session, ...change },
  });
  switch (event.type) {
    case 'line': {
      const { line } = event;
      if (line.status === 'lost') return still({ line: 'lost' });
      if (line.status !== 'closed') return still({ line: line.status });
      return ended(agent, session, causeOf(line.name), event.nowMs);
    }
    case 'pageShown':
      return still({ page: event.page });
    case 'controlAsked':
      return session.asked === null ? still({ asked: event.kinds }) : state;
    case 'controlReturned':
      // A request that is not answered yet is taken back by itself.
      return session.asked === null ? still({ control: { at: 'none' } }) : still({ asked: null });
    case 'endAsked':
      return still({ intent: 'end', control: { at: 'none' }, asked: null });
    case 'message':
      return received(state, event.message, event.nowMs, still);
  }
}

function received(
  state: InSession,
  message: Message,
  nowMs: number,
  still: (change: Partial<Session>) => AgentState,
): AgentState {
  const { agent, session } = state;
  switch (message.kind) {
    case 'welcome':
      return still({
        line: 'open',
        customer: customerAmong(message.participants, message.active ? 'sharing' : 'asked'),
        sharedAtMs: message.active ? (session.sharedAtMs ?? nowMs) : session.sharedAtMs,
        // The customer's page tells anew what holds there.
        pageRules: noPageRules,
        ...(message.write ? {} : nothingHeld),
      });
    case 'pageRules': {
      const { pause, denied } = message;
      return still({ pageRules: { pause, denied }, page: pause ? null : session.page });
    }
    case 'presence':
      return still(presence(session, message.participants));
    case 'viewGranted':
      return still({
        customer: { at: 'sharing', name: nameOf(session.customer), connected: true },
        sharedAtMs: session.sharedAtMs ?? nowMs,
      });
    case 'tab':
      return still({
        tab: message.state,
        // Paused means that nothing of the page may stay on the agent's screen.
        page: message.state === 'paused' ? null : session.page,
        ...(message.state === 'paused' ? nothingHeld : {}),
      });
    case 'controlGranted':
      return session.intent === 'end'
        ? state
        : still({ ...granted(message), ...answers(session, message) });
    case 'controlDeclined':
      return still({ asked: null });
    case 'controlRevoked':
      return still(nothingHeld);
    case 'ended':
      return ended(agent, session, message.reason, nowMs);
    default:
      return state;
  }
}

const nothingHeld = { control: { at: 'none' }, asked: null } as const;

const granted = ({ grant, kinds, once }: Grant) =>
  ({ control: { at: 'granted', grant, kinds, once } }) as const;

/** A grant of what was asked for answers; one that is only told again does not. */
function answers({ asked, control }: Session, { grant }: Grant): Partial<Session> {
  const isNew = control.at !== 'granted' || control.grant !== grant;
  return asked !== null && isNew ? { asked: null } : {};
}

function presence(session: Session, participants: readonly Participant[]): Partial<Session> {
  const customer = customerAmong(participants, session.customer.at);
  const here = customer.at !== 'awaited' && customer.connected;
  return {
    customer,
    // The room is read-only while the customer is away; a page that comes back says anew what it grants.
    ...(here ? {} : nothingHeld),
    tab: here && session.tab === 'leaving' ? 'visible' : session.tab,
  };
}

function customerAmong(participants: readonly Participant[], before: Customer['at']): Customer {
  const found = participants.find((participant) => participant.role === 'customer');
  if (!found) return { at: 'awaited' };
  const at = before === 'sharing' ? 'sharing' : 'asked';
  return { at, name: found.name, connected: found.connected };
}

function causeOf(name: CloseName | null): EndCause {
  return name === null || name === 'ended' || name === 'superseded' ? 'closed' : name;
}

/** Empty where it is not known. */
export function nameOf(customer: Customer): string {
  return customer.at === 'awaited' ? '' : customer.name;
}

function ended(
  agent: Agent,
  session: Session,
  cause: EndCause | EndReason,
  nowMs: number,
): AgentState {
  return {
    at: 'ended',
    agent,
    cause,
    customerName: nameOf(session.customer),
    durationMs: session.sharedAtMs === null ? null : Math.max(0, nowMs - session.sharedAtMs),
    problem: null,
  };
}
