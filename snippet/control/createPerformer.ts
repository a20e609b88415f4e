// The one performer: does what the guard has let through, by the file for its kind. It decides nothing.
import type { Action, Refusal } from '../../protocol/command.ts';
import { createDrag } from './createDrag.ts';
import type { Later } from './later.ts';
import { performClick } from './performClick.ts';
import { performFill } from './performFill.ts';
import { performKey } from './performKey.ts';
import { performNavigate } from './performNavigate.ts';
import { performPaste } from './performPaste.ts';
import { performScroll } from './performScroll.ts';
import { performSelect } from './performSelect.ts';
import { performText } from './performText.ts';
import { createPointer, wheel } from './pointer.ts';
import type { Spot } from './spot.ts';

export interface Performer {
  /** `spot`: null for what has no place. `refuse` asks the guard again between an action's steps. */
  perform(spot: Spot | null, action: Action, refuse: () => Refusal | null): Refusal | null;
  /** Whether the agent's mouse is over it. */
  isPointedAt(element: Element): boolean;
  /** Whether there is something to `finish`, in the page's next task. */
  isUnfinished(): boolean;
  finish(): void;
  /** The customer has pressed: what the agent held is let go. */
  letGo(): void;
  /** Nothing is held and nothing pointed at any more. */
  stop(): void;
}

export function createPerformer(page: {
  readonly window: Window & typeof globalThis;
  readonly isOwn: (node: Node) => boolean;
}): Performer {
  const pointer = createPointer();
  const unfinished: (() => void)[] = [];
  const later: Later = (work) => unfinished.push(work);
  const drag = createDrag(pointer, later);

  function finish(): void {
    for (const work of unfinished.splice(0)) work();
  }

  return {
    perform(spot, action, refuse) {
      if (action.type === 'navigate') return performNavigate(action, page.window);
      if (!spot) return 'gone';
      const { element } = spot;
      switch (action.type) {
        case 'hover':
          pointer.moveTo(spot);
          return null;
        case 'scroll':
          if (wheel(spot, action.dx, action.dy)) performScroll(element, action.dx, action.dy);
          return null;
        case 'click':
          return performClick(spot, action, pointer, refuse);
        case 'drag':
          return drag.perform(spot, action, refuse);
        case 'text':
          return performText(element, action, refuse, later);
        case 'paste':
          return performPaste(element, action, refuse);
        case 'key':
          return performKey(element, action, page, refuse, later);
        case 'fill':
          return performFill(element, action);
        case 'select':
          return performSelect(element, action);
      }
    },
    letGo() {
      drag.cancel();
      finish();
    },
    isPointedAt: (element) => pointer.isOver(element),
    isUnfinished: () => unfinished.length > 0,
    finish,
    stop() {
      drag.cancel();
      finish();
      pointer.leave();
    },
  };
}
