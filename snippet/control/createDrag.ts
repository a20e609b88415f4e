// A press that moves before it is let go: moves what the page moves by pointer, drags what is draggable, slides ranges, selects text.
// Each phase is a command of its own; the press never outlives its grant.
import type { Action, Refusal } from '../../protocol/command.ts';
import { holdCapture } from './capture.ts';
import type { Capture } from './capture.ts';
import { createDataDrag } from './createDataDrag.ts';
import type { DataDrag } from './createDataDrag.ts';
import { isInput } from './fields.ts';
import type { Later } from './later.ts';
import { focusByPress } from './focus.ts';
import { placeCaret, extendTo } from './placeCaret.ts';
import { modifierKeys } from './pointer.ts';
import type { Pointer } from './pointer.ts';
import { slideTo, slideEnds } from './slide.ts';
import type { Spot } from './spot.ts';
import { ancestorsOf, windowOf } from './tree.ts';

type DragAction = Extract<Action, { type: 'drag' }>;

export interface Drag {
  perform(spot: Spot, action: DragAction, refuse: () => Refusal | null): Refusal | null;
  cancel(): void;
}

interface Press {
  readonly from: Spot;
  readonly capture: Capture;
  /** The page prevented the mouse events of this press, or what the browser makes of it. */
  readonly heard: boolean;
  readonly plain: boolean;
  last: Spot;
  data: DataDrag | null;
  moved: boolean;
}

export function createDrag(pointer: Pointer, later: Later): Drag {
  let press: Press | null = null;

  function start(spot: Spot, held: PointerEventInit): void {
    const { element } = spot;
    const capture = holdCapture(windowOf(element), (target, type) =>
      pointer.fire(target, type, spot),
    );
    const down = { ...held, button: 0, buttons: 1 };
    pointer.moveTo(spot, held);
    const heard = pointer.fire(element, 'pointerdown', spot, { ...down, detail: 0 });
    const plain = !heard || pointer.fire(element, 'mousedown', spot, { ...down, detail: 1 });
    press = { from: spot, capture, heard, plain, last: spot, data: null, moved: false };
    if (!plain) return;
    focusByPress(element);
    if (isInput(element, 'range')) slideTo(element, spot);
    else if (held.shiftKey) extendTo(spot);
    else placeCaret(spot, 1);
  }

  /** Where its events go: to what has captured it, else to what is there. */
  const targetOf = (held: Press, spot: Spot): Spot => {
    const captured = held.capture.target();
    return captured ? { ...spot, element: captured } : spot;
  };

  function move(held: Press, spot: Spot, keys: PointerEventInit): void {
    held.last = spot;
    if (held.data) return held.data.over(spot);
    const first = !held.moved;
    held.moved = true;
    const { element } = held.from;
    if (first && held.plain && element.isConnected) {
      held.data = createDataDrag(held.from, pointer, later);
      if (held.data) return held.data.over(spot);
    }
    pointer.moveTo(targetOf(held, spot), { ...keys, buttons: 1, button: -1 }, held.heard);
    if (!held.plain) return;
    if (isInput(element, 'range')) slideTo(element, spot);
    else extendTo(spot, held.from);
  }

  function end(held: Press, spot: Spot, keys: PointerEventInit, refuse: () => Refusal | null) {
    press = null;
    if (held.data) {
      held.data.drop(spot);
      held.capture.release();
      return null;
    }
    const target = targetOf(held, spot);
    const up = { ...keys, button: 0, buttons: 0 };
    pointer.fire(target.element, 'pointerup', target, { ...up, detail: 0 });
    if (held.heard) pointer.fire(target.element, 'mouseup', target, { ...up, detail: 1 });
    const captured = held.capture.target();
    held.capture.release();
    if (isInput(held.from.element, 'range')) slideEnds(held.from.element);
    // The click goes to what both ends of the press have in common.
    const around = ancestorsOf(captured ?? spot.element);
    const common = ancestorsOf(held.from.element).find((each) => around.includes(each));
    if (!common?.isConnected) return null;
    // It was let through where it began; where it ends, it is asked again, and let go without a click.
    if (refuse() === null) pointer.fire(common, 'click', spot, { ...up, detail: 1 });
    return null;
  }

  function cancel(): void {
    const held = press;
    press = null;
    if (!held) return;
    if (held.data) held.data.cancel();
    else pointer.fire(targetOf(held, held.last).element, 'pointercancel', held.last);
    if (isInput(held.from.element, 'range')) slideEnds(held.from.element);
    held.capture.release();
  }

  return {
    perform(spot, { phase, modifiers }, refuse) {
      const keys = modifierKeys(modifiers);
      if (phase === 'start') {
        cancel();
        start(spot, keys);
        return null;
      }
      // The customer has pressed meanwhile, or the grant was another: nothing is held any more.
      if (!press) return phase === 'cancel' ? null : 'customerActive';
      if (phase === 'cancel') cancel();
      else if (phase === 'move') move(press, spot, keys);
      else {
        move(press, spot, keys);
        return end(press, spot, keys, refuse);
      }
      return null;
    },
    cancel,
  };
}
