// A field's state in the viewer. Nothing here makes an event that a page could hear: there is no script.
import type { FieldState } from '../../protocol/opCodes.ts';

export function showField(element: Element, state: FieldState, isMasked: boolean): void {
  const field = element as HTMLInputElement & HTMLSelectElement;
  const fixed = (field as HTMLInputElement).type === 'file';
  if (state.value !== null && field.value !== state.value && !fixed) {
    field.value = state.value;
    // A number or date field takes no dots.
    if (field.value !== state.value && isMasked) {
      field.setAttribute('type', 'text');
      field.value = state.value;
    }
  }
  if (state.checked !== null) field.checked = state.checked;
  if ('indeterminate' in field) field.indeterminate = state.indeterminate;
  if (state.selected === null || !field.options) return;
  const chosen = new Set<number>(state.selected);
  for (const option of field.options) option.selected = chosen.has(option.index);
  if (chosen.size === 0) field.selectedIndex = -1;
}
