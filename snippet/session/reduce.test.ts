// The session's decisions, read as sentences.
import { expect, test } from 'vitest';
import type { Message } from '../../protocol/frame.ts';
import { NO_NODE } from '../../protocol/ids.ts';
import { unruled } from './state.ts';
import type { Active, Effect, Event, Ruling, State } from './state.ts';
import { grantOf, isShowing, mayMark, viewOf } from './viewOf.ts';
import { controlKinds } from '../../protocol/command.ts';
import type { ControlKind } from '../../protocol/command.ts';
import type { GrantId, ParticipantId, SecurityKey, SessionId } from '../../protocol/ids.ts';
import { reduce } from './reduce.ts';
import { grantAll, requestAll } from '../../protocol/testing/control.ts';

const member = { session: 's' as SessionId, token: 't', agentName: 'Sam', company: 'Acme' };
const key = '123456789' as SecurityKey;
const active: Active = {
  at: 'active',
  member,
  line: 'open',
  ruling: { pause: null, denied: [] },
  agent: 'here',
  sharing: 'on',
  tab: 'visible',
  control: { mode: 'read-only' },
  asked: null,
  confirms: null,
  agentWaits: false,
  lastGrant: 0,
};
const writing: Active = {
  ...active,
  control: { mode: 'write', grant: 3 as GrantId, kinds: [...controlKinds], once: [] },
  lastGrant: 3,
};
const asked: Active = { ...active, asked: controlKinds };
const answered = (...kinds: ControlKind[]): Event => ({
  is: 'controlAnswered',
  kinds,
  once: false,
});
const all = controlKinds.join();

const ruled = (pause: string | null, denied: Ruling['denied'] = []): Event => ({
  is: 'ruled',
  ruling: { pause, denied },
});
const message = (sent: Message): Event => ({ is: 'message', message: sent });
const people = (agentConnected: boolean) => [
  { id: 'c' as ParticipantId, role: 'customer' as const, name: '', connected: true },
  { id: 'a' as ParticipantId, role: 'agent' as const, name: 'Sam', connected: agentConnected },
];
const welcome = message({
  kind: 'welcome',
  self: 'c' as ParticipantId,
  active: false,
  write: false,
  policy: [],
  participants: people(true),
});
const presence = (agentConnected: boolean) =>
  message({ kind: 'presence', participants: people(agentConnected) });

function run(
  state: State,
  ...events: Event[]
): { state: State; sent: string[]; emitted: string[] } {
  const effects: Effect[] = [];
  let now = state;
  for (const event of events) {
    const [next, more] = reduce(now, event);
    now = next;
    effects.push(...more);
  }
  return {
    state: now,
    sent: effects.flatMap((effect) => {
      if (effect.do === 'snapshot') return ['snapshot'];
      if (effect.do !== 'send') return [];
      const { kind, ...rest } = effect.message;
      return [[kind, ...Object.values(rest)].join(' ')];
    }),
    emitted: effects.flatMap((effect) => (effect.do === 'emit' ? [effect.event] : [])),
  };
}

test('[CONSENT-1] from the key to sharing, nothing is shown before the customer allows it', () => {
  const steps: Event[] = [
    { is: 'keyWanted' },
    { is: 'keyEntered', key },
    { is: 'keyRedeemed', member },
    welcome,
  ];
  const asking = run({ at: 'idle' }, ...steps);
  expect(asking.state.at).toBe('pending');
  expect(asking.sent).toEqual([]);
  expect(isShowing(asking.state)).toBe(false);
  const allowed = run(asking.state, { is: 'viewAnswered', allowed: true });
  expect(allowed.sent).toEqual(['viewGranted', 'tab visible']);
  expect(allowed.emitted).toEqual(['sessionStarted']);
  // [POLICY-3] The site's policies have not come.
  expect(isShowing(allowed.state)).toBe(false);
  expect(isShowing(run(allowed.state, ruled(null)).state)).toBe(true);
});

test('[POLICY-8] a page that may not be shown shows nothing, whoever resumes, and takes control back', () => {
  const held = run(writing, ruled('Payments are private.'));
  expect(held.sent).toEqual(['controlRevoked paused', 'pageRules Payments are private. ']);
  expect(isShowing(held.state)).toBe(false);
  expect(grantOf(held.state)).toBeNull();
  const again = run(held.state, { is: 'paused' }, { is: 'resumed' });
  expect(isShowing(again.state)).toBe(false);
  expect(viewOf(again.state).bar).toMatchObject({
    says: 'Payments are private. Sam does not see this page.',
    tone: 'held',
  });
  expect(run(again.state, message(requestAll)).sent.join()).toMatch(/^controlDeclined/);
  expect(run(again.state, message({ kind: 'resync' })).sent.join()).toContain('pageRules Payments');
  const on = run(again.state, ruled(null));
  expect(on.sent.join()).toMatch(/^pageRules\s*$/);
  expect(isShowing(on.state)).toBe(true);
  expect(run(asked, ruled('No.')).sent.join()).toMatch(/^controlDeclined.*,pageRules No/);
});

test('[POLICY-9] what the policies deny is told to whoever comes, and marks of that kind are not taken', () => {
  const { state, sent } = run(active, ruled(null, ['draw']));
  expect(sent.join()).toMatch(/^pageRules\s+draw$/);
  expect(isShowing(state)).toBe(true);
  const stroke: Message = { kind: 'annotation', id: 1, anchor: NO_NODE, colour: 0, points: [] };
  const note: Message = { kind: 'comment', id: 1, at: { node: NO_NODE, x: 0, y: 0 }, text: '' };
  expect([mayMark(state, stroke), mayMark(state, note)]).toEqual([false, true]);
  expect([mayMark(active, stroke), mayMark(active, note)]).toEqual([true, true]);
});

test('[CONSENT-1] declining ends the session, and nothing was shared', () => {
  const { state, sent } = run(
    { at: 'pending', member, line: 'open', ruling: unruled, agent: 'here' },
    { is: 'viewAnswered', allowed: false },
  );
  expect(sent).toEqual(['viewDeclined']);
  expect(state).toMatchObject({ at: 'ended', ending: 'viewDeclined' });
});

test('[CONSENT-1] no message of the relay or the agent leads to sharing or to write mode', () => {
  const messages: Event[] = [
    welcome,
    presence(true),
    message({ kind: 'viewGranted' }),
    message(grantAll(9)),
    message(requestAll),
    message({ kind: 'resync' }),
  ];
  expect(
    run({ at: 'joining', member, line: 'open', ruling: unruled, from: 'key' }, ...messages).state
      .at,
  ).toBe('pending');
  const { state } = run(active, ...messages);
  expect(grantOf(state)).toBeNull();
});

test('[SESSION-1] a grant is told again by its number, after a new connection and to a returning agent; a new one has a higher one', () => {
  const first = run(asked, answered('click'));
  expect(first.sent).toEqual(['controlGranted 1 click ']);
  const back = run(first.state, { is: 'line', line: 'lost' }, welcome);
  expect(back.sent).toEqual(['viewGranted', 'controlGranted 1 click ', 'tab visible']);
  const again = run(back.state, presence(false), presence(true), message({ kind: 'resync' }));
  expect(again.sent).toEqual([
    'controlGranted 1 click ',
    'tab visible',
    'controlGranted 1 click ',
    'tab visible',
    'snapshot',
  ]);
  const more = run(again.state, message(requestAll), answered('fill'));
  expect(more.sent).toEqual(['controlGranted 2 click,fill ']);
  expect(grantOf(more.state)).toMatchObject({ grant: 2 });
});

test('[CONSENT-8] the customer grants of what is asked for, and nothing else', () => {
  const request = message({ kind: 'controlRequested', kinds: ['click'] });
  const { state, sent, emitted } = run(active, request, answered('click', 'navigate'));
  expect(sent).toEqual(['controlGranted 1 click ']);
  expect(emitted).toEqual(['controlRequested', 'controlGranted']);
  expect(grantOf(state)).toMatchObject({ kinds: ['click'], once: [] });
  expect(run(active, request, answered('fill')).sent).toEqual(['controlDeclined customer']);
  expect(run(active, message({ kind: 'controlRequested', kinds: [] })).sent).toEqual([
    'controlDeclined customer',
  ]);
});

test('[CONSENT-8] a request for more asks for the rest alone, and leaves what is granted whatever the answer', () => {
  const few: Active = { ...writing, control: { ...writing.control, kinds: ['click'] } as never };
  const more = run(few, message(requestAll));
  expect(more.state).toMatchObject({ asked: ['fill', 'navigate'], control: { mode: 'write' } });
  expect(run(more.state, answered()).state).toEqual(few);
  expect(run(more.state, message({ kind: 'controlReturned' })).state).toEqual(few);
  const { state } = run(more.state, answered('fill'));
  expect(grantOf(state)).toMatchObject({ grant: 4, kinds: ['click', 'fill'] });
});

test('[CONSENT-9] what is granted for once goes with its use, and the rest stays', () => {
  const once = run(asked, { is: 'controlAnswered', kinds: ['click', 'fill'], once: true });
  expect(once.sent).toEqual(['controlGranted 1 click,fill click,fill']);
  const used = run(once.state, { is: 'controlUsed' });
  expect(used.sent).toEqual(['controlRevoked used']);
  expect(grantOf(used.state)).toBeNull();
  const few: Active = { ...writing, control: { ...writing.control, kinds: ['click'] } as never };
  const mixed = run(
    few,
    message(requestAll),
    { is: 'controlAnswered', kinds: ['fill'], once: true },
    { is: 'controlUsed' },
  );
  expect(mixed.sent).toEqual(['controlGranted 4 click,fill fill', 'controlGranted 4 click ']);
  expect(run(writing, { is: 'controlUsed' }).sent).toEqual([]);
});

test('[CONSENT-10] the question about one press goes with the grant, with a pause, and with whoever asked', () => {
  const { state } = run(writing, { is: 'confirmAsked', number: 4, label: 'Pay £49' });
  expect(viewOf(state).asks).toEqual({ for: 'confirm', agentName: 'Sam', label: 'Pay £49' });
  const ends: Event[] = [
    { is: 'controlStopped' },
    { is: 'paused' },
    presence(false),
    { is: 'line', line: 'lost' },
    message({ kind: 'controlReturned' }),
    { is: 'controlMissing' },
  ];
  for (const end of ends) expect(viewOf(run(state, end).state).asks, end.is).toBeNull();
  const [answeredState, effects] = reduce(state, { is: 'confirmAnswered', allowed: true });
  expect(effects).toEqual([{ do: 'confirm', allowed: true }]);
  expect(reduce(answeredState, { is: 'confirmAnswered', allowed: true })[1]).toEqual([]);
});

test('[SESSION-2] stopping control takes the grant away with the very event', () => {
  const { state, sent, emitted } = run(writing, { is: 'controlStopped' });
  expect(grantOf(state)).toBeNull();
  expect(sent).toEqual(['controlRevoked customer']);
  expect(emitted).toEqual(['controlRevoked']);
  expect(run(state, { is: 'controlStopped' }).sent).toEqual([]);
});

test('[SESSION-2] the agent gives control back', () => {
  const { state, sent } = run(writing, message({ kind: 'controlReturned' }));
  expect(grantOf(state)).toBeNull();
  expect(sent).toEqual(['controlRevoked agent']);
});

test('[CONSENT-5] a request is asked once, and taken back without an answer', () => {
  const once = run(active, message(requestAll), message(requestAll));
  expect(once.state).toMatchObject({ asked: controlKinds });
  expect(once.emitted).toEqual(['controlRequested']);
  const taken = run(once.state, message({ kind: 'controlReturned' }));
  expect(taken.state).toMatchObject({ asked: null });
  expect(taken.sent).toEqual([]);
  const granted = run(writing, message(requestAll));
  expect(granted.sent).toEqual([`controlGranted 3 ${all} `]);
  expect(granted.emitted).toEqual([]);
});

test('[CONSENT-5] the question goes away when the agent does', () => {
  expect(run(asked, presence(false)).state).toMatchObject({ asked: null });
});

test('declining control leaves everything else as it is', () => {
  const { state, sent, emitted } = run(asked, answered());
  expect(state).toEqual(active);
  expect(sent).toEqual(['controlDeclined customer']);
  expect(emitted).toEqual(['controlDeclined']);
});

test('[SESSION-4] a pause takes control back, tells the agent, and declines what is asked meanwhile', () => {
  const paused = run(writing, { is: 'paused' });
  expect(paused.sent).toEqual(['controlRevoked paused', 'tab paused']);
  expect(isShowing(paused.state)).toBe(false);
  expect(run(paused.state, message(requestAll)).sent).toEqual(['controlDeclined customer']);
  expect(run(paused.state, message({ kind: 'resync' })).sent).toEqual(['tab paused']);
  expect(run(paused.state, { is: 'tab', tab: 'hidden' }).sent).toEqual([]);
  const resumed = run(paused.state, { is: 'resumed' });
  expect(resumed.sent).toEqual(['tab visible']);
  expect(isShowing(resumed.state)).toBe(true);
});

test('[SESSION-4] nothing is shown while nobody is there to see, or the line is down', () => {
  expect(isShowing(run(active, presence(false)).state)).toBe(false);
  expect(isShowing(run(active, { is: 'line', line: 'lost' }).state)).toBe(false);
});

test('[SESSION-5] consent survives a lost line; an answer given meanwhile counts when it is back', () => {
  const lost = run(
    { at: 'pending', member, line: 'lost', ruling: unruled, agent: 'here' },
    { is: 'viewAnswered', allowed: true },
  );
  expect(isShowing(lost.state)).toBe(false);
  const back = run(lost.state, welcome, ruled(null));
  expect(back.sent.slice(0, 2)).toEqual(['viewGranted', 'tab visible']);
  expect(isShowing(back.state)).toBe(true);
});

test('[SESSION-6] another tab that takes over ends this one without a farewell', () => {
  const { state, sent, emitted } = run(active, { is: 'lineClosed', name: 'superseded' });
  expect(state).toMatchObject({ at: 'ended', ending: 'superseded' });
  expect(sent).toEqual([]);
  expect(emitted).toEqual(['sessionEnded']);
});

test('[SESSION-7] the farewell names the end, and the close that follows changes nothing', () => {
  const { state, emitted } = run(active, message({ kind: 'ended', reason: 'endedByAgent' }), {
    is: 'lineClosed',
    name: 'ended',
  });
  expect(state).toEqual({ at: 'ended', ending: 'endedByAgent', agentName: 'Sam' });
  expect(emitted).toEqual(['sessionEnded']);
});

test('stopping tells the relay from wherever the session is', () => {
  expect(run(active, { is: 'stopped' }).sent).toEqual(['end']);
  expect(
    run(
      { at: 'joining', member, line: 'lost', ruling: unruled, from: 'key' },
      { is: 'dialogClosed' },
    ).sent,
  ).toEqual(['end']);
  expect(run({ at: 'asking', problem: null }, { is: 'stopped' }).state).toEqual({ at: 'idle' });
  expect(run({ at: 'idle' }, { is: 'stopped' }).state).toEqual({ at: 'idle' });
});

test('[SESSION-8] an inner failure takes control back and ends the session', () => {
  const { state, sent, emitted } = run(writing, { is: 'failed' });
  expect(sent).toEqual(['controlRevoked failed', 'failed']);
  expect(state).toMatchObject({ at: 'ended', ending: 'failed' });
  expect(emitted).toEqual(['controlRevoked', 'error', 'sessionEnded']);
});

test('a key that comes back after the dialog was closed joins nothing', () => {
  const { state } = run({ at: 'redeeming' }, { is: 'dialogClosed' }, { is: 'keyRedeemed', member });
  expect(state).toEqual({ at: 'idle' });
});

test('[CONTROL-11] control that could not be loaded ends a request and a grant with a sentence, and the session goes on', () => {
  const missing: Event = { is: 'controlMissing' };
  const declined = run(asked, missing);
  expect(declined.sent).toEqual(['controlRevoked failed']);
  expect(declined.emitted).toEqual(['controlDeclined']);
  expect(viewOf(declined.state)).toMatchObject({
    asks: null,
    bar: { says: 'Sam sees this page. Control could not be loaded.' },
    frame: 'sharing',
  });
  const revoked = run(writing, missing);
  expect(revoked.sent).toEqual(['controlRevoked failed']);
  expect(revoked.emitted).toEqual(['controlRevoked']);
  expect(grantOf(revoked.state)).toBe(null);
  expect(isShowing(revoked.state)).toBe(true);
});

test('[CONTROL-11] after that the agent may ask again; a request taken back meanwhile changes nothing', () => {
  const again = run(asked, { is: 'controlMissing' }, message(requestAll));
  expect(again.state).toMatchObject({ asked: controlKinds, control: { mode: 'read-only' } });
  expect(run(active, { is: 'controlMissing' })).toEqual({ state: active, sent: [], emitted: [] });
});
