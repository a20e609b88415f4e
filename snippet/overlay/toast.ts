// One sentence that stays until it is dismissed: how a session ended.
import type { Host } from './createHost.ts';
import { element } from './element.ts';

export function showToast(host: Host, text: string, onDismiss: () => void): HTMLElement {
  const close = element('button', { type: 'button' }, 'Close');
  const toast = element('div', { class: 'toast' }, element('p', {}, text), close);
  host.on(close, 'click', onDismiss);
  host.ui.append(toast);
  host.announce(text);
  return toast;
}
