// A modal question to the customer. Escape means no, the focus comes back to where it was, and *Allow* has to be seen before it counts.
import { element } from '../overlay/element.ts';
import type { Host } from '../overlay/createHost.ts';
import { isArmed, observeArming } from './arming.ts';
import type { Arming } from './arming.ts';
import { raise } from '../overlay/keepOnTop.ts';
import { promptStyles } from './promptStyles.ts';
import { watchDrawn } from './watchDrawn.ts';

const raiseAgainMs = 500;
/** What is smaller cannot be read, nor pressed on purpose. */
const leastHeightPx = 24;

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
  let place = '';
  let raisedMs = 0;
  const drawn = watchDrawn(host, dialog);
  button.setAttribute('aria-disabled', 'true');
  const look = host.guard((nowMs: number) => {
    // Taken away by the page, with all of the interface, it comes back; closed, it does not.
    if (!dialog.parentNode) return drawn.stop();
    const isDrawn = drawn.isDrawn();
    const now = placeOf(button);
    arming = observeArming(arming, nowMs, isDrawn && now === place && isSeen(host, button));
    place = now;
    // The last that comes into the top layer stands above all else.
    if (!isDrawn && dialog.open && nowMs - raisedMs > raiseAgainMs) {
      raisedMs = nowMs;
      raise(host, dialog);
    }
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
    // Not where it has been moved to under the pointer.
    if (isArmed(arming, performance.now()) && placeOf(button) === place) onPress();
  });
}

/** Where it stands and how large it is; what moves has to be seen anew. */
function placeOf(button: Element): string {
  const { x, y, width, height } = button.getBoundingClientRect();
  return [x, y, width, height].map(Math.round).join();
}

function isSeen(host: Host, button: Element): boolean {
  const box = button.getBoundingClientRect();
  const hit = host.root.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return document.visibilityState === 'visible' && hit === button && box.height >= leastHeightPx;
}
