// The session's edge against plain parts: what it sends, keeps, hands over and forgets.
import { expect, test, vi } from 'vitest';
vi.mock('webextension-polyfill', () => ({ default: {} }));
import type { Action } from '../../protocol/command.ts';
import type { NodeId, ParticipantId } from '../../protocol/ids.ts';
import type { Message } from '../../protocol/frame.ts';
import { managedPolicyOf } from '../settings/managedPolicy.ts';
import { fakeAgent, settled } from '../testing/fakeParts.ts';
import { grantAll } from '../../protocol/testing/control.ts';

const participants = [
  { id: 'c' as ParticipantId, role: 'customer' as const, name: 'Ana', connected: true },
];
const welcome = (active: boolean, write = false): Message => ({
  kind: 'welcome',
  self: 'a' as ParticipantId,
  active,
  write,
  policy: [],
  participants,
});
const press: Action = {
  type: 'click',
  place: { node: 7 as NodeId, x: 0.5, y: 0.5 },
  button: 0,
  count: 1,
  modifiers: 0,
};
const commands = (sent: readonly Message[]) =>
  sent.flatMap((message) => (message.kind === 'command' ? [message] : []));
const numbers = (sent: readonly Message[]) =>
  sent.flatMap((message) => (message.kind === 'command' ? [message.number] : []));
const snapshot: Message = { kind: 'snapshot', sequence: 1, ops: new Uint8Array() };

function fakePage() {
  const page = { applied: 0, cleared: 0, apply: () => page.applied++, clear: () => page.cleared++ };
  return page;
}

async function live() {
  const parts = fakeAgent();
  await parts.agent.begin();
  await parts.agent.start();
  parts.setLine(true);
  const page = fakePage();
  parts.agent.attachPage({ apply: () => void page.apply(), clear: () => void page.clear() });
  parts.receive(welcome(false));
  parts.receive({ kind: 'viewGranted' });
  parts.receive(snapshot);
  parts.agent.pageShown({ address: 'https://shop.example/', title: '', width: 1, height: 1 });
  return { ...parts, page };
}

test('[AGENT-8] a stored sign-in that the relay refuses leads back to signing in, and says why', async () => {
  const { agent, api } = fakeAgent();
  api.agent = 'agentRevoked';
  await agent.begin();
  expect(agent.state.value).toEqual({ at: 'signedOut', problem: 'agentRevoked' });
});

test('[AGENT-8] a session that cannot be started leaves the agent where they were, with the problem', async () => {
  const { agent, api } = fakeAgent();
  await agent.begin();
  api.session = 'unreachable';
  await agent.start();
  expect(agent.state.value).toMatchObject({ at: 'ready', problem: 'unreachable' });
});

test('[AGENT-9] a page is asked for when the connection comes back, not when the customer has just allowed it', async () => {
  const { receive, kinds, sent } = await live();
  expect(kinds()).not.toContain('resync');
  receive(welcome(true));
  expect(kinds()).toContain('resync');
  expect(sent).not.toHaveLength(0);
});

test('[AGENT-9] what was applied is acknowledged', async () => {
  const { agent, sent } = await live();
  agent.pageApplied(4);
  expect(sent).toContainEqual({ kind: 'ack', sequence: 4 });
});

test('[AGENT-5] no command leaves without a grant, and numbers rise across views', async () => {
  const first = await live();
  first.agent.perform({ type: 'navigate', to: 'back', address: '' });
  expect(first.kinds()).not.toContain('command');

  first.receive(grantAll(3));
  first.agent.perform(press);
  first.agent.perform(press);
  const [before, next] = commands(first.sent);
  expect(before!.grant).toBe(3);
  expect(next!.number).toBeGreaterThan(before!.number);
  await settled();

  const second = fakeAgent('tab', first.store);
  second.clock.nowMs = first.clock.nowMs + 5000;
  await second.agent.begin();
  second.receive(welcome(true, true));
  second.receive(grantAll(3));
  second.agent.perform(press);
  const after = commands(second.sent).at(-1)!;
  expect(after.grant).toBe(3);
  expect(after.number).toBeGreaterThan(next!.number);
});

test('[AGENT-4] a second view goes on with the session; the first says where it went, and takes it back', async () => {
  const panel = await live();
  panel.agent.send({ kind: 'highlight', node: 9 as NodeId });
  await settled();
  const tab = fakeAgent('tab', panel.store);
  await tab.agent.begin();
  expect(tab.agent.state.value).toMatchObject({
    at: 'inSession',
    session: { id: 'session-1', customer: { at: 'sharing', name: 'Ana' } },
  });
  expect(tab.agent.marks.value.highlight).toBe(9);

  panel.close('superseded');
  await settled();
  expect(panel.agent.state.value).toMatchObject({ at: 'elsewhere', where: 'tab' });
  expect(panel.page.cleared).toBe(1);
  expect(panel.store.held).not.toBeNull();

  await panel.agent.bringHere();
  expect(panel.agent.state.value).toMatchObject({ at: 'inSession' });
});

test('[AGENT-4] a view that waits beside the session is ready again once it is over', async () => {
  const panel = await live();
  await settled();
  const tab = fakeAgent('tab', panel.store);
  await tab.agent.begin();
  panel.close('superseded');
  await settled();
  tab.receive({ kind: 'ended', reason: 'endedByCustomer' });
  await settled();
  expect(panel.agent.state.value).toMatchObject({ at: 'ready' });
});

test('[AGENT-3] an end empties the page, the marks and the store', async () => {
  const { agent, receive, page, store, closed } = await live();
  agent.send({ kind: 'highlight', node: 9 as NodeId });
  receive({ kind: 'ended', reason: 'endedByCustomer' });
  await settled();
  expect(page.cleared).toBe(1);
  expect(agent.marks.value.highlight).toBe(0);
  expect(store.held).toBeNull();
  expect(closed()).toBe(1);
});

test('[AGENT-3] what was stored before the end, and is read after it, does not bring the session back', async () => {
  const { agent, receive, store } = await live();
  await settled();
  const before = store.held!;
  receive({ kind: 'ended', reason: 'endedByCustomer' });
  await store.write(before);
  await settled();
  expect(agent.state.value.at).toBe('ended');
});

test('[AGENT-6] pausing empties the page at once', async () => {
  const { receive, page } = await live();
  receive({ kind: 'tab', state: 'paused' });
  expect(page.cleared).toBe(1);
});

test('[AGENT-7] an end pressed while the line is down is sent when it is back', async () => {
  const { agent, setLine, receive, kinds, page } = await live();
  setLine(false);
  agent.end();
  expect(page.cleared).toBe(1);
  expect(kinds()).not.toContain('end');
  setLine(true);
  receive(welcome(true));
  expect(kinds()).toContain('end');
});

test('a new key ends the session that was waiting under the old one', async () => {
  const { agent, setLine, kinds, closed } = fakeAgent();
  await agent.begin();
  await agent.start();
  setLine(true);
  await agent.start();
  expect(kinds()).toContain('end');
  expect(closed()).toBe(1);
  expect(agent.state.value).toMatchObject({ at: 'inSession', session: { id: 'session-2' } });
});

test('a refusal is read once each time it comes', async () => {
  const { agent, receive } = await live();
  receive({ kind: 'outcome', number: 1, result: 'masked' });
  const first = agent.notice.value;
  expect(first).toEqual({ type: 'refused', refusal: 'masked', at: null, lacks: [] });
  receive({ kind: 'outcome', number: 2, result: 'masked' });
  expect(agent.notice.value).not.toBe(first);
  agent.dismissNotice();
  receive({ kind: 'outcome', number: 3, result: 'performed' });
  expect(agent.notice.value).toBeNull();
});

test('a hover over what has just gone is nothing to read, a press there is', async () => {
  const { agent, receive, sent } = await live();
  receive(grantAll(1));
  agent.dismissNotice();
  const { place } = press;
  agent.perform({ type: 'hover', place });
  agent.perform(press);
  const [hover, click] = numbers(sent);
  receive({ kind: 'outcome', number: hover!, result: 'gone' });
  expect(agent.notice.value).toBeNull();
  receive({ kind: 'outcome', number: click!, result: 'gone' });
  expect(agent.notice.value).toEqual({ type: 'refused', refusal: 'gone', at: place, lacks: [] });
});

test('a session that ran under the old sign-in outlives signing out', async () => {
  const { agent, setSettings } = await live();
  setSettings(null);
  await agent.settingsChanged();
  expect(agent.state.value.at).toBe('inSession');
});

test('[POLICY-11] what the agent’s company adds is told at every connection of either side, and when it changes', async () => {
  const { agent, receive, sent, managed, setLine } = fakeAgent();
  await agent.begin();
  await agent.start();
  setLine(true);
  const told = () =>
    sent.flatMap((message) => (message.kind === 'agentPolicy' ? [message.policy.length] : []));
  receive({ ...welcome(false), participants: [] } as Message);
  await settled();
  expect(told()).toEqual([]);
  receive({ kind: 'presence', participants });
  await settled();
  expect(told()).toEqual([0]);
  managed.set(managedPolicyOf('{"rules":[{"name":"Ours","mask":[".x"]}]}'));
  await settled();
  expect(told()).toEqual([0, 1]);
  receive(welcome(true));
  await settled();
  expect(told()).toEqual([0, 1, 1]);
});

test('[POLICY-11] a managed policy that cannot be read withholds every page', () => {
  expect(managedPolicyOf(undefined)).toEqual([]);
  expect(managedPolicyOf({ rules: [{ name: 'Ours', mask: ['.x'] }] })).toHaveLength(1);
  for (const broken of ['{', '{"rules":[{}]}', 7, null])
    expect(managedPolicyOf(broken)).toMatchObject([
      { pause: expect.stringContaining('cannot be') },
    ]);
});

test('[POLICY-10] who decided is asked once for each node, and anew when the page is', async () => {
  const { agent, receive, kinds } = await live();
  const node = 7 as NodeId;
  agent.why(node);
  agent.why(node);
  const asked = () => kinds().filter((kind) => kind === 'why').length;
  expect(asked()).toBe(1);
  const reasons = [{ treatment: 'masked' as const, by: 'relay' as const, rule: 'Cards' }];
  receive({ kind: 'because', node, reasons });
  expect(agent.reasons.value.get(node)).toEqual(reasons);
  receive(snapshot);
  expect(agent.reasons.value.size).toBe(0);
  agent.why(node);
  expect(asked()).toBe(2);
});

test('[AGENT-10] what has no outcome when the line breaks is asked about again by its number, before anything new leaves', async () => {
  const { agent, receive, sent, setLine } = await live();
  receive(grantAll(1));
  agent.perform(press);
  agent.perform({ type: 'hover', place: press.place });
  const [first] = numbers(sent);
  setLine(false);
  agent.perform(press);
  expect(agent.notice.value).toEqual({ type: 'notSent' });
  setLine(true);
  receive(welcome(true, true));
  agent.perform(press);
  expect(numbers(sent)).toHaveLength(2);
  receive(grantAll(1));
  expect(numbers(sent).slice(2)).toEqual([first]);
  agent.perform(press);
  expect(numbers(sent)).toHaveLength(4);
  receive({ kind: 'outcome', number: first!, result: 'performed' });
  expect(agent.notice.value).toEqual({ type: 'doneOnce' });
});

test('[AGENT-10] without a grant it asks what came of it, and sends nothing again', async () => {
  const { agent, receive, sent, setLine } = await live();
  receive(grantAll(1));
  agent.perform(press);
  const [first] = numbers(sent);
  setLine(false);
  setLine(true);
  receive(welcome(true, false));
  receive({ kind: 'tab', state: 'visible' });
  expect(numbers(sent)).toHaveLength(1);
  expect(sent.at(-1)).toEqual({ kind: 'outcomesWanted', numbers: [first] });
  receive({ kind: 'outcome', number: first!, result: 'unknown' });
  expect(agent.notice.value).toMatchObject({ type: 'refused', refusal: 'unknown' });
});

test('[AGENT-10] a reloaded panel asks about what the one before has sent', async () => {
  const first = await live();
  first.receive(grantAll(1));
  first.agent.perform(press);
  await settled();
  const second = fakeAgent('panel', first.store);
  await second.agent.begin();
  second.setLine(true);
  second.receive(welcome(true, true));
  second.receive(grantAll(1));
  expect(numbers(second.sent)).toEqual(numbers(first.sent));
});

test('[AGENT-11] what is not granted is refused at once, where it was pressed, and can be asked for', async () => {
  const { agent, receive, sent } = await live();
  receive({ ...grantAll(1), kinds: ['fill'] });
  agent.perform(press);
  expect(agent.notice.value).toEqual({
    type: 'refused',
    refusal: 'notGranted',
    at: press.place,
    lacks: ['click', 'navigate'],
  });
  expect(numbers(sent)).toEqual([]);
  // A field is pressed to be filled in.
  agent.perform(press, true);
  expect(numbers(sent)).toHaveLength(1);
  agent.requestControl(['click']);
  expect(sent.at(-1)).toEqual({ kind: 'controlRequested', kinds: ['click'] });
});
