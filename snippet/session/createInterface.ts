// Shows a view: opens and closes prompts, bar, frame and toast so that what is there is what the view says, and nothing else.
import { openConsentPrompt } from '../consent/consentPrompt.ts';
import { openKeyDialog } from '../consent/keyDialog.ts';
import type { KeyDialog } from '../consent/keyDialog.ts';
import type { Prompt } from '../consent/openPrompt.ts';
import { createBar } from '../overlay/bar.ts';
import type { Host } from '../overlay/createHost.ts';
import { element } from '../overlay/element.ts';
import { openHiddenPanel } from '../overlay/hiddenPanel.ts';
import type { Hidden, HiddenPanel } from '../overlay/hiddenPanel.ts';
import { keepOnTop } from '../overlay/keepOnTop.ts';
import { showToast } from '../overlay/toast.ts';
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
  findHidden: () => readonly Hidden[],
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
  let sees: HiddenPanel | null = null;
  let name = '';
  const rest = keepOnTop(host, {
    prompt: () => asked?.prompt.dialog ?? null,
    pressable: () => toast ?? (bar.element.hidden ? null : bar.element),
  });

  function toggleSees(): void {
    const wasOpen = sees;
    sees?.close();
    sees = wasOpen ? null : openHiddenPanel(host, name, findHidden, toggleSees);
    if (wasOpen) bar.focus('sees');
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
      if (view.bar === null && sees) toggleSees();
      ask(view.asks);
      toast?.remove();
      toast = view.toast === null ? null : showToast(host, view.toast, onDismiss);
    },
    remove() {
      rest();
      sees?.close();
      asked?.prompt.close();
      bar.dispose();
      host.remove();
    },
  };
}
