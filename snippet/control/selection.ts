// Moves the caret or the end of a selection as keys do, in fields and in editable text alike, by the browser's own steps.
import { isTextField } from './fields.ts';
import type { TextField } from './fields.ts';
import { step } from './textSteps.ts';
import type { Unit } from './textSteps.ts';

export const goesBack = (key: string): boolean => /Left|Up|Home/.test(key);

/** `word`: the key is held with Control. */
export function moveSelection(into: Element, key: string, extend: boolean, word: boolean): void {
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
  if (isTextField(into)) return moveInField(into, back, unit, extend);
  into.ownerDocument
    .getSelection()
    ?.modify(extend ? 'extend' : 'move', back ? 'backward' : 'forward', unit);
}

/** Not every browser's selection reaches into fields: there the steps are ours. */
function moveInField(field: TextField, back: boolean, unit: Unit, extend: boolean): void {
  const { selectionStart: start, selectionEnd: end, selectionDirection, value } = field;
  // Fields for numbers and mail addresses tell of no caret.
  if (start === null || end === null) return;
  const isBackward = selectionDirection === 'backward';
  const [anchor, focus] = isBackward ? [end, start] : [start, end];
  // An arrow without Shift only gives up what is selected.
  if (!extend && start !== end && unit === 'character') {
    const to = back ? start : end;
    return field.setSelectionRange(to, to);
  }
  const to = step(value, focus, back, unit);
  if (!extend) return field.setSelectionRange(to, to);
  const direction = to < anchor ? 'backward' : 'forward';
  field.setSelectionRange(Math.min(anchor, to), Math.max(anchor, to), direction);
}

export function selectAll(into: Element): void {
  if (isTextField(into)) into.select();
  else into.ownerDocument.getSelection()?.selectAllChildren(into);
}
