// The edge of the agent's session: runs the relay's API, the channel and the store, and keeps the signals that the panel shows.
// Decisions are in reduce.ts; everything with a clock, a socket or storage is injected.
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Channel, ChannelOptions, ChannelState } from '../../channel/channel.ts';
import { sessionPath } from '../../protocol/api.ts';
import { kindOf } from '../../protocol/command.ts';
import type { Action, Command, CommandWaits, ControlKind } from '../../protocol/command.ts';
import type { Message, MessageOf } from '../../protocol/frame.ts';
import type { Reason } from '../../protocol/controlPlane.ts';
import type { NodeId } from '../../protocol/ids.ts';
import type { SitePolicy } from '../../protocol/sitePolicy.ts';
import type { Place } from '../../protocol/place.ts';
import type { Settings } from '../settings/settings.ts';
import type { PageMessage } from '../viewer/viewer.ts';
import { noPageRules } from './agentState.ts';
import type { Agent, AgentState, PageInfo, Session, Where } from './agentState.ts';
import { markReceived, markSent, noMarks } from './marks.ts';
import type { Marks } from './marks.ts';
import { noticeOf, refusedNotice } from './notice.ts';
import type { Notice } from './notice.ts';
import { createOpenCommands, isLook } from './openCommands.ts';
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

/** What a command waits for, and where the agent pressed, if that had a place. */
export interface Waiting {
  readonly for: CommandWaits['for'];
  readonly at: Place | null;
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
  /** Asks the customer for these kinds, in addition to what is granted. */
  requestControl(kinds: readonly ControlKind[]): void;
  giveBackControl(): void;
  end(): void;
  send(message: Message): void;
  /** A command that waits for the customer, and where. */
  readonly waiting: ReadonlySignal<Waiting | null>;
  /** `fills`: pressed is a field, for which being allowed to fill in is enough. */
  perform(action: Action, fills?: boolean): void;
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
  const waiting = signal<Waiting | null>(null);
  let commandNumber = 0;
  let open = createOpenCommands();
  /** The line, or the customer's page, has broken off: what is open has to be asked about before anything new leaves. */
  let isCut = true;
  let storedText = '';
  let checked: Settings | null = null;
  /** Sessions that are over: what was written before the end may still be read after it. */
  const over = new Set<string>();

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
    open = createOpenCommands();
    waiting.value = null;
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
      grant: control.at === 'granted' ? control : null,
      open: open.kept(),
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
    commandNumber = Math.max(nowMs(), ...open.kept().map(({ number }) => number));
    isCut = true;
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
    if (line.status !== 'open') cut();
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
    const command = message.kind === 'outcome' ? open.settle(message) : null;
    if (message.kind === 'commandWaits') open.wait(message);
    if (command || message.kind === 'commandWaits') showWaiting();
    const said = noticeOf(message, session, command);
    if (said || pauses) notice.value = said;
    marks.value = markReceived(marks.value, message);
    if (pauses) sink?.clear();
    dispatch({ type: 'message', message, nowMs: nowMs() });
    if (message.kind === 'welcome') welcomed(message.active);
    if (message.kind === 'welcome' || message.kind === 'presence') void tellPolicy();
    if (command) keepNow();
    const leaves = message.kind === 'tab' && /^(leaving|paused)$/.test(message.state);
    if (leaves || isAway(sessionNow())) cut();
    else if (message.kind === 'tab' || message.kind === 'controlGranted') askAgain();
  }

  const isAway = (session: Session | null) =>
    session !== null && session.customer.at !== 'awaited' && !session.customer.connected;

  function cut(): void {
    isCut = true;
    open.broken();
    showWaiting();
  }

  /** The customer's page is there: what came of what was on its way, when the line broke off? It does none of it twice. */
  function askAgain(): void {
    if (!isCut) return;
    isCut = false;
    const commands = open.askAgain();
    if (commands.length === 0) return;
    if (sessionNow()?.control.at === 'granted')
      for (const command of commands) channel?.send({ kind: 'command', ...command });
    // Without a grant no command passes the relay.
    else channel?.send({ kind: 'outcomesWanted', numbers: commands.map(({ number }) => number) });
  }

  function showWaiting(): void {
    const found = open.waiting();
    const next = found?.waits
      ? {
          for: found.waits,
          at: 'place' in found.command.action ? found.command.action.place : null,
        }
      : null;
    if (JSON.stringify(next) !== JSON.stringify(waiting.value)) waiting.value = next;
  }

  function keepNow(): void {
    if (state.value.at === 'inSession') void keep(state.value.agent, state.value.session);
  }

  function welcomed(active: boolean): void {
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
    const after = markSent(marks.value, message);
    if (after === marks.value) return;
    marks.value = after;
    keepNow();
  }

  function perform(action: Action, fills = false): void {
    const control = sessionNow()?.control;
    if (control?.at !== 'granted') return;
    const { denied } = sessionNow()!.pageRules;
    const kind = kindOf(action);
    const needs =
      kind && fills && kind === 'click' ? ([kind, 'fill'] as const) : kind ? [kind] : [];
    const allowed = needs.filter((one) => !denied.includes(one));
    const isGranted = needs.length === 0 || allowed.some((one) => control.kinds.includes(one));
    if (!isGranted) {
      const refusal = allowed.length === 0 ? 'denied' : 'notGranted';
      notice.value = refusedNotice(refusal, control, action);
      return;
    }
    const command: Command = { number: ++commandNumber, grant: control.grant, action };
    if (!isCut && open.add(command) && channel?.send({ kind: 'command', ...command })) {
      if (!isLook(command)) keepNow();
    } else if (!isLook(command)) {
      open.settle({ number: command.number, result: 'unknown' });
      notice.value = { type: 'notSent' };
    }
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
    open = createOpenCommands(stored.open);
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
      control: grant === null ? { at: 'none' } : { ...grant, at: 'granted' },
      asked: null,
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
        asked: null,
        sharedAtMs: null,
        intent: 'stay',
      });
    },
    async bringHere() {
      const stored = await store.read();
      if (stored) resume(stored);
      else dispatch({ type: 'leftElsewhere' });
    },
    requestControl(kinds) {
      const session = sessionNow();
      if (!session || session.asked !== null || kinds.length === 0) return;
      if (channel?.send({ kind: 'controlRequested', kinds: [...kinds] }))
        dispatch({ type: 'controlAsked', kinds });
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
    waiting,
    perform,
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
