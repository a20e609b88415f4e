// A field's state as the policy lets it be seen, and a key that tells cheaply whether it changed.
import type { FieldState } from '../../protocol/opCodes.ts';
import type { MaskedText } from '../../protocol/maskedText.ts';
import { maskText, maskValue } from '../privacy/mask.ts';
import { careBits } from '../privacy/policy.ts';
import type { Care } from '../privacy/policy.ts';

export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export const isField = (element: Element): element is Field =>
  element.namespaceURI === 'http://www.w3.org/1999/xhtml' &&
  /^(input|textarea|select)$/.test(element.localName);

export function readField(field: Field, care: Care): FieldState<MaskedText> {
  const masked = (care & careBits.masked) !== 0;
  const nothing = {
    value: null,
    checked: null,
    indeterminate: false,
    selected: null,
    selection: null,
  };
  if (field.localName === 'select') {
    return { ...nothing, selected: masked ? [] : chosen(field as HTMLSelectElement) };
  }
  const input = field as HTMLInputElement;
  switch (field.localName === 'input' ? input.type : '') {
    case 'checkbox':
    case 'radio':
      return masked
        ? { ...nothing, checked: false }
        : { ...nothing, checked: input.checked, indeterminate: input.indeterminate };
    case 'file':
      return { ...nothing, value: maskText('', care) };
    case 'submit':
    case 'button':
    case 'reset':
      return { ...nothing, value: maskText(input.value, care) };
    case 'range':
    case 'color':
      return masked ? nothing : { ...nothing, value: maskValue(input.value, care) };
    default:
      return {
        ...nothing,
        value: maskValue(input.value, care),
        selection: masked ? null : caret(input),
      };
  }
}

export const fieldKey = (state: FieldState): string =>
  `${state.value}\n${state.checked}${state.indeterminate}${state.selected}|${state.selection}`;

function chosen(select: HTMLSelectElement): number[] {
  if (!select.multiple) return select.selectedIndex < 0 ? [] : [select.selectedIndex];
  return Array.from(select.selectedOptions, (option) => option.index);
}

function caret(input: HTMLInputElement): readonly [number, number] | null {
  const root = input.getRootNode() as Document | ShadowRoot;
  // Number, e-mail and date fields have no selection to read: null.
  if (root.activeElement !== input || input.selectionStart === null) return null;
  return [input.selectionStart, input.selectionEnd ?? input.selectionStart];
}
