// Write mode on the customer's page: performs the agent's commands one after another. Nothing is performed that the guard
// has not let through at that very moment, nothing twice, and every command is answered with its outcome.
import type {
  Action,
  Command,
  CommandWaits,
  ControlKind,
  Outcome,
  Refusal,
} from '../../protocol/command.ts';
import type { Grant } from '../../protocol/controlPlane.ts';
import { NO_NODE, streamOf } from '../../protocol/ids.ts';
import type { MaskedText } from '../../protocol/maskedText.ts';
import type { NodeIds } from '../mirror/nodeIds.ts';
import { maskAddress } from '../privacy/mask.ts';
import type { PrivacyPolicy } from '../privacy/policy.ts';
import { aimOf } from './aimOf.ts';
import { toConfirm } from './confirming.ts';
import { describe } from './describe.ts';
import { refuseKinds, refuseStanding, refuseTarget } from './guard.ts';
import type { Needs } from './guard.ts';
import { createJournal } from './journal.ts';
import type { JournalStore } from './journal.ts';
import type { Limits } from './limits.ts';
import { isMoving, needsOf } from './needs.ts';
import { nextTask } from './nextTask.ts';
import { createOnceUse } from './onceUse.ts';
import { createPerformer } from './createPerformer.ts';
import { typedInto } from './performText.ts';
import { activatedBy, reachOf } from './reach.ts';
import type { Reached } from './reach.ts';
import { elementOf, spotOf } from './spot.ts';
import type { Spot } from './spot.ts';
import { focusedIn, hasFocus } from './tree.ts';
import { createTurn } from './turn.ts';
import type { Rest } from './turn.ts';

export interface ControlOptions {
  readonly window: Window & typeof globalThis;
  readonly ids: NodeIds;
  readonly policy: PrivacyPolicy;
  /** Hosts of the snippet's own interface: never the target of a command. */
  readonly isOwn: (node: Node) => boolean;
  /** The live grant, or null where there is none. Asked at the moment of performance. */
  readonly grant: () => Grant | null;
  readonly paused: () => boolean;
  readonly limits: Limits;
  readonly outcomes: JournalStore;
  /** Awaited before an outcome is told: the mirror sends what the command has changed. */
  readonly settled?: () => void | Promise<void>;
  readonly onOutcome: (outcome: Outcome) => void;
  /** A command has come, aimed at what the agent sees under this name. */
  readonly onAim?: (command: Command, target: MaskedText) => void;
  /** What was granted for once has had its use. */
  readonly onUsed: () => void;
  /** The customer is to be asked; `confirm` brings the answer. */
  readonly onConfirm: (asked: { readonly number: number; readonly label: string }) => void;
  /** A command waits; null when it does no more. */
  readonly onWaits: (waits: CommandWaits | null) => void;
  readonly rest?: Rest;
  /** How long a command waits for the customer's turn to end. */
  readonly patienceMs?: () => number;
}

export interface Control {
  perform(command: Command): void;
  /** Tells again what came of these; what was never begun, never will be. */
  recall(numbers: readonly number[]): void;
  /** The customer's answer about what was to be confirmed. */
  confirm(allowed: boolean): void;
  /** Drops what is queued, each answered with `noGrant`: the grant has gone. */
  discard(): void;
  /** Ends everything, without another word. */
  stop(): void;
}

type PlacedAction = Exclude<Action, { type: 'navigate' }>;

/** What came of looking at a command, before anything is done. */
type Examined =
  | { readonly refusal: Refusal }
  | {
      readonly refusal: null;
      readonly spot: Spot | null;
      readonly label: string | null;
      readonly needs: Needs;
      readonly reached: readonly Reached[];
    };

const usualPatienceMs = 10_000;
const lookAgainMs = 50;

/** Acts on the page: remembered by the next page, too. */
const acts = ({ type }: Action): boolean => type !== 'hover' && type !== 'scroll';

export function createControl(options: ControlOptions): Control {
  const { window, ids, policy, isOwn, limits, onOutcome } = options;
  const page = { window, policy, isOwn, origin: window.location.origin };
  const journal = createJournal(options.outcomes);
  let queue: Command[] = [];
  let current: Command | null = null;
  let stopped = false;
  /** Where the agent's last command has left the focus, and the page since: what is typed goes on there, wherever the customer clicks. */
  let agentFocus: Element | null = null;
  /** The customer has had their hands on the page since: where the focus goes is theirs. */
  let customerHas = false;
  /** The customer has gone into the field that the agent was in: typing goes on once the agent presses somewhere. */
  let taken = false;
  /** The grant whose once has been used, while the session has not heard of it yet. */
  let spent: Grant | null = null;
  let answer: ((allowed: boolean | null) => void) | null = null;
  /** Ends a wait for the customer's turn before its time. */
  let wake = (): void => {};

  const turn = createTurn(page, onTake, options.rest);
  const performer = createPerformer(page);
  const seen = { ...page, isPointedAt: performer.isPointedAt };
  const once = createOnceUse((field) => hasFocus(field));

  /** Pages move the focus a moment later, too, once they have rendered. */
  function followFocus(): void {
    if (agentFocus && !customerHas) agentFocus = focusedIn(window.document);
  }

  function onTake(field: Element | null): void {
    performer.letGo();
    followFocus();
    customerHas = true;
    if (once.isOpen()) queueMicrotask(() => once.isLeft() && useUp());
    if (field && agentFocus && field === (typedInto(agentFocus) ?? agentFocus)) taken = true;
  }

  function useUp(): void {
    const live = options.grant();
    once.reset();
    if (!live || live.once.length === 0) return;
    spent = live;
    options.onUsed();
  }

  function liveGrant(): Grant | null {
    const live = options.grant();
    if (!live || live.grant !== spent?.grant) return live;
    const { once: gone } = spent;
    const kinds = live.kinds.filter((kind) => !gone.includes(kind));
    return kinds.length > 0 ? { ...live, kinds } : null;
  }

  function spotFor(action: PlacedAction): Spot | null {
    if ('place' in action) return spotOf(action.place, ids, seen);
    followFocus();
    const focused = agentFocus?.isConnected ? agentFocus : focusedIn(window.document);
    const element = action.node === NO_NODE ? focused : elementOf(action.node, ids);
    return element && { element, x: 0, y: 0 };
  }

  function aim({ action }: Command): MaskedText {
    if (action.type === 'navigate')
      return maskAddress(
        action.to === 'address' ? action.address : '',
        policy.careOf(window.document),
      );
    const spot = spotFor(action);
    return aimOf(spot?.element ?? null, policy);
  }

  const standing = ({ grant }: Command) =>
    refuseStanding({ grant }, { grant: liveGrant(), paused: options.paused() });

  function examine(command: Command): Examined {
    const { action } = command;
    const refusal = standing(command);
    if (refusal) return { refusal };
    const granted = liveGrant()?.kinds ?? [];
    const denies = (kind: ControlKind) => limits.denies(kind);
    if (action.type === 'navigate') {
      const needs = [['navigate']] as const;
      const no = refuseKinds(needs, granted, denies);
      return no ? { refusal: no } : { refusal: null, spot: null, label: null, needs, reached: [] };
    }
    if ('node' in action && action.node === NO_NODE && taken) return { refusal: 'customerActive' };
    const spot = spotFor(action);
    if (!spot) return { refusal: isInJoinedFrame(action) ? 'unsupported' : 'gone' };
    turn.watch(spot.element.ownerDocument);
    const reached = reachOf(spot.element, action);
    for (const each of reached) {
      const no = refuseTarget(describe(each, action, page));
      if (no) return { refusal: no };
    }
    const needs = needsOf(spot.element, action, reached);
    const no = refuseKinds(needs, granted, denies);
    if (no) return { refusal: no };
    return {
      refusal: null,
      spot,
      label: toConfirm(action, reached, limits, policy),
      needs,
      reached,
    };
  }

  /** Asked again between an action's steps: a page's handler may have changed what the first answer stood on. */
  function refuseAgain(command: Command, element: Element): Refusal | null {
    let no = standing(command);
    for (const reached of reachOf(element, command.action))
      no ??= refuseTarget(describe(reached, command.action, page));
    return no;
  }

  function run(command: Command, { spot }: Extract<Examined, { refusal: null }>): Refusal | null {
    const { action } = command;
    const result = turn.acting(() =>
      performer.perform(spot, action, () => spot && refuseAgain(command, spot.element)),
    );
    if (!acts(action)) return result;
    agentFocus = focusedIn(window.document);
    customerHas = false;
    if (!('node' in action) || action.node !== NO_NODE) taken = false;
    return result;
  }

  /** Whether it lives by what was granted for once alone. */
  function livesByOnce(needs: Needs): boolean {
    const live = liveGrant();
    const lasts = (kind: ControlKind) => live?.kinds.includes(kind) && !live.once.includes(kind);
    return needs.some((alternatives) => !alternatives.some(lasts));
  }

  /** The field that a command writes in, or goes into; null where it does anything else. */
  function fieldOf(action: Action, { spot, reached }: Extract<Examined, { refusal: null }>) {
    if (!spot || /^(fill|select|drag)$/.test(action.type)) return null;
    if (reached.some(([element, use]) => use === 'press' && action.type === 'key' && element))
      return null;
    const at = action.type === 'click' ? activatedBy(spot.element) : spot.element;
    const into = at && ((at as HTMLLabelElement).control ?? at);
    return into && typedInto(into);
  }

  async function attempt(command: Command): Promise<Outcome['result']> {
    const { number, action } = command;
    let found = examine(command);
    if (found.refusal === null && turn.isBusy()) {
      if (!acts(action)) return 'customerActive';
      options.onWaits({ number, for: 'turn' });
      const rested = await patience();
      options.onWaits(null);
      if (!rested) return standing(command) ?? 'customerActive';
      found = examine(command);
    }
    if (found.refusal !== null) return found.refusal;
    const byOnce = livesByOnce(found.needs);
    const field = fieldOf(action, found);
    if (byOnce && once.isSecond(field)) {
      useUp();
      return standing(command) ?? 'notGranted';
    }
    if (found.label !== null) {
      const { label, spot } = found;
      options.onWaits({ number, for: 'answer' });
      const allowed = await new Promise<boolean | null>((resolve) => {
        answer = resolve;
        options.onConfirm({ number, label });
      });
      answer = null;
      options.onWaits(null);
      if (!allowed) return standing(command) ?? 'declined';
      found = examine(command);
      if (found.refusal !== null) return found.refusal;
      // What was asked about has to be what is pressed.
      if (found.label !== label || found.spot?.element !== spot?.element) return 'gone';
    }
    journal.begin(number, acts(action));
    const refusal = run(command, found);
    // At once: the page may be left before anything else of ours runs.
    journal.end(number, refusal ?? 'performed', acts(action));
    if (byOnce && refusal === null) count(action, field);
    if (once.isLeft()) useUp();
    return refusal ?? 'performed';
  }

  function count(action: Action, field: Element | null): void {
    // A drag is one use from its press on; a key that only moves the focus is none.
    if (action.type === 'drag' && !/^(end|cancel)$/.test(action.phase)) return;
    if (field && hasFocus(field)) return once.used(field);
    if (action.type === 'key' && isMoving(action.key) && !once.isOpen()) return;
    useUp();
  }

  /** Until the customer rests. False when that takes too long, or there is nothing to wait for any more. */
  function patience(): Promise<boolean> {
    const until = performance.now() + (options.patienceMs?.() ?? usualPatienceMs);
    return new Promise((resolve) => {
      let timer = 0;
      const look = () => {
        if (!turn.isBusy()) return resolve(true);
        if (performance.now() > until) return resolve(false);
        timer = window.setTimeout(look, lookAgainMs);
      };
      wake = () => {
        window.clearTimeout(timer);
        resolve(false);
      };
      look();
    });
  }

  async function resultOf(command: Command): Promise<Outcome['result']> {
    try {
      return await attempt(command);
    } catch {
      // Our own failure, never the page's to hear of: what its handlers throw is reported where they run.
      return 'failed';
    }
  }

  async function work(): Promise<void> {
    for (current = queue.shift() ?? null; current; current = queue.shift() ?? null) {
      const { number, action } = current;
      const result = await resultOf(current);
      if (stopped) return;
      journal.end(number, result, acts(action));
      try {
        // A turn for the page: frameworks render once the event is over.
        await Promise.resolve();
        if (performer.isUnfinished()) {
          await nextTask(window);
          turn.acting(() => performer.finish());
        }
        await options.settled?.();
      } catch {
        // The outcome is true all the same; a mirror that fails says so itself.
      }
      if (!stopped) onOutcome({ number, result });
    }
  }

  const isOpen = (number: number) =>
    number === current?.number || queue.some((command) => command.number === number);

  return {
    perform(command) {
      const { number } = command;
      if (stopped || isOpen(number)) return;
      const result =
        journal.find(number) ?? (queue.some((each) => each.number > number) ? 'unknown' : null);
      if (result) return onOutcome({ number, result });
      options.onAim?.(command, aim(command));
      queue.push(command);
      if (!current) void work();
    },
    recall(numbers) {
      for (const number of numbers) {
        if (stopped || isOpen(number)) continue;
        const result = journal.find(number) ?? 'noGrant';
        journal.end(number, result, true);
        onOutcome({ number, result });
      }
    },
    confirm: (allowed) => answer?.(allowed),
    discard() {
      const dropped = queue;
      queue = [];
      agentFocus = null;
      once.reset();
      turn.acting(() => performer.stop());
      answer?.(null);
      wake();
      for (const { number, action } of dropped) {
        journal.end(number, 'noGrant', acts(action));
        onOutcome({ number, result: 'noGrant' });
      }
    },
    stop() {
      stopped = true;
      queue = [];
      turn.acting(() => performer.stop());
      turn.stop();
      answer?.(null);
      wake();
    },
  };
}

/** What has joined from a frame of another site is seen, and not used. */
const isInJoinedFrame = (action: PlacedAction): boolean =>
  streamOf('place' in action ? action.place.node : action.node) > 0;
