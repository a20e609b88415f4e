// The agent's mouse as the page feels it: which elements it is over, and the events of moving, leaving and pressing.
import { modifierBits } from '../../protocol/command.ts';
import { pointerId } from './capture.ts';
import type { Spot } from './spot.ts';
import { ancestorsOf, windowOf } from './tree.ts';

export type Pointer = ReturnType<typeof createPointer>;

export const modifierKeys = (modifiers: number) => ({
  shiftKey: (modifiers & modifierBits.shift) > 0,
  ctrlKey: (modifiers & modifierBits.control) > 0,
  altKey: (modifiers & modifierBits.alt) > 0,
  metaKey: (modifiers & modifierBits.meta) > 0,
});

export function createPointer() {
  /** What the pointer is over, innermost first. */
  let over: Element[] = [];
  let last: Spot | null = null;

  /** False when the page prevented it. */
  function fire(target: Element, type: string, spot: Spot, init: PointerEventInit = {}): boolean {
    const view = windowOf(target);
    // An element in a frame that has gone meanwhile hears nothing.
    if (!view) return true;
    const travels = !/(enter|leave)$/.test(type);
    const Kind = /^(mouse|dbl)/.test(type) ? view.MouseEvent : view.PointerEvent;
    return target.dispatchEvent(
      new Kind(type, {
        bubbles: travels,
        cancelable: travels,
        composed: true,
        view,
        clientX: spot.x,
        clientY: spot.y,
        pointerId,
        pointerType: 'mouse',
        isPrimary: true,
        ...init,
      }),
    );
  }

  function both(target: Element, what: string, spot: Spot, init?: PointerEventInit): void {
    fire(target, `pointer${what}`, spot, init);
    fire(target, `mouse${what}`, spot, init);
  }

  function enter(next: Element[], spot: Spot): void {
    const from = over;
    over = next;
    if (from[0] === next[0]) return;
    if (from[0]) both(from[0], 'out', spot, { relatedTarget: next[0] ?? null });
    for (const each of from) if (!next.includes(each)) both(each, 'leave', spot);
    if (!next[0]) return;
    both(next[0], 'over', spot, { relatedTarget: from[0] ?? null });
    for (const each of next.toReversed()) if (!from.includes(each)) both(each, 'enter', spot);
  }

  return {
    fire,
    /** `mouse`: false during a press whose mouse events the page does not want. */
    moveTo(spot: Spot, init?: PointerEventInit, mouse = true): void {
      const { button, ...rest } = init ?? {};
      last = spot;
      enter(ancestorsOf(spot.element), spot);
      fire(spot.element, 'pointermove', spot, { ...rest, button: button ?? -1 });
      if (mouse) fire(spot.element, 'mousemove', spot, rest);
    },
    isOver: (element: Element) => over.includes(element),
    /** Leaves the page: no menu stays open under a pointer that is no longer there. */
    leave(): void {
      if (last) enter([], last);
      last = null;
    },
  };
}

/** False when the page has taken the wheel for itself. */
export function wheel({ element, x, y }: Spot, deltaX: number, deltaY: number): boolean {
  const view = windowOf(element);
  const where = { clientX: x, clientY: y, view, bubbles: true, cancelable: true, composed: true };
  return element.dispatchEvent(new view.WheelEvent('wheel', { ...where, deltaX, deltaY }));
}
