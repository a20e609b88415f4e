// Joins the session's decisions to the world: storage, channel, mirror, control and interface follow the state, whatever led to it.
// Invariant: the mirror exists only while the customer shares and somebody is there to see; whatever fails in here ends the session.
import type { Message } from '../../protocol/frame.ts';
import type { SecurityKey } from '../../protocol/ids.ts';
import { parseSecurityKey } from '../../protocol/securityKey.ts';
import type { Limits } from '../control/limits.ts';
import { createPolicy } from '../privacy/createPolicy.ts';
import type { LoaderPage, SessionVerbs } from '../surface.ts';
import { createRulesOnDemand } from './createRulesOnDemand.ts';
import { connect } from './connect.ts';
import type { Connection } from './connect.ts';
import { createStage } from './createStage.ts';
import type { Stage, StageOptions } from './createStage.ts';
import { createTrailOnDemand } from './createTrailOnDemand.ts';
import { redeemKey } from './redeemKey.ts';
import { reduce } from './reduce.ts';
import { createSessionStore, fromSaved, toSave } from './savedSession.ts';
import { startSharing } from './startSharing.ts';
import type { Sharing } from './startSharing.ts';
import type { Effect, Event, State } from './state.ts';
import { grantOf, isControlNear, isShowing, mayMark, publicState } from './viewOf.ts';

export function createSession(page: LoaderPage): SessionVerbs {
  const store = createSessionStore(sessionStorage);
  const policy = createPolicy(page.passwords);
  const rules = createRulesOnDemand({
    load: async () => (await import('../privacy/createRules.ts')).createRules,
    policy,
    store,
    onRuling: (ruling) => dispatch({ is: 'ruled', ruling }),
    report: (message) => void (state.at === 'active' && connection?.send(message)),
  });
  const trail = createTrailOnDemand(async () =>
    (await import('../trail/createTrail.ts')).createTrail(
      sessionStorage,
      (message) => connection?.send(message) ?? false,
      Date.now,
    ),
  );
  const limits: Limits = {
    denies: rules.denies,
    mustConfirm: (element, _action, commits) => rules.confirms(element, commits),
  };
  let state = restored();
  let waiting: (() => void)[] = [];
  let connection: Connection | null = null;
  let stage: Stage | null = null;
  let sharing: Sharing | null = null;
  /** Its session has ended: it only waits for what the relay has to say last. */
  let parting: Connection | null = null;
  let tee: ((frame: Uint8Array<ArrayBuffer>) => void) | null = null;

  function restored(): State {
    return fromSaved(store.read(), document.visibilityState);
  }

  /** One thing at a time: what one step sets off waits until that step is done. */
  function enqueue(work: () => void): void {
    waiting.push(work);
    if (waiting.length > 1) return;
    try {
      for (let next = waiting[0]; next; next = waiting[0]) {
        next();
        waiting.shift();
      }
    } catch {
      fail();
    }
  }

  function dispatch(event: Event): void {
    enqueue(() => step(event));
  }

  function fail(): void {
    waiting = [];
    if (state.at !== 'ended') return dispatch({ is: 'failed' });
    // Ending it properly has failed as well: away with everything.
    letGo();
  }

  function step(event: Event): void {
    const before = state;
    const [next, effects] = reduce(before, event);
    state = next;
    // From here on no command finds its grant, whatever still has to be told to others.
    if (grantOf(before) !== null && grantOf(next) === null) sharing?.discardCommands();
    if (next !== before) store.write(toSave(next));
    note(before, next, effects, event);
    for (const effect of effects) perform(effect);
    follow();
  }

  /** What has just been decided, for the trail; all of it leaves before the end of a session is told. */
  function note(before: State, next: State, effects: readonly Effect[], event: Event): void {
    if (next.at === 'idle') trail.here?.forget();
    if (before.at !== 'active' && next.at !== 'active') return;
    const atMs = Date.now();
    trail.tell((there) => {
      if (next.at === 'active') {
        there.begin(next.member);
        there.ruled(next.ruling.pause);
      }
      const confirms = before.at === 'active' && before.confirms;
      if (event.is === 'confirmAsked') there.asked(event.number);
      if (event.is === 'confirmAnswered' && confirms)
        there.answered(confirms.number, event.allowed);
      for (const effect of effects) if (effect.do === 'emit') there.emitted(effect, atMs);
    });
  }

  function perform(effect: Effect): void {
    switch (effect.do) {
      case 'send':
        connection?.send(effect.message);
        return;
      case 'snapshot':
        sharing?.resync();
        return;
      case 'emit':
        page.emit(effect.event, effect.detail);
        return;
      case 'confirm':
        sharing?.confirm(effect.allowed);
        return;
      case 'redeem':
        void redeem(effect.key);
    }
  }

  async function redeem(key: SecurityKey): Promise<void> {
    const redeemed = await redeemKey(page.relay, key, (...request) => fetch(...request));
    if (redeemed.ok) dispatch({ is: 'keyRedeemed', member: redeemed.member });
    else dispatch({ is: 'keyRefused', problem: redeemed.problem });
    // The browser tells of its policy only after the request, or the line, has failed.
    if (redeemed.ok || redeemed.problem.is === 'relayDown')
      void page.blocked.then(() => dispatch({ is: 'keyRefused', problem: { is: 'blocked' } }));
  }

  /** Brings everything in line with the state. */
  function follow(): void {
    if (state.at === 'idle') letGo();
    else {
      stage ??= createStage({ store, policy, rules, trail, dispatch, wire, onFailure: fail });
      if (!isShowing(state)) stopSharing();
      if ('member' in state)
        connection ??= connect(page.relay, state.member, receive, dispatch, (frame) =>
          tee?.(frame),
        );
      else disconnect();
      stage.show(state);
      if (isShowing(state)) share(stage, connection!);
      if (isControlNear(state)) sharing?.fetchControl();
    }
    page.onState(publicState(state));
  }

  function receive(arrived: Message): void {
    enqueue(() => {
      rules.take(arrived);
      const message = withinLimits(arrived);
      if (!message) {
        connection?.send({ kind: 'controlDeclined', reason: 'policy' });
        return trail.here?.denied();
      }
      if (sharing && stage && mayMark(state, message)) {
        sharing.receive(message);
        stage.mark(message);
      }
      if (message.kind === 'trailHead') trail.here?.confirmed(message);
      step({ is: 'message', message });
      if (message.kind === 'welcome' && state.at === 'active')
        trail.tell((there) => there.connected());
    });
  }

  /** What the policy denies, the customer is not even asked for. Null when nothing is left to ask. */
  function withinLimits(message: Message): Message | null {
    if (message.kind !== 'controlRequested') return message;
    const kinds = message.kinds.filter((kind) => !limits.denies(kind));
    return kinds.length > 0 || message.kinds.length === 0 ? { ...message, kinds } : null;
  }

  const wire: StageOptions['wire'] = {
    tee: (take) => (tee = take),
    ask: (message) => enqueue(() => sharing?.receive(message)),
  };

  function share(seen: Stage, channel: Connection): void {
    sharing ??= startSharing({
      ...seen,
      policy,
      rules,
      channel: {
        ...channel,
        // The address may be another since anything was looked at.
        send: (message) => rules.mayTell() && channel.send(message),
      },
      trail,
      grant: () => grantOf(state),
      limits,
      outcomes: store.outcomes,
      dispatch,
      framed: page.framed,
      onControlMissing: () => dispatch({ is: 'controlMissing' }),
      onFailure: fail,
    });
  }

  function stopSharing(): void {
    if (sharing) rules.leave();
    sharing?.stop();
    sharing = null;
    stage?.unpoint();
  }

  function disconnect(): void {
    if (connection && state.at === 'ended') {
      parting = connection;
      parting.part((message) => message.kind === 'trailHead' && trail.here?.confirmed(message));
    } else connection?.drop();
    connection = null;
  }

  function letGo(): void {
    stopSharing();
    rules.forget();
    disconnect();
    parting?.drop();
    stage?.remove();
    stage = null;
  }

  function leave(): void {
    trail.here?.leave();
    connection?.send({ kind: 'tab', state: 'leaving' });
    letGo();
    // Nothing happens on a page that is left; if it is shown again, another may have gone on meanwhile.
    state = { at: 'idle' };
  }

  function comeBack(): void {
    state = restored();
    // Its grant has a number of its own from here on, whatever becomes of this page.
    store.write(toSave(state));
    if (state.at === 'active')
      page.emit('sessionStarted', { agentName: state.member.agentName, resumed: true });
    follow();
  }

  addEventListener('pagehide', () => enqueue(leave));
  addEventListener('pageshow', (event) => {
    if (event.persisted) enqueue(comeBack);
  });
  document.addEventListener('visibilitychange', () =>
    dispatch({ is: 'tab', tab: document.visibilityState }),
  );
  enqueue(comeBack);

  return {
    enterKey: () => dispatch({ is: 'keyWanted' }),
    join(typed) {
      const key = parseSecurityKey(typed);
      if (key) return dispatch({ is: 'keyEntered', key });
      dispatch({ is: 'keyWanted' });
      dispatch({ is: 'keyRefused', problem: { is: 'incomplete' } });
    },
    pause() {
      if (state.at === 'active' && state.sharing === 'on') trail.here?.holding('site');
      dispatch({ is: 'paused' });
    },
    resume: () => dispatch({ is: 'resumed' }),
    revoke: () => dispatch({ is: 'controlStopped' }),
    end: () => dispatch({ is: 'stopped' }),
  };
}
