// Text at the caret, in place of the selection. A single character comes with its key, as if typed.
import type { Action, Refusal } from '../../protocol/command.ts';
import { edit } from './edit.ts';
import { isEditable, isTextField } from './fields.ts';
import { focus } from './focus.ts';
import { fireKey } from './keys.ts';
import type { Later } from './later.ts';
import { ancestorsOf, focusedIn } from './tree.ts';

/** The field, or the outermost editable element, that takes what is typed at `element`. */
export function typedInto(element: Element): Element | null {
  return isTextField(element) ? element : (ancestorsOf(element).findLast(isEditable) ?? null);
}

export function performText(
  element: Element,
  { text }: Extract<Action, { type: 'text' }>,
  refuse: () => Refusal | null,
  later: Later,
): Refusal | null {
  const into = typedInto(element);
  if (!into) return 'unsupported';
  focus(into, false);
  if ([...text].length > 1) return edit(into, 'insertText', text) ? null : 'failed';
  const key = { key: text, code: '', modifiers: 0 };
  const typed = fireKey(into, 'keydown', key) && fireKey(into, 'keypress', key);
  const refusal = refuse();
  if (typed && !refusal) edit(into, 'insertText', text);
  later(() => fireKey(focusedIn(into.ownerDocument) ?? into, 'keyup', key));
  return refusal;
}
