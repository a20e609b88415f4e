// One sentence that stays until it is dismissed: how a session ended, and what can be had of it.
import type { Host } from './createHost.ts';
import { element } from './element.ts';

export interface ToastAction {
  readonly label: string;
  /** A failure is said in the toast, and it can be tried again. */
  act(): Promise<void>;
}

export function showToast(
  host: Host,
  text: string,
  onDismiss: () => void,
  action: ToastAction | null,
): HTMLElement {
  const says = element('p', {}, text);
  const close = element('button', { type: 'button' }, 'Close');
  const buttons = element('div', { class: 'buttons' }, close);
  const toast = element('div', { class: 'toast' }, says, buttons);
  if (action) {
    const button = element('button', { type: 'button' }, action.label);
    host.on(button, 'click', () => {
      action.act().catch(() => (says.textContent = 'This could not be loaded. Please try again.'));
    });
    buttons.prepend(button);
  }
  host.on(close, 'click', onDismiss);
  host.ui.append(toast);
  host.announce(text);
  return toast;
}
