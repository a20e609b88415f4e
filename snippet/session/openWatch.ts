// What goes along while somebody may watch: the customer's focus and its panic key, and *What the agent sees*. Fetched when sharing begins.
import type { Message } from '../../protocol/frame.ts';
import type { Bar } from '../overlay/bar.ts';
import type { Host } from '../overlay/createHost.ts';
import { followFocus } from './followFocus.ts';
import type { Sees, SeesLink } from './openSees.ts';
import type { View } from './viewOf.ts';

export interface WatchOptions {
  readonly host: Host;
  readonly bar: Bar;
  /** Holds border and bar. */
  readonly stand: HTMLElement;
  readonly link: SeesLink;
  /** What the customer is shown now. */
  readonly view: View;
  readonly agentName: string;
  readonly isAsking: () => boolean;
  readonly onPanic: () => void;
}

export interface Watch {
  show(view: View, agentName: string): void;
  mark(message: Message): void;
  /** Opens *What the agent sees*, or closes it. */
  toggleSees(): void;
  stop(): void;
}

export function openWatch(options: WatchOptions): Watch {
  const { host, bar, stand, link, isAsking, onPanic } = options;
  let { view: now, agentName: name } = options;
  let sees: Sees | null = null;
  /** Closes it, or keeps it from opening while it is still on its way. */
  let closeSees: (() => void) | null = null;
  const focus = followFocus({
    host,
    bar,
    stand,
    policy: link.policy,
    seenBy: () => (now.frame ? name : null),
    onEscape() {
      // A prompt answers Escape by itself.
      if (isAsking()) return false;
      if (!closeSees) return true;
      toggleSees();
      return false;
    },
    onPanic,
  });

  function toggleSees(): void {
    if (!closeSees) return void bringSees();
    // Whoever works in the page meanwhile stays there.
    const isHere = host.root.activeElement !== null;
    closeSees();
    if (isHere) bar.focus('sees');
  }

  async function bringSees(): Promise<void> {
    let wanted = true;
    closeSees = () => {
      wanted = false;
      closeSees = null;
      sees?.close();
      sees = null;
    };
    try {
      const { openSees } = await import('./openSees.ts');
      if (wanted)
        sees = openSees({
          host,
          bar: bar.element,
          agentName: name,
          link,
          view: now,
          onClose: toggleSees,
        });
    } catch {
      // Not served, kept out by the page's policy, or of another version: said where the customer has just pressed.
      if (!wanted) return;
      closeSees = null;
      bar.sayMissing();
    }
  }

  return {
    show(view, agentName) {
      now = view;
      name = agentName;
      sees?.show(view);
      focus.look();
    },
    mark: (message) => sees?.mark(message),
    toggleSees,
    stop() {
      closeSees?.();
      focus.stop();
    },
  };
}
