// What surrounds the agent's session, made of plain values: relay, store, settings and channel.
import type { Channel, ChannelOptions } from '../../channel/channel.ts';
import type { Message } from '../../protocol/frame.ts';
import type { SitePolicy } from '../../protocol/sitePolicy.ts';
import type { SecurityKey, SessionId } from '../../protocol/ids.ts';
import { createAgentSession } from '../session/createAgentSession.ts';
import type { Where } from '../session/agentState.ts';
import type { ApiProblem } from '../session/relayApi.ts';
import type { SessionStore, StoredSession } from '../session/sessionStore.ts';
import type { Settings } from '../settings/settings.ts';

export function fakeStore(): SessionStore & { held: StoredSession | null } {
  const watchers = new Set<() => void>();
  const store = {
    held: null as StoredSession | null,
    read: async () => store.held,
    async write(stored: StoredSession) {
      store.held = structuredClone(stored);
      for (const watcher of watchers) watcher();
    },
    async clear() {
      store.held = null;
      for (const watcher of watchers) watcher();
    },
    watch(onChange: () => void) {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
  };
  return store;
}

export function fakeAgent(where: Where = 'panel', store = fakeStore()) {
  const sent: Message[] = [];
  const api = { agent: null as ApiProblem | null, session: null as ApiProblem | null };
  let settings: Settings | null = { relay: 'https://relay.example', token: 'token' };
  let options: ChannelOptions | null = null;
  const clock = { nowMs: 1_000_000 };
  let sessions = 0;
  let lineUp = true;
  let closed = 0;

  let policy: SitePolicy = [];
  let policyChanged = (): void => {};
  const managed = {
    read: async () => policy,
    watch(onChange: () => void) {
      policyChanged = onChange;
      return () => {};
    },
    set(next: SitePolicy) {
      policy = next;
      policyChanged();
    },
  };

  const agent = createAgentSession({
    managed,
    where,
    store,
    api: {
      checkAgent: async () =>
        api.agent
          ? { ok: false, problem: api.agent }
          : { ok: true, answer: { name: 'Sam', company: 'Fern' } },
      createSession: async () =>
        api.session
          ? { ok: false, problem: api.session }
          : {
              ok: true,
              answer: {
                session: `session-${++sessions}` as SessionId,
                securityKey: '123456789' as SecurityKey,
                keyLifeMs: 600_000,
                token: 'room-token',
              },
            },
    },
    settings: {
      read: async () => settings,
      async write(given) {
        settings = given;
      },
    },
    openChannel(given) {
      options = given;
      return {
        send: (message: Message) => lineUp && sent.push(message) > 0,
        bufferedBytes: () => 0,
        close: () => closed++,
      } as Channel;
    },
    nowMs: () => clock.nowMs,
  });
  return {
    agent,
    managed,
    store,
    sent,
    api,
    clock,
    closed: () => closed,
    kinds: () => sent.map(({ kind }) => kind),
    setSettings: (given: Settings | null) => (settings = given),
    setLine(up: boolean) {
      lineUp = up;
      options!.onState(up ? { status: 'open' } : { status: 'lost', everOpen: true });
    },
    close: (name: 'superseded' | 'ended' | 'unknownRoom') =>
      options!.onState({ status: 'closed', name }),
    receive: (message: Message) => options!.onMessage(message),
  };
}

/** Lets every promise that can settle do so. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
