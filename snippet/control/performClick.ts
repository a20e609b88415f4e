// A press of the mouse as a real page hears it: over, move, down, focus, up, click. The one click event activates.
import type { Action, Refusal } from '../../protocol/command.ts';
import { isEditable, isTextField } from './fields.ts';
import { focusByPress } from './focus.ts';
import { modifierKeys } from './pointer.ts';
import type { Pointer } from './pointer.ts';
import type { Spot } from './spot.ts';
import { hasFocus } from './tree.ts';

function placeCaret({ element, x, y }: Spot, count: number): void {
  const { ownerDocument } = element;
  const at = ownerDocument.caretPositionFromPoint?.(x, y);
  const selection = ownerDocument.getSelection();
  if (isTextField(element)) {
    if (!hasFocus(element) || element.selectionStart === null) return;
    const offset = at?.offsetNode === element ? at.offset : element.value.length;
    element.setSelectionRange(offset, offset);
  } else if (isEditable(element) && at) selection?.collapse(at.offsetNode, at.offset);
  else return;
  if (count === 1) return;
  const unit = count === 2 ? 'word' : 'lineboundary';
  selection?.modify('move', 'backward', unit);
  selection?.modify('extend', 'forward', unit);
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
