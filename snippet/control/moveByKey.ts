// What arrows, Home, End and the page keys move: the choice of a group, list or slider, the caret, or else the page.
import { keepQuiet } from './commit.ts';
import { fireInput } from './edit.ts';
import { announceValue, isInput, isSelect, optionBeside, radioBeside, setValue } from './fields.ts';
import { focus } from './focus.ts';
import { performScroll } from './performScroll.ts';
import { goesBack, moveSelection } from './selection.ts';

function moveChoice(select: HTMLSelectElement, key: string): void {
  const option = optionBeside(select, key, goesBack(key));
  if (!option || option.selected) return;
  select.selectedIndex = option.index;
  announceValue(select);
}

function moveValue(field: HTMLInputElement, key: string): void {
  if (field.readOnly) return;
  // Tried on one of our own first: the page may still prevent it.
  const next = field.ownerDocument.createElement('input');
  for (const name of ['type', 'min', 'max', 'step'])
    if (field.hasAttribute(name)) next.setAttribute(name, field.getAttribute(name)!);
  setValue(next, field.value);
  // The browser holds what is out of range to the nearest end.
  if (/Home|End/.test(key)) setValue(next, key === 'End' ? field.max || '100' : field.min || '0');
  else if (/Up|Right/.test(key)) next.stepUp();
  else next.stepDown();
  const { value } = next;
  if (value === field.value) return;
  if (isInput(field, 'number') && !fireInput(field, 'beforeinput', 'insertText', value)) return;
  setValue(field, value);
  announceValue(field);
  keepQuiet(field);
}

function moveRadio(radio: HTMLInputElement, key: string): void {
  const next = radioBeside(radio, goesBack(key));
  if (next && focus(next, true)) next.click();
}

/** `into`: the text that the caret is in, if any. */
export function moveByKey(
  element: Element,
  into: Element | null,
  key: string,
  extend: boolean,
  word: boolean,
  { innerHeight }: Window,
): void {
  if (isSelect(element)) moveChoice(element, key);
  else if (isInput(element, 'radio')) moveRadio(element, key);
  else if (isInput(element, 'range') || (isInput(element, 'number') && /w[UD]/.test(key)))
    moveValue(element, key);
  else if (into && key[0] !== 'P') moveSelection(into, key, extend, word);
  else {
    const size = key[0] === 'A' ? 40 : key[0] === 'P' ? innerHeight * 0.9 : 1e7;
    const step = goesBack(key) || key === 'PageUp' ? -size : size;
    const sideways = /L|R/.test(key);
    performScroll(element, sideways ? step : 0, sideways ? 0 : step);
  }
}
