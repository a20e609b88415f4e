// Moves the caret or the end of a selection as keys do, in fields and in editable text alike, by the browser's own steps.
import { isTextField } from './fields.ts';

export const goesBack = (key: string): boolean => /Left|Up|Home/.test(key);

/** `word`: the key is held with Control. */
export function moveSelection(into: Element, key: string, extend: boolean, word: boolean): void {
  const field = isTextField(into) ? into : null;
  const before = field?.selectionStart ?? null;
  const end = field?.selectionEnd ?? 0;
  const back = goesBack(key);
  const unit = /Arrow[UD]/.test(key)
    ? 'line'
    : key.startsWith('A')
      ? word
        ? 'word'
        : 'character'
      : word
        ? 'documentboundary'
        : 'lineboundary';
  into.ownerDocument
    .getSelection()
    ?.modify(extend ? 'extend' : 'move', back ? 'backward' : 'forward', unit);
  // Not every browser's selection reaches into fields: there, one step at least.
  if (field && before !== null && field.selectionStart === before && field.selectionEnd === end) {
    const to = /L|R/.test(key) ? (back ? Math.max(0, before - 1) : end + 1) : null;
    if (to !== null)
      field.setSelectionRange(extend && !back ? before : to, extend && back ? end : to);
  }
}

export function selectAll(into: Element): void {
  if (isTextField(into)) into.select();
  else into.ownerDocument.getSelection()?.selectAllChildren(into);
}
