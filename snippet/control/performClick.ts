// A press of the mouse as a real page hears it: over, move, down, focus, up, click. The one click event activates.
import type { Action, Refusal } from '../../protocol/command.ts';
import { holdCapture } from './capture.ts';
import { focusByPress } from './focus.ts';
import { extendTo, placeCaret } from './placeCaret.ts';
import { modifierKeys } from './pointer.ts';
import type { Pointer } from './pointer.ts';
import type { Spot } from './spot.ts';
import { windowOf } from './tree.ts';

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

  const capture = holdCapture(windowOf(element), (target, type) =>
    pointer.fire(target, type, spot),
  );
  pointer.moveTo(spot, held);
  // A page that prevents `pointerdown` hears no mouse events of this press.
  const heard = fire('pointerdown', { ...down, detail: 0 });
  if (!heard || fire('mousedown', down)) {
    focusByPress(element);
    if (button === 0 && held.shiftKey && count === 1) extendTo(spot);
    else if (button === 0) placeCaret(spot, count);
  }
  fire('pointerup', { ...up, detail: 0 });
  if (heard) fire('mouseup');
  capture.release();

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
