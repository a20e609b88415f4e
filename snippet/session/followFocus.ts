// Follows the customer's focus, into frames of the same origin too: Escape pressed twice pauses, a field that is hidden from the agent says so,
// and the bar moves out of its way, and stays in the part of the page that is seen. Only trusted events count.
import { createFieldNote } from '../overlay/fieldNote.ts';
import type { Host } from '../overlay/createHost.ts';
import { keepInSight } from '../overlay/keepInSight.ts';
import { moveBar } from '../overlay/moveBar.ts';
import type { Bar } from '../overlay/bar.ts';
import { careBits } from '../privacy/policy.ts';
import type { PrivacyPolicy } from '../privacy/policy.ts';

export interface FocusOptions {
  readonly host: Host;
  readonly bar: Bar;
  /** Holds border and bar. */
  readonly stand: HTMLElement;
  readonly policy: PrivacyPolicy;
  /** Who sees the page now; null while nobody does. */
  readonly seenBy: () => string | null;
  /** Closes what Escape closes. Whether there was nothing, so that it counts. */
  readonly onEscape: () => boolean;
  readonly onPanic: () => void;
}

export interface FocusWatch {
  /** Who sees the page may have changed. */
  look(): void;
  stop(): void;
}

/** Between two presses of Escape, by the events' own times. */
const twiceWithinMs = 500;
/** A document in a frame comes and goes without a word, and one that is written anew has lost its listeners. */
const lookAgainMs = 1000;

export function followFocus(options: FocusOptions): FocusWatch {
  const { host, policy, seenBy } = options;
  const note = createFieldNote(host, options.stand);
  const inSight = keepInSight(host, options.stand);
  const place = moveBar(host, options.bar);
  const watched = new Set<Window>();
  let escapedMs = -Infinity;
  options.stand.querySelector('.pause')?.setAttribute('title', 'Or press Escape twice');

  const keyed = host.guard((event: KeyboardEvent) => {
    if (!event.isTrusted || event.key !== 'Escape' || event.repeat || event.isComposing) return;
    const { timeStamp } = event;
    const isTwice = timeStamp - escapedMs < twiceWithinMs;
    escapedMs = -Infinity;
    if (!options.onEscape()) return;
    if (isTwice) options.onPanic();
    else escapedMs = timeStamp;
  });
  const focused = host.guard((event: Event) => {
    if (event.isTrusted) look();
  });
  const left = () => void setTimeout(look);
  const listeners = [
    ['keydown', keyed],
    ['focusin', focused],
    ['focusout', left],
    ['blur', left],
  ] as const;

  /** To listen twice is to listen once: what has lost its listeners has them again. */
  function watch(view: Window): void {
    watched.add(view);
    for (const [type, listener] of listeners)
      view.addEventListener(type, listener as (event: Event) => void, true);
  }

  const look = host.guard(() => {
    watch(window);
    let at = document.activeElement;
    for (let inner = at; inner; inner = innerFocus(inner)) {
      at = inner;
      const view = viewIn(inner);
      if (view) watch(view);
    }
    place.look(at === document.body ? null : at);
    const agentName = seenBy();
    const words = at && agentName && !host.isOwn(at) ? wordsFor(at, agentName) : null;
    note.show(words ? at : null, words ?? '');
  });

  function wordsFor(field: Element, agentName: string): string | null {
    if (!isField(field)) return null;
    const care = policy.careOf(field);
    const isLocked = (care & careBits.locked) !== 0;
    if (care & (careBits.masked | careBits.blocked))
      return `Hidden from ${agentName}${isLocked ? ', who cannot use it' : ''}`;
    return isLocked ? `${agentName} cannot use this` : null;
  }

  const timer = setInterval(look, lookAgainMs);
  look();
  return {
    look,
    stop() {
      clearInterval(timer);
      place.stop();
      inSight();
      note.remove();
      for (const view of watched)
        for (const [type, listener] of listeners)
          quietly(() => view.removeEventListener(type, listener as (event: Event) => void, true));
    },
  };
}

/** What has the focus within `at`: an open shadow root's, or a same-origin frame's. */
const innerFocus = (at: Element): Element | null =>
  at.shadowRoot?.activeElement ?? viewIn(at)?.document.activeElement ?? null;

/** The window of a frame of the same origin. */
function viewIn(at: Element): Window | null {
  return (
    quietly(() =>
      (at as HTMLIFrameElement).contentDocument ? (at as HTMLIFrameElement).contentWindow : null,
    ) ?? null
  );
}

/** A frame of another site, or one that has gone, answers nothing. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

const presses = /^(button|submit|reset|image|checkbox|radio|file|color|range)$/;

function isField(element: Element): boolean {
  const { localName } = element;
  if (localName === 'input') return !presses.test((element as HTMLInputElement).type);
  return (
    /^(textarea|select)$|-/.test(localName) || (element as HTMLElement).isContentEditable === true
  );
}
