// The session's decisions, read as sentences.
import { expect, test } from 'vitest';
import type { Message } from '../../protocol/frame.ts';
import { NO_NODE } from '../../protocol/ids.ts';
import type { GrantId, ParticipantId, SecurityKey, SessionId } from '../../protocol/ids.ts';
import { reduce } from './reduce.ts';
import { unruled } from './state.ts';
import type { Active, Effect, Event, Ruling, State } from './state.ts';
import { grantOf, isShowing, mayMark, viewOf } from './viewOf.ts';

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
  lastGrant: 0,
};
const writing: Active = {
  ...active,
  control: { mode: 'write', grant: 3 as GrantId },
  lastGrant: 3,
};
const asked: Active = { ...active, control: { mode: 'asked' } };

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
  expect(run(again.state, message({ kind: 'controlRequested' })).sent.join()).toMatch(
    /^controlDeclined/,
  );
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
    message({ kind: 'controlGranted', grant: 9 as GrantId }),
    message({ kind: 'controlRequested' }),
    message({ kind: 'resync' }),
  ];
  expect(
    run({ at: 'joining', member, line: 'open', ruling: unruled, from: 'key' }, ...messages).state
      .at,
  ).toBe('pending');
  const { state } = run(active, ...messages);
  expect(grantOf(state)).toBeNull();
});

test('[SESSION-1] each grant has a higher number than the last, after a new connection and for a returning agent too', () => {
  const first = run(asked, { is: 'controlAnswered', allowed: true });
  expect(first.sent).toEqual(['controlGranted 1']);
  const back = run(first.state, { is: 'line', line: 'lost' }, welcome);
  expect(back.sent).toEqual(['viewGranted', 'tab visible', 'controlGranted 2']);
  const again = run(back.state, presence(false), presence(true), message({ kind: 'resync' }));
  expect(again.sent).toEqual([
    'tab visible',
    'controlGranted 3',
    'tab visible',
    'controlGranted 4',
    'snapshot',
  ]);
  expect(grantOf(again.state)).toBe(4);
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
  const once = run(
    active,
    message({ kind: 'controlRequested' }),
    message({ kind: 'controlRequested' }),
  );
  expect(once.state).toMatchObject({ control: { mode: 'asked' } });
  expect(once.emitted).toEqual(['controlRequested']);
  const taken = run(once.state, message({ kind: 'controlReturned' }));
  expect(taken.state).toMatchObject({ control: { mode: 'read-only' } });
  expect(taken.sent).toEqual([]);
  const granted = run(writing, message({ kind: 'controlRequested' }));
  expect(granted.sent).toEqual(['controlGranted 4']);
  expect(granted.emitted).toEqual([]);
});

test('[CONSENT-5] the question goes away when the agent does', () => {
  expect(run(asked, presence(false)).state).toMatchObject({ control: { mode: 'read-only' } });
});

test('declining control leaves everything else as it is', () => {
  const { state, sent, emitted } = run(asked, { is: 'controlAnswered', allowed: false });
  expect(state).toEqual(active);
  expect(sent).toEqual(['controlDeclined']);
  expect(emitted).toEqual(['controlDeclined']);
});

test('[SESSION-4] a pause takes control back, tells the agent, and declines what is asked meanwhile', () => {
  const paused = run(writing, { is: 'paused' });
  expect(paused.sent).toEqual(['controlRevoked paused', 'tab paused']);
  expect(isShowing(paused.state)).toBe(false);
  expect(run(paused.state, message({ kind: 'controlRequested' })).sent).toEqual([
    'controlDeclined',
  ]);
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
  const again = run(asked, { is: 'controlMissing' }, message({ kind: 'controlRequested' }));
  expect(again.state).toMatchObject({ control: { mode: 'asked' } });
  expect(run(active, { is: 'controlMissing' })).toEqual({ state: active, sent: [], emitted: [] });
});
