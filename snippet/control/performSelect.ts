// The chosen options of a list, one or several.
import type { Action, Refusal } from '../../protocol/command.ts';
import { announceValue, isSelect } from './fields.ts';
import { focus } from './focus.ts';

export function performSelect(
  element: Element,
  { indexes }: Extract<Action, { type: 'select' }>,
): Refusal | null {
  if (!isSelect(element)) return 'unsupported';
  const options = [...element.options];
  const chosen = indexes.map((index) => options[index]);
  if (chosen.includes(undefined) || (!element.multiple && chosen.length !== 1))
    return 'unsupported';
  const isDisabled = (option: HTMLOptionElement | undefined) =>
    option?.matches(':disabled, optgroup[disabled] *') && !option.selected;
  if (chosen.some(isDisabled)) return 'disabled';
  focus(element, false);
  const differing = options.filter((option) => option.selected !== chosen.includes(option));
  if (element.multiple) for (const option of differing) option.selected = chosen.includes(option);
  else if (differing.length > 0) element.selectedIndex = indexes[0]!;
  if (differing.length === 0) return null;
  announceValue(element);
  return null;
}
