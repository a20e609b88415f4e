// A modal question to the customer. Escape means no, the focus comes back to where it was, and *Allow* has to be seen before it counts.
import { element } from '../overlay/element.ts';
import type { Host } from '../overlay/createHost.ts';
import { isArmed, observeArming } from './arming.ts';
import type { Arming } from './arming.ts';
import { promptStyles } from './promptStyles.ts';

export interface Prompt {
  readonly dialog: HTMLDialogElement;
  close(): void;
}

export function openPrompt(
  host: Host,
  title: string,
  content: readonly Node[],
  onEscape: () => void,
): Prompt {
  const dialog = element(
    'dialog',
    { 'aria-labelledby': 'title', 'aria-describedby': 'about', tabindex: '-1' },
    element('h1', { id: 'title' }, title),
    ...content,
  );
  const focused = document.activeElement;
  let open = true;
  host.on(dialog, 'cancel', (event) => {
    event.preventDefault();
    if (open) onEscape();
  });
  // A browser may close it without asking when Escape is pressed again. It may also be closed to be shown anew, on top.
  host.on(dialog, 'close', () => {
    if (open && !dialog.open) onEscape();
  });
  const undress = host.dress(promptStyles);
  host.ui.append(dialog);
  dialog.showModal();
  dialog.focus();
  return {
    dialog,
    close() {
      open = false;
      dialog.close();
      dialog.remove();
      undress();
      if (focused instanceof HTMLElement && document.activeElement !== focused) focused.focus();
    },
  };
}

/** Lets `button` count only once it has been visible and uncovered for long enough. `aria-disabled` says so until then. */
export function armButton(
  host: Host,
  dialog: HTMLDialogElement,
  button: HTMLButtonElement,
  onPress: () => void,
): void {
  let arming: Arming = { since: null };
  button.setAttribute('aria-disabled', 'true');
  const look = host.guard((nowMs: number) => {
    if (!button.isConnected) return;
    arming = observeArming(arming, nowMs, isSeen(host, button));
    button.ariaDisabled = String(!isArmed(arming, nowMs));
    requestAnimationFrame(look);
  });
  requestAnimationFrame(look);
  // It had to be shown anew because something covered it.
  host.on(dialog, 'close', () => {
    arming = { since: null };
    button.ariaDisabled = 'true';
  });
  host.on(button, 'click', () => {
    if (isArmed(arming, performance.now())) onPress();
  });
}

function isSeen(host: Host, button: Element): boolean {
  const box = button.getBoundingClientRect();
  const hit = host.root.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return document.visibilityState === 'visible' && hit === button;
}
