// Whether a dialog is drawn as it is, which no hit test tells: something over it may let presses through, and it may be faint, filtered or tiny. The
// browser itself says so where it can (Chromium); elsewhere what the page puts on top is counted.
import type { Host } from '../overlay/createHost.ts';

interface VisibilityOptions extends IntersectionObserverInit {
  readonly trackVisibility: true;
  readonly delay: number;
}

export interface Drawn {
  /** Asked in every frame. */
  isDrawn(): boolean;
  stop(): void;
}

const onTop = ':modal,:popover-open,:fullscreen';

export function watchDrawn(host: Host, dialog: HTMLDialogElement): Drawn {
  const knows = 'isVisible' in IntersectionObserverEntry.prototype;
  let drawn = !knows;
  const observer = knows
    ? new IntersectionObserver(
        host.guard((entries: IntersectionObserverEntry[]) => {
          drawn = (entries.at(-1) as unknown as { isVisible: boolean }).isVisible;
        }),
        { threshold: 1, trackVisibility: true, delay: 100 } as VisibilityOptions,
      )
    : null;
  observer?.observe(dialog);
  let below: readonly Element[] | null = null;
  return {
    isDrawn() {
      const top = [...document.querySelectorAll(onTop)].filter((each) => each !== host.element);
      const before = (below ??= top);
      below = top;
      return drawn && top.every((each) => before.includes(each));
    },
    stop: () => observer?.disconnect(),
  };
}
