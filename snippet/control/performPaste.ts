// What the agent has on their own clipboard, at the caret: the page hears of it as of a paste, and may take it for itself.
import type { Action, Refusal } from '../../protocol/command.ts';
import { edit } from './edit.ts';
import { focus } from './focus.ts';
import { typedInto } from './performText.ts';
import { windowOf } from './tree.ts';

export function performPaste(
  element: Element,
  { text }: Extract<Action, { type: 'paste' }>,
  refuse: () => Refusal | null,
): Refusal | null {
  const into = typedInto(element);
  if (into) focus(into, false);
  const view = windowOf(element);
  const clipboardData = new view.DataTransfer();
  clipboardData.setData('text/plain', text);
  const init = { bubbles: true, cancelable: true, composed: true, clipboardData };
  const event = new view.ClipboardEvent('paste', init);
  // Not every browser takes what a script gives it.
  if (event.clipboardData?.getData('text/plain') !== text)
    Object.defineProperty(event, 'clipboardData', { value: clipboardData });
  if (!(into ?? element).dispatchEvent(event)) return null;
  // Nothing listens for it, and there is nothing to write in.
  if (!into) return 'unsupported';
  return refuse() ?? (edit(into, 'insertFromPaste', text) ? null : 'failed');
}
