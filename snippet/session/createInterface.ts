// Shows a view: opens and closes prompts, bar, frame and toast so that what is there is what the view says, and nothing else.
import type { Asked, Asking, openAsking } from '../consent/openAsking.ts';
import { createBar } from '../overlay/bar.ts';
import type { Host } from '../overlay/createHost.ts';
import { element } from '../overlay/element.ts';
import type { HiddenPanel } from '../overlay/hiddenPanel.ts';
import { keepOnTop } from '../overlay/keepOnTop.ts';
import { showToast } from '../overlay/toast.ts';
import type { StageOptions } from './createStage.ts';
import type { ToastAction } from '../overlay/toast.ts';
import type { Event } from './state.ts';
import type { View } from './viewOf.ts';

export interface Interface {
  show(view: View, agentName: string): void;
  remove(): void;
}

export function createInterface(
  host: Host,
  dispatch: (event: Event) => void,
  { policy, rules }: Pick<StageOptions, 'policy' | 'rules'>,
  ending: { readonly onDismiss: () => void; readonly receipt: () => ToastAction | null },
): Interface {
  const frame = element('div', { class: 'frame', 'aria-hidden': 'true' });
  host.ui.append(frame);
  const bar = createBar(host, (action) => {
    if (action === 'sees') return toggleSees();
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
  /** Closes the panel, or keeps it from opening while it is still on its way. */
  let closeSees: (() => void) | null = null;
  let name = '';
  const rest = keepOnTop(host, {
    prompt: () => asked?.dialog ?? null,
    pressable: () => toast ?? (bar.element.hidden ? null : bar.element),
  });

  function toggleSees(): void {
    if (!closeSees) return void openSees();
    closeSees();
    bar.focus('sees');
  }

  async function openSees(): Promise<void> {
    let panel: HiddenPanel | null = null;
    let wanted = true;
    closeSees = () => {
      wanted = false;
      closeSees = null;
      panel?.close();
    };
    try {
      const [{ openHidden }, explain] = await Promise.all([
        import('./openHidden.ts'),
        rules.explainer(),
      ]);
      if (wanted) panel = openHidden(host, name, { policy, explain }, toggleSees);
    } catch {
      // Not served, kept out by the page's policy, or of another version: said where the customer has just pressed.
      if (!wanted) return;
      closeSees = null;
      bar.say('This could not be loaded. Please try again.');
    }
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
      name = agentName;
      frame.hidden = view.frame === null;
      frame.dataset['frame'] = view.frame ?? '';
      bar.show(view.bar);
      if (view.bar === null) closeSees?.();
      ask(view.asks);
      toast?.remove();
      toast =
        view.toast === null
          ? null
          : showToast(host, view.toast, ending.onDismiss, ending.receipt());
    },
    remove() {
      rest();
      closeSees?.();
      asking = null;
      closePrompt();
      bar.dispose();
      host.remove();
    },
  };
}
