// What a session keeps in its tab.
import { expect, test } from 'vitest';
import { unruled } from './state.ts';
import type { GrantId, SessionId } from '../../protocol/ids.ts';
import { storageKey } from '../surface.ts';
import { createSessionStore, fromSaved, toSave } from './savedSession.ts';
import type { Active, State } from './state.ts';

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    get length() {
      return kept.size;
    },
  } as Storage;
}

const member = { session: 's' as SessionId, token: 't', agentName: 'Sam', company: 'Acme' };
const active: Active = {
  at: 'active',
  member,
  line: 'open',
  ruling: unruled,
  agent: 'here',
  sharing: 'on',
  tab: 'visible',
  control: {
    mode: 'write',
    grant: 4 as GrantId,
    kinds: ['click', 'fill'],
    once: ['fill'],
  },
  asked: null,
  confirms: null,
  agentWaits: false,
  lastGrant: 4,
};

test('[SESSION-3] consent, the live grant and the pause outlive the page', () => {
  const store = createSessionStore(memory());
  store.write(toSave(active));
  // Under a number of its own: what was meant for the page before finds no grant here.
  expect(fromSaved(store.read(), 'hidden')).toEqual({
    ...active,
    control: { ...active.control, grant: 5 },
    lastGrant: 5,
    line: 'connecting',
    agent: 'away',
    tab: 'hidden',
  });
  store.write(toSave({ ...active, sharing: 'paused', control: { mode: 'read-only' } }));
  expect(fromSaved(store.read(), 'visible')).toMatchObject({
    sharing: 'paused',
    control: { mode: 'read-only' },
    lastGrant: 4,
  });
});

test('[CONSENT-1] a reload before the answer asks again: no consent is read out of a saved session that has none', () => {
  const saved = toSave({ at: 'pending', member, line: 'open', ruling: unruled, agent: 'here' });
  expect(fromSaved(saved, 'visible')).toMatchObject({ at: 'joining', from: 'earlierPage' });
  const asked: State = { ...active, control: { mode: 'read-only' }, asked: ['click'] };
  expect(fromSaved(toSave(asked), 'visible')).toMatchObject({
    control: { mode: 'read-only' },
    asked: null,
  });
});

test('[SESSION-3] nothing is left when the session has ended', () => {
  const storage = memory();
  const store = createSessionStore(storage);
  store.write(toSave(active));
  store.reserveNodeIds(65_537);
  expect(store.firstNodeId()).toBe(65_537);
  // Each page of the session goes on where the last one was.
  expect([store.nextStream(), createSessionStore(storage).nextStream()]).toEqual([1, 2]);
  store.write(toSave({ at: 'ended', ending: 'endedByAgent', agentName: 'Sam' }));
  expect(storage.length).toBe(0);
  expect(store.read()).toBeNull();
  expect(store.firstNodeId()).toBe(1);
});

test.each(['', '{', 'null', '[]', '{"member":{}}', '{"member":{"session":1},"consent":"write"}'])(
  '[SESSION-3] what does not hold together counts as no session: %s',
  (text) => {
    const storage = memory();
    storage.setItem(storageKey, text);
    expect(createSessionStore(storage).read()).toBeNull();
  },
);
