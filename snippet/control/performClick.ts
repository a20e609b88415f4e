// A press of the mouse as a real page hears it: over, move, down, focus, up, click. The one click event activates.
import type { Action, Refusal } from '../../protocol/command.ts';
import { wordAt } from './caret.ts';
import { isEditable, isTextField } from './fields.ts';
import { focusByPress } from './focus.ts';
import { modifierKeys } from './pointer.ts';
import type { Pointer } from './pointer.ts';
import type { Spot } from './spot.ts';
import { hasFocus } from './tree.ts';

function placeCaret({ element, x, y }: Spot, count: number): void {
  const { ownerDocument } = element;
  const at = ownerDocument.caretPositionFromPoint?.(x, y);
  if (isTextField(element) && hasFocus(element) && element.selectionStart !== null) {
    const { value } = element;
    const offset = at?.offsetNode === element ? at.offset : value.length;
    const word = count > 1 ? wordAt(value, offset) : { from: offset, to: offset };
    if (count > 2) element.select();
    else element.setSelectionRange(word.from, word.to);
  } else if (isEditable(element) && at) {
    ownerDocument.getSelection()?.collapse(at.offsetNode, at.offset);
  }
}

export function performClick(
  spot: Spot,
  { button, count, modifiers }: Extract<Action, { type: 'click' }>,
  pointer: Pointer,
  refuse: () => Refusal | null,
): Refusal | null {
  const { element } = spot;
  const held = modifierKeys(modifiers);
  const up = { ...held, button, detail: count };
  const down = { ...up, buttons: [1, 4, 2][button] ?? 0 };
  const fire = (type: string, init = up) => pointer.fire(element, type, spot, init);

  pointer.moveTo(spot, held);
  // A page that prevents `pointerdown` hears no mouse events of this press.
  const heard = fire('pointerdown', { ...down, detail: 0 });
  if (!heard || fire('mousedown', down)) {
    focusByPress(element);
    if (button === 0) placeCaret(spot, count);
  }
  fire('pointerup', { ...up, detail: 0 });
  if (heard) fire('mouseup');

  // The page has had its say: what was pressed may be gone, or lead somewhere else by now.
  if (!element.isConnected) return null;
  const refusal = refuse();
  if (refusal) return refusal;
  if (button === 0) {
    fire('click');
    if (count === 2) fire('dblclick');
  } else {
    if (button === 2) fire('contextmenu');
    fire('auxclick');
  }
  return null;
}
