// The edge of the agent's session: runs the relay's API, the channel and the store, and keeps the signals that the panel shows.
// Decisions are in reduce.ts; everything with a clock, a socket or storage is injected.
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Channel, ChannelOptions, ChannelState } from '../../channel/channel.ts';
import { sessionPath } from '../../protocol/api.ts';
import type { Action } from '../../protocol/command.ts';
import type { Message, MessageOf } from '../../protocol/frame.ts';
import type { Reason } from '../../protocol/controlPlane.ts';
import type { GrantId, NodeId } from '../../protocol/ids.ts';
import type { SitePolicy } from '../../protocol/sitePolicy.ts';
import type { Settings } from '../settings/settings.ts';
import type { PageMessage } from '../viewer/viewer.ts';
import { noPageRules } from './agentState.ts';
import type { Agent, AgentState, PageInfo, Session, Where } from './agentState.ts';
import { markReceived, markSent, noMarks } from './marks.ts';
import type { Marks } from './marks.ts';
import { noticeOf } from './notice.ts';
import type { Notice } from './notice.ts';
import { nameOf, reduce } from './reduce.ts';
import type { AgentEvent } from './reduce.ts';
import type { ApiProblem, RelayApi } from './relayApi.ts';
import type { SessionStore, StoredSession } from './sessionStore.ts';

export interface AgentSessionOptions {
  readonly where: Where;
  readonly api: RelayApi;
  readonly store: SessionStore;
  readonly settings: {
    read(): Promise<Settings | null>;
    write(settings: Settings): Promise<void>;
  };
  /** What the agent's own company adds to the site's policy. */
  readonly managed?: {
    read(): Promise<SitePolicy>;
    watch(onChange: () => void): () => void;
  };
  readonly openChannel: (options: ChannelOptions) => Channel;
  readonly nowMs: () => number;
}

/** The viewer's side of the session: takes page frames, is emptied when nothing may be shown. */
export interface PageSink {
  apply(message: PageMessage): void;
  clear(): void;
}

export interface AgentSession {
  readonly state: ReadonlySignal<AgentState>;
  readonly marks: ReadonlySignal<Marks>;
  /** The latest notice; a new object each time, so that the same refusal twice is read twice. */
  readonly notice: ReadonlySignal<Notice | null>;
  /** Who decided about nodes that were asked about. */
  readonly reasons: ReadonlySignal<ReadonlyMap<NodeId, readonly Reason[]>>;
  /** Asks the customer's page who decided, unless it has said so. */
  why(node: NodeId): void;
  /** Resumes what is stored, or checks the sign-in. */
  begin(): Promise<void>;
  signIn(settings: Settings): Promise<ApiProblem | null>;
  /** The sign-in was changed, here or on the options page. A running session goes on under the old one. */
  settingsChanged(): Promise<void>;
  /** A new session and its security key; a pending one is ended first. */
  start(): Promise<void>;
  /** Takes the session over from the view that holds it. */
  bringHere(): Promise<void>;
  requestControl(): void;
  giveBackControl(): void;
  end(): void;
  send(message: Message): void;
  nextCommand(): { readonly number: number; readonly grant: GrantId } | null;
  perform(action: Action): void;
  attachPage(sink: PageSink): () => void;
  pageShown(page: PageInfo): void;
  pageApplied(sequence: number): void;
  resync(): void;
  /** Runs of nodes that have to be told node by node. */
  pageInexact(runs: MessageOf<'inexact'>['runs']): void;
  /** Pictures and fonts that this browser cannot load by itself. */
  pageWants(wanted: Omit<MessageOf<'assetWanted'>, 'kind'>): void;
  dismissNotice(): void;
}

export function createAgentSession(options: AgentSessionOptions): AgentSession {
  const { api, store, settings, where, nowMs } = options;
  const state = signal<AgentState>({ at: 'loading' });
  const marks = signal<Marks>(noMarks);
  const notice = signal<Notice | null>(null);
  const reasons = signal<ReadonlyMap<NodeId, readonly Reason[]>>(new Map());
  const asked = new Set<NodeId>();
  let channel: Channel | null = null;
  let sink: PageSink | null = null;
  let commandNumber = 0;
  let storedText = '';
  let checked: Settings | null = null;
  /** Sessions that are over: what was written before the end may still be read after it. */
  const over = new Set<string>();
  /** Hovers on their way. A press often takes away what the pointer still rests on: that is nothing to look at again. */
  const hovers = new Set<number>();

  const sessionNow = (): Session | null =>
    state.value.at === 'inSession' ? state.value.session : null;

  function dispatch(event: AgentEvent): void {
    const before = state.value;
    const after = reduce(before, event);
    if (after === before) return;
    state.value = after;
    if (after.at === 'inSession') void keep(after.agent, after.session);
    else if (before.at === 'inSession') leave(before.session, after);
  }

  /** Nothing of the page, and no way to act on it, outlives the session in this view. */
  function leave(session: Session, after: AgentState): void {
    channel?.close();
    channel = null;
    sink?.clear();
    marks.value = noMarks;
    notice.value = null;
    forgetReasons();
    storedText = '';
    if (after.at === 'elsewhere') return;
    over.add(session.id);
    void store.clear();
  }

  async function keep(agent: Agent, session: Session): Promise<void> {
    const { id, token, key, sharedAtMs, control, customer } = session;
    const stored: StoredSession = {
      id,
      token,
      agent,
      key,
      sharedAtMs,
      customerName: nameOf(customer),
      grant: control.at === 'granted' ? control.grant : null,
      where,
      highlight: marks.value.highlight,
      comments: marks.value.comments,
    };
    const text = JSON.stringify(stored);
    if (text === storedText) return;
    storedText = text;
    await store.write(stored);
  }

  function enter(agent: Agent, session: Session): void {
    dispatch({ type: 'entered', agent, session });
    // Numbers rise across reloads and tabs without being handed on: no view issues a command a millisecond.
    commandNumber = nowMs();
    channel = options.openChannel({
      relay: agent.relay,
      path: sessionPath(session.id),
      token: () => session.token,
      onMessage: (message) => received(session.id, message),
      onState: (line) => void lineChanged(session.id, line),
    });
  }

  async function lineChanged(id: string, line: ChannelState): Promise<void> {
    if (sessionNow()?.id !== id) return;
    if (line.status === 'closed' && line.name === 'superseded') {
      const stored = await store.read();
      const held = state.value;
      if (held.at !== 'inSession' || held.session.id !== id) return;
      const holder = stored?.id === id ? stored.where : where;
      return dispatch({ type: 'wentElsewhere', agent: held.agent, where: holder });
    }
    dispatch({ type: 'line', line, nowMs: nowMs() });
  }

  function forgetReasons(): void {
    asked.clear();
    if (reasons.value.size > 0) reasons.value = new Map();
  }

  /** At every connection of either side: it holds before there is anything to see, and whoever comes anew has not heard it. */
  async function tellPolicy(): Promise<void> {
    const policy = await options.managed?.read();
    if (policy && sessionNow()?.customer.at !== 'awaited')
      channel?.send({ kind: 'agentPolicy', policy });
  }
  options.managed?.watch(() => void tellPolicy());

  function received(id: string, message: Message): void {
    const session = sessionNow();
    if (session?.id !== id) return;
    if (message.kind === 'snapshot') forgetReasons();
    if (isOfPage(message)) return sink?.apply(message);
    if (message.kind === 'because') {
      reasons.value = new Map([...reasons.value, [message.node, message.reasons]]);
      return;
    }
    const pauses =
      (message.kind === 'tab' && message.state === 'paused') ||
      (message.kind === 'pageRules' && message.pause !== '');
    const missed =
      message.kind === 'outcome' &&
      hovers.delete(message.number) &&
      /^(gone|unsupported)$/.test(message.result);
    const said = missed ? null : noticeOf(message, session.control);
    if (said || pauses) notice.value = said;
    marks.value = markReceived(marks.value, message);
    if (pauses) sink?.clear();
    dispatch({ type: 'message', message, nowMs: nowMs() });
    if (message.kind === 'welcome') welcomed(message.active);
    if (message.kind === 'welcome' || message.kind === 'presence') void tellPolicy();
  }

  function welcomed(active: boolean): void {
    hovers.clear();
    if (sessionNow()?.intent === 'end') channel?.send({ kind: 'end' });
    else if (active) resync();
    // Strokes are not kept across views: what this view cannot show, the customer must not go on seeing.
    if (active && marks.value.strokes.length === 0) channel?.send({ kind: 'annotationsCleared' });
  }

  function resync(): void {
    if (sink && sessionNow()?.customer.at === 'sharing') channel?.send({ kind: 'resync' });
  }

  function send(message: Message): void {
    if (!channel?.send(message)) return;
    if (message.kind === 'command' && message.action.type === 'hover') hovers.add(message.number);
    const after = markSent(marks.value, message);
    if (after === marks.value) return;
    marks.value = after;
    if (state.value.at === 'inSession') void keep(state.value.agent, state.value.session);
  }

  function nextCommand(): { number: number; grant: GrantId } | null {
    const control = sessionNow()?.control;
    if (control?.at !== 'granted') return null;
    commandNumber = commandNumber + 1;
    return { number: commandNumber, grant: control.grant };
  }

  async function check(given: Settings): Promise<ApiProblem | null> {
    const result = await api.checkAgent(given);
    checked = given;
    if (!result.ok) return result.problem;
    dispatch({ type: 'signedIn', agent: { ...result.answer, relay: given.relay } });
    return null;
  }

  function resume(stored: StoredSession): void {
    const { id, token, key, sharedAtMs, grant, customerName, highlight, comments } = stored;
    marks.value = { ...noMarks, highlight, comments };
    enter(stored.agent, {
      id,
      token,
      key,
      sharedAtMs,
      line: 'connecting',
      customer:
        sharedAtMs === null
          ? { at: 'awaited' }
          : { at: 'sharing', name: customerName, connected: true },
      tab: 'visible',
      pageRules: noPageRules,
      page: null,
      control: grant === null ? { at: 'none' } : { at: 'granted', grant },
      intent: 'stay',
    });
  }

  async function storeChanged(): Promise<void> {
    const stored = await store.read();
    const now = state.value;
    if (!stored && now.at === 'elsewhere') dispatch({ type: 'leftElsewhere' });
    if (stored && !over.has(stored.id) && (now.at === 'ready' || now.at === 'ended')) {
      dispatch({ type: 'wentElsewhere', agent: stored.agent, where: stored.where });
    }
  }
  store.watch(() => void storeChanged());

  return {
    state,
    marks,
    notice,
    reasons,
    why(node) {
      if (asked.has(node) || !channel?.send({ kind: 'why', node })) return;
      asked.add(node);
    },
    async begin() {
      const stored = await store.read();
      if (stored) return resume(stored);
      const found = await settings.read();
      if (!found) return dispatch({ type: 'signedOut', problem: null });
      const problem = await check(found);
      if (problem) dispatch({ type: 'signedOut', problem });
    },
    async signIn(given) {
      const problem = await check(given);
      if (problem === null) await settings.write(given);
      return problem;
    },
    async settingsChanged() {
      const { at } = state.value;
      if (at === 'inSession' || at === 'starting' || at === 'elsewhere') return;
      const found = await settings.read();
      if (!found) return dispatch({ type: 'signedOut', problem: null });
      if (found.relay === checked?.relay && found.token === checked.token) return;
      const problem = await check(found);
      if (problem) dispatch({ type: 'signedOut', problem });
    },
    async start() {
      const found = await settings.read();
      if (!found) return dispatch({ type: 'signedOut', problem: null });
      if (sessionNow()) channel?.send({ kind: 'end' });
      dispatch({ type: 'starting' });
      const result = await api.createSession(found);
      if (state.value.at !== 'starting') return;
      const { agent } = state.value;
      if (!result.ok) {
        const { problem } = result;
        return dispatch(
          mustSignIn(problem) ? { type: 'signedOut', problem } : { type: 'startRefused', problem },
        );
      }
      const { session, securityKey, keyLifeMs, token } = result.answer;
      enter(agent, {
        id: session,
        token,
        key: { securityKey, expiresAtMs: nowMs() + keyLifeMs },
        line: 'connecting',
        customer: { at: 'awaited' },
        tab: 'visible',
        pageRules: noPageRules,
        page: null,
        control: { at: 'none' },
        sharedAtMs: null,
        intent: 'stay',
      });
    },
    async bringHere() {
      const stored = await store.read();
      if (stored) resume(stored);
      else dispatch({ type: 'leftElsewhere' });
    },
    requestControl() {
      if (channel?.send({ kind: 'controlRequested' })) dispatch({ type: 'controlAsked' });
    },
    giveBackControl() {
      channel?.send({ kind: 'controlReturned' });
      dispatch({ type: 'controlReturned' });
    },
    end() {
      dispatch({ type: 'endAsked' });
      sink?.clear();
      channel?.send({ kind: 'end' });
    },
    send,
    nextCommand,
    perform(action) {
      const next = nextCommand();
      if (next) send({ kind: 'command', ...next, action });
    },
    attachPage(attached) {
      sink = attached;
      if (sessionNow()?.line === 'open') resync();
      return () => {
        if (sink === attached) sink = null;
      };
    },
    pageShown: (page) => dispatch({ type: 'pageShown', page }),
    pageApplied: (sequence) => void channel?.send({ kind: 'ack', sequence }),
    pageInexact: (runs) => void channel?.send({ kind: 'inexact', runs }),
    pageWants: (wanted) => void channel?.send({ kind: 'assetWanted', ...wanted }),
    resync,
    dismissNotice() {
      notice.value = null;
    },
  };
}

function isOfPage(message: Message): message is PageMessage {
  return /^(snapshot|batch|frame(Snapshot|Batch)?|asset(Found)?)$/.test(message.kind);
}

function mustSignIn(problem: ApiProblem): boolean {
  return problem === 'signInNeeded' || problem === 'agentRevoked';
}
