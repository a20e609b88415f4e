// The agent's session as decided: each event on a known state, and the status that follows from it.
import { describe, expect, test } from 'vitest';
import type { ParticipantId, SecurityKey, SessionId } from '../../protocol/ids.ts';
import { controlKinds } from '../../protocol/command.ts';
import type { Message } from '../../protocol/frame.ts';
import { noPageRules } from './agentState.ts';
import type { AgentState, Session } from './agentState.ts';
import { reduce } from './reduce.ts';
import type { AgentEvent } from './reduce.ts';
import { statusOf } from './statusOf.ts';
import { statusWords } from '../panel/words/statusWords.ts';
import { declineControl, grantAll } from '../../protocol/testing/control.ts';

const agent = { name: 'Sam', company: 'Fern', relay: 'https://relay.example' };
const fresh: Session = {
  id: 's' as SessionId,
  token: 't',
  key: { securityKey: '123456789' as SecurityKey, expiresAtMs: 600_000 },
  line: 'connecting',
  customer: { at: 'awaited' },
  tab: 'visible',
  pageRules: noPageRules,
  page: null,
  control: { at: 'none' },
  asked: null,
  sharedAtMs: null,
  intent: 'stay',
};
const page = { address: 'https://shop.example/', title: 'Shop', width: 1280, height: 800 };
const ana = (connected: boolean) => ({
  id: 'c' as ParticipantId,
  role: 'customer' as const,
  name: 'Ana',
  connected,
});
const say = (message: Message, nowMs = 1000): AgentEvent => ({ type: 'message', message, nowMs });
const line = (status: 'open' | 'lost' | 'connecting'): AgentEvent => ({
  type: 'line',
  line: status === 'lost' ? { status, everOpen: true } : { status },
  nowMs: 1000,
});

const joined: AgentEvent[] = [line('open'), say({ kind: 'presence', participants: [ana(true)] })];
const live: AgentEvent[] = [
  ...joined,
  say({ kind: 'viewGranted' }),
  say({ kind: 'tab', state: 'visible' }),
  { type: 'pageShown', page },
];
const granted = say(grantAll(7));
const asks: AgentEvent = { type: 'controlAsked', kinds: controlKinds };

function after(...events: AgentEvent[]): AgentState {
  const start: AgentState = { at: 'inSession', agent, session: fresh };
  return events.reduce(reduce, start);
}
function sessionAfter(...events: AgentEvent[]): Session {
  const state = after(...events);
  if (state.at !== 'inSession') throw new Error(`no session, but ${state.at}`);
  return state.session;
}
const status = (...events: AgentEvent[]) => statusOf(sessionAfter(...events));

describe('the status is what stands most in the way', () => {
  test.each([
    ['connecting', []],
    ['waiting', [line('open')]],
    ['asking', joined],
    ['connecting', [...joined, say({ kind: 'viewGranted' })]],
    ['live', live],
    ['tabHidden', [...live, say({ kind: 'tab', state: 'hidden' })]],
    ['paused', [...live, say({ kind: 'tab', state: 'paused' })]],
    ['leaving', [...live, say({ kind: 'tab', state: 'leaving' })]],
    ['customerLost', [...live, say({ kind: 'presence', participants: [ana(false)] })]],
    ['connectionLost', [...live, say({ kind: 'tab', state: 'paused' }), line('lost')]],
    ['ending', [...live, line('lost'), { type: 'endAsked' } as const]],
  ] as const)('[AGENT-1] %s', (expected, events) => {
    expect(status(...events)).toBe(expected);
  });

  test('a page that comes back after leaving is no longer leaving', () => {
    const away = [
      ...live,
      say({ kind: 'tab', state: 'leaving' }),
      say({ kind: 'presence', participants: [ana(false)] }),
    ];
    expect(status(...away)).toBe('leaving');
    expect(status(...away, say({ kind: 'presence', participants: [ana(true)] }))).toBe('live');
  });
});

describe('control is only ever what the customer’s page granted', () => {
  test('[AGENT-2] asking is not having', () => {
    expect(sessionAfter(...live, asks)).toMatchObject({
      control: { at: 'none' },
      asked: controlKinds,
    });
  });
  test('a grant is kept under its number', () => {
    const { control, asked } = sessionAfter(...live, asks, granted);
    expect(control).toMatchObject({ at: 'granted', grant: 7, kinds: controlKinds, once: [] });
    expect(asked).toBeNull();
  });
  test.each([
    ['revoked', say({ kind: 'controlRevoked', reason: 'customer' })],
    ['paused', say({ kind: 'tab', state: 'paused' })],
    ['customer lost', say({ kind: 'presence', participants: [ana(false)] })],
    ['given back', { type: 'controlReturned' }],
    ['ending', { type: 'endAsked' }],
    [
      'room read-only on return',
      say({
        kind: 'welcome',
        self: 'a' as ParticipantId,
        active: true,
        write: false,
        policy: [],
        participants: [ana(true)],
      }),
    ],
  ] as [string, AgentEvent][])('[AGENT-2] gone when %s', (_, event) => {
    expect(sessionAfter(...live, granted, event).control).toEqual({ at: 'none' });
  });
  test('[AGENT-2] a request that is declined leaves what is granted', () => {
    const few = say({ ...grantAll(7), kinds: ['click'] });
    const { control, asked } = sessionAfter(...live, few, asks, say(declineControl));
    expect(control).toMatchObject({ at: 'granted', kinds: ['click'] });
    expect(asked).toBeNull();
  });
  test('a grant that crosses the end is not taken', () => {
    expect(sessionAfter(...live, { type: 'endAsked' }, granted).control).toEqual({ at: 'none' });
  });
});

test('[AGENT-3] an end names its reason and how long was shared', () => {
  const state = after(...live, say({ kind: 'ended', reason: 'endedByCustomer' }, 61_000));
  expect(state).toMatchObject({
    at: 'ended',
    cause: 'endedByCustomer',
    customerName: 'Ana',
    durationMs: 60_000,
  });
});

test('[AGENT-3] a final close without a farewell is an end by its name', () => {
  const closed = after(...live, {
    type: 'line',
    line: { status: 'closed', name: 'relayTooOld' },
    nowMs: 1000,
  });
  expect(closed).toMatchObject({ at: 'ended', cause: 'relayTooOld' });
});

test('[AGENT-6] pausing forgets the page that was shown', () => {
  expect(sessionAfter(...live, say({ kind: 'tab', state: 'paused' })).page).toBeNull();
});

test('messages of no concern change nothing', () => {
  const state = after(...live);
  const event = say({ kind: 'pointer', gone: true, at: { node: 0 as never, x: 0, y: 0 } });
  expect(reduce(state, event)).toBe(state);
});

test('[POLICY-8] a page that the site withholds is not shown, and the status says why until it is shared again', () => {
  const withheld = say({ kind: 'pageRules', pause: 'Only for you.', denied: ['draw'] });
  expect(status(...live, withheld)).toBe('withheld');
  expect(sessionAfter(...live, withheld)).toMatchObject({
    page: null,
    pageRules: { pause: 'Only for you.', denied: ['draw'] },
  });
  expect(statusWords(sessionAfter(...live, withheld)).text).toBe('Not shared: Only for you.');
  const again = say({ kind: 'pageRules', pause: '', denied: [] });
  expect(status(...live, withheld, again, { type: 'pageShown', page })).toBe('live');
});
