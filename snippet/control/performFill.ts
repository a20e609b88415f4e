// The whole value of a field at once.
import type { Action, Refusal } from '../../protocol/command.ts';
import { edit } from './edit.ts';
import { announceValue, isEditable, isFilledField, isTextField, setValue } from './fields.ts';
import { focus } from './focus.ts';

export function performFill(
  element: Element,
  { value }: Extract<Action, { type: 'fill' }>,
): Refusal | null {
  if (isEditable(element)) {
    focus(element, false);
    element.ownerDocument.getSelection()?.selectAllChildren(element);
    return edit(element, value ? 'insertText' : 'deleteContentBackward', value) ? null : 'failed';
  }
  if (!isTextField(element) && !isFilledField(element)) return 'unsupported';
  focus(element, false);
  const was = element.value;
  const { maxLength } = element;
  setValue(element, maxLength < 0 ? value : value.slice(0, maxLength));
  // The browser empties what it cannot read: better to keep what stood there.
  if (value !== '' && element.value === '') {
    setValue(element, was);
    return 'unsupported';
  }
  if (element.value !== was) {
    announceValue(element);
  }
  return null;
}
