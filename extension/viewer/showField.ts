// A field's state in the viewer. Nothing here makes an event that a page could hear: there is no script.
import type { FieldState } from '../../protocol/opCodes.ts';

export function showField(element: Element, state: FieldState, isMasked: boolean): void {
  const field = element as HTMLInputElement & HTMLSelectElement;
  const fixed = (field as HTMLInputElement).type === 'file';
  if (state.value !== null && field.value !== state.value && !fixed) {
    setValue(field, state.value);
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
  if (!field.multiple && chosen.size === 1) {
    const [index = -1] = chosen;
    if (field.selectedIndex !== index) field.selectedIndex = index;
    return;
  }
  for (const option of field.options) option.selected = chosen.has(option.index);
  if (chosen.size === 0) field.selectedIndex = -1;
}

/** For each password that is set in a page Chromium goes through all of the page's fields: those of a page of many took most of its time. */
function setValue(field: HTMLInputElement, value: string): void {
  const { parentNode, nextSibling } = field;
  const isWatched = field.type === 'password' && parentNode !== null && field.isConnected;
  if (isWatched) field.remove();
  field.value = value;
  if (isWatched) parentNode.insertBefore(field, nextSibling);
}
