// Shows a view: opens and closes prompts, bar, frame and toast so that what is there is what the view says, and nothing else.
import { openConsentPrompt } from '../consent/consentPrompt.ts';
import { openKeyDialog } from '../consent/keyDialog.ts';
import type { KeyDialog } from '../consent/keyDialog.ts';
import type { Prompt } from '../consent/openPrompt.ts';
import { createBar } from '../overlay/bar.ts';
import type { Host } from '../overlay/createHost.ts';
import { element } from '../overlay/element.ts';
import type { HiddenPanel } from '../overlay/hiddenPanel.ts';
import { keepOnTop } from '../overlay/keepOnTop.ts';
import { showToast } from '../overlay/toast.ts';
import type { PrivacyPolicy } from '../privacy/policy.ts';
import type { Event } from './state.ts';
import type { Asking, View } from './viewOf.ts';

export interface Interface {
  show(view: View, agentName: string): void;
  remove(): void;
}

type OpenPrompt = { readonly key: string; readonly prompt: Prompt };

export function createInterface(
  host: Host,
  dispatch: (event: Event) => void,
  policy: PrivacyPolicy,
  onDismiss: () => void,
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
  let asked: OpenPrompt | null = null;
  let toast: HTMLElement | null = null;
  /** Closes the panel, or keeps it from opening while it is still on its way. */
  let closeSees: (() => void) | null = null;
  let name = '';
  const rest = keepOnTop(host, {
    prompt: () => asked?.prompt.dialog ?? null,
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
      const { openHidden } = await import('./openHidden.ts');
      if (wanted) panel = openHidden(host, name, policy, toggleSees);
    } catch {
      // Not served, kept out by the page's policy, or of another version: said where the customer has just pressed.
      if (!wanted) return;
      closeSees = null;
      bar.say('This could not be loaded. Please try again.');
    }
  }

  function ask(asking: Asking | null): void {
    const key = asking && (asking.for === 'key' ? 'key' : asking.question.title);
    if (asked?.key !== key) {
      asked?.prompt.close();
      asked = asking && { key: key!, prompt: open(asking) };
    }
    if (asking?.for === 'key') (asked!.prompt as KeyDialog).show(asking.view);
  }

  function open(asking: Asking): Prompt {
    if (asking.for !== 'key') {
      const is = asking.for === 'view' ? 'viewAnswered' : 'controlAnswered';
      return openConsentPrompt(host, asking.question, (allowed) => dispatch({ is, allowed }));
    }
    return openKeyDialog(host, {
      onKey: (key) => dispatch({ is: 'keyEntered', key }),
      onIncomplete: () => dispatch({ is: 'keyRefused', problem: { is: 'incomplete' } }),
      onClose: () => dispatch({ is: 'dialogClosed' }),
    });
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
      toast = view.toast === null ? null : showToast(host, view.toast, onDismiss);
    },
    remove() {
      rest();
      closeSees?.();
      asked?.prompt.close();
      bar.dispose();
      host.remove();
    },
  };
}
