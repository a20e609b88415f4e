// Write mode on the customer's page: performs the agent's commands one after another. Nothing is performed that the guard
// has not let through at that very moment, and every command is answered with its outcome.
import type { Action, Command, Outcome, Refusal } from '../../protocol/command.ts';
import { NO_NODE, streamOf } from '../../protocol/ids.ts';
import type { GrantId } from '../../protocol/ids.ts';
import type { MaskedText } from '../../protocol/maskedText.ts';
import type { NodeIds } from '../mirror/nodeIds.ts';
import { maskAddress } from '../privacy/mask.ts';
import type { PrivacyPolicy } from '../privacy/policy.ts';
import { aimOf } from './aimOf.ts';
import { describe } from './describe.ts';
import { refuseStanding, refuseTarget } from './guard.ts';
import { performClick } from './performClick.ts';
import { performFill } from './performFill.ts';
import { performKey } from './performKey.ts';
import { performNavigate } from './performNavigate.ts';
import { performScroll } from './performScroll.ts';
import { performSelect } from './performSelect.ts';
import { performText } from './performText.ts';
import { createPointer, wheel } from './pointer.ts';
import { reachOf } from './reach.ts';
import { elementOf, spotOf } from './spot.ts';
import type { Spot } from './spot.ts';
import { focusedIn } from './tree.ts';

export interface ControlOptions {
  readonly window: Window & typeof globalThis;
  readonly ids: NodeIds;
  readonly policy: PrivacyPolicy;
  /** Hosts of the snippet's own interface: never the target of a command. */
  readonly isOwn: (node: Node) => boolean;
  /** The live grant, or null where there is none. Asked at the moment of performance. */
  readonly grant: () => GrantId | null;
  readonly paused: () => boolean;
  /** Awaited before an outcome is told: the mirror sends what the command has changed. */
  readonly settled?: () => void | Promise<void>;
  readonly onOutcome: (outcome: Outcome) => void;
  /** A command has come, aimed at what the agent sees under this name. */
  readonly onAim?: (command: Command, target: MaskedText) => void;
}

export interface Control {
  perform(command: Command): void;
  /** Drops what is queued, each answered with `noGrant`: the grant has gone. */
  discard(): void;
  /** Ends everything, without another word. */
  stop(): void;
}

/** What has joined from a frame of another site is seen, and not used. */
const isInJoinedFrame = (action: Exclude<Action, { type: 'navigate' }>): boolean =>
  streamOf('place' in action ? action.place.node : action.node) > 0;

export function createControl(options: ControlOptions): Control {
  const { window, ids, policy, isOwn, onOutcome } = options;
  const page = { window, policy, isOwn, origin: window.location.origin };
  const pointer = createPointer();
  let queue: Command[] = [];
  let lastNumber = 0;
  let busy = false;
  let stopped = false;
  /** Where the agent's last command has left the focus: what is typed goes on there, wherever the customer clicks. */
  let agentFocus: Element | null = null;

  function spotFor(action: Exclude<Action, { type: 'navigate' }>): Spot | null {
    if ('place' in action) return spotOf(action.place, ids, page);
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

  function run({ grant, action }: Command): Refusal | null {
    const standing = () =>
      refuseStanding({ grant }, { grant: options.grant(), paused: options.paused() });
    const refusal = standing();
    if (refusal) return refusal;
    if (action.type === 'navigate') return performNavigate(action, window);
    const spot = spotFor(action);
    if (!spot) return isInJoinedFrame(action) ? 'unsupported' : 'gone';
    const { element } = spot;
    // Asked again between an action's steps: a page's handler may have changed what the first answer stood on.
    const refuse = () => {
      let no = standing();
      for (const reached of reachOf(element, action))
        no ??= refuseTarget(describe(reached, action, page));
      return no;
    };
    return refuse() ?? performOn(spot, action, refuse);
  }

  function performOn(
    spot: Spot,
    action: Exclude<Action, { type: 'navigate' }>,
    refuse: () => Refusal | null,
  ): Refusal | null {
    const { element } = spot;
    switch (action.type) {
      case 'hover':
        pointer.moveTo(spot);
        return null;
      case 'scroll':
        if (wheel(spot, action.dx, action.dy)) performScroll(element, action.dx, action.dy);
        return null;
      case 'click':
        return focusing(performClick(spot, action, pointer, refuse));
      case 'text':
        return focusing(performText(element, action, refuse));
      case 'key':
        return focusing(performKey(element, action, page, refuse));
      case 'fill':
        return focusing(performFill(element, action));
      case 'select':
        return focusing(performSelect(element, action));
    }
  }

  function focusing(result: Refusal | null): Refusal | null {
    agentFocus = focusedIn(window.document);
    return result;
  }

  function resultOf(command: Command): Outcome['result'] {
    try {
      return run(command) ?? 'performed';
    } catch {
      // Our own failure, never the page's to hear of: what its handlers throw is reported where they run.
      return 'failed';
    }
  }

  async function work(): Promise<void> {
    busy = true;
    for (let command = queue.shift(); command; command = queue.shift()) {
      const { number } = command;
      const result = resultOf(command);
      try {
        // A turn for the page: frameworks render once the event is over.
        await Promise.resolve();
        await options.settled?.();
      } catch {
        // The outcome is true all the same; a mirror that fails says so itself.
      }
      if (!stopped) onOutcome({ number, result });
    }
    busy = false;
  }

  return {
    perform(command) {
      if (stopped || command.number <= lastNumber) return;
      lastNumber = command.number;
      options.onAim?.(command, aim(command));
      queue.push(command);
      if (!busy) void work();
    },
    discard() {
      const dropped = queue;
      queue = [];
      agentFocus = null;
      pointer.leave();
      for (const { number } of dropped) onOutcome({ number, result: 'noGrant' });
    },
    stop() {
      stopped = true;
      queue = [];
      pointer.leave();
    },
  };
}
