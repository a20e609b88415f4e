// Shows a view: opens and closes prompts, bar, frame and toast so that what is there is what the view says, and nothing else.
import type { Message } from '../../protocol/frame.ts';
import type { Asked, Asking, openAsking } from '../consent/openAsking.ts';
import { createBar } from '../overlay/bar.ts';
import type { Host } from '../overlay/createHost.ts';
import { element } from '../overlay/element.ts';
import { keepOnTop } from '../overlay/keepOnTop.ts';
import { showToast } from '../overlay/toast.ts';
import type { SeesLink } from './openSees.ts';
import type { Watch, WatchOptions } from './openWatch.ts';
import type { ToastAction } from '../overlay/toast.ts';
import type { Event } from './state.ts';
import type { View } from './viewOf.ts';

export interface Interface {
  show(view: View, agentName: string): void;
  mark(message: Message): void;
  remove(): void;
}

export function createInterface(
  host: Host,
  dispatch: (event: Event) => void,
  link: SeesLink,
  ending: {
    readonly onDismiss: () => void;
    readonly receipt: () => ToastAction | null;
    readonly onPanic: () => void;
  },
): Interface {
  const frame = element('div', { class: 'frame', 'aria-hidden': 'true' });
  const stand = element('div', { class: 'stand' }, frame);
  host.ui.append(stand);
  const bar = createBar(host, stand, (action) => {
    if (action === 'sees') return withWatch(({ toggleSees }) => toggleSees(), bar.sayMissing);
    dispatch(
      (
        {
          stopControl: { is: 'controlStopped' },
          pause: { is: 'paused' },
          resume: { is: 'resumed' },
          stop: { is: 'stopped' },
        } as const
      )[action],
    );
  });
  let asking: Asking | null = null;
  let asked: (Asked & Pick<Asking, 'for'>) | null = null;
  let part: typeof openAsking | 'away' | 'coming' = 'away';
  let toast: HTMLElement | null = null;
  let watch: Promise<Watch> | null = null;
  let shown: Pick<WatchOptions, 'view' | 'agentName'>;
  const rest = keepOnTop(host, {
    prompt: () => asked?.dialog ?? null,
    pressable: () => toast ?? (bar.element.hidden ? null : bar.element),
  });

  /** While there is a bar. What could not be fetched is fetched with the next view, or press. */
  function withWatch(work: (watch: Watch) => void, missing = () => {}): void {
    watch ??= import('./openWatch.ts').then(({ openWatch }) =>
      openWatch({
        host,
        bar,
        stand,
        link,
        ...shown,
        isAsking: () => asked !== null,
        onPanic() {
          ending.onPanic();
          dispatch({ is: 'paused' });
        },
      }),
    );
    watch.then(host.guard(work), () => {
      // Not served, kept out by the page's policy, or of another version.
      watch = null;
      missing();
    });
  }

  function unwatch(): void {
    watch?.then(({ stop }) => stop()).catch(() => {});
    watch = null;
  }

  function ask(next: Asking | null): void {
    asking = next;
    if (asked && asked.for !== next?.for) closePrompt();
    if (!next || part === 'coming') return;
    if (part === 'away') return void bringAsking();
    asked ??= { for: next.for, ...part(host, next, dispatch) };
    asked.show(next);
  }

  async function bringAsking(): Promise<void> {
    part = 'coming';
    try {
      const { openAsking } = await import('../consent/openAsking.ts');
      part = openAsking;
      ask(asking);
    } catch {
      // Not served, kept out by the page's policy, or of another version: what cannot be asked is not allowed.
      part = 'away';
      if (asking) dispatch({ is: asking.for === 'control' ? 'controlMissing' : 'failed' });
    }
  }

  function closePrompt(): void {
    asked?.close();
    asked = null;
  }

  return {
    show(view, agentName) {
      frame.hidden = view.frame === null;
      frame.dataset['frame'] = view.frame ?? '';
      bar.show(view.bar);
      shown = { view, agentName };
      if (view.bar) withWatch(({ show }) => show(view, agentName));
      else unwatch();
      ask(view.asks);
      toast?.remove();
      toast =
        view.toast === null
          ? null
          : showToast(host, view.toast, ending.onDismiss, ending.receipt());
    },
    mark: (message) => void watch?.then((there) => there.mark(message)).catch(() => {}),
    remove() {
      rest();
      unwatch();
      asking = null;
      closePrompt();
      host.remove();
    },
  };
}
