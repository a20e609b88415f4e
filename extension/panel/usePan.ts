// Moves the page within its pane: dragged with the middle button, or with Space held down. A press that does not move stays what it was.
import { useLayoutEffect } from 'preact/hooks';
import type { RefObject } from 'preact';

/** CSS pixels; less is a press. */
const LEAST_DRAG = 4;
const typed = 'input, select, textarea, button, summary, [role=radio]';

/** `writes`: the keyboard goes to the customer's page, and Space with it. */
export function usePan(pane: RefObject<HTMLElement | null>, writes: () => boolean): void {
  useLayoutEffect(() => {
    const element = pane.current!;
    const ending = new AbortController();
    const { signal } = ending;
    let isHeld = false;
    /** `left` and `top`: where the pane would be scrolled to with the pointer at nothing. */
    let drag: {
      id: number;
      x: number;
      y: number;
      left: number;
      top: number;
      moving: boolean;
    } | null = null;

    const hold = (held: boolean) => {
      isHeld = held;
      element.toggleAttribute('data-pan', held || !!drag?.moving);
    };
    const canScroll = () =>
      element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;

    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== ' ' || event.ctrlKey || event.metaKey || event.altKey) return;
        const { target } = event;
        const isSink = target instanceof Element && target.matches('.sink');
        if (isSink ? writes() : target instanceof Element && target.matches(typed)) return;
        if (!canScroll()) return;
        event.preventDefault();
        hold(true);
      },
      { signal, capture: true },
    );
    document.addEventListener('keyup', (event) => event.key === ' ' && hold(false), { signal });
    window.addEventListener('blur', () => hold(false), { signal });

    element.addEventListener(
      'pointerdown',
      (event) => {
        if (!canScroll() || !(event.button === 1 || (event.button === 0 && isHeld))) return;
        const { clientX: x, clientY: y } = event;
        const [left, top] = [element.scrollLeft + x, element.scrollTop + y];
        drag = { id: event.pointerId, x, y, left, top, moving: false };
        if (!isHeld) return;
        event.stopPropagation();
        event.preventDefault();
      },
      { signal, capture: true },
    );
    element.addEventListener(
      'pointermove',
      (event) => {
        if (drag?.id !== event.pointerId) return;
        const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
        if (!drag.moving && Math.hypot(dx, dy) < LEAST_DRAG) return;
        if (!drag.moving) element.setPointerCapture(event.pointerId);
        element.scrollTo({
          left: drag.left - event.clientX,
          top: drag.top - event.clientY,
          behavior: 'instant',
        });
        drag.moving = true;
        event.stopPropagation();
        element.toggleAttribute('data-pan', true);
      },
      { signal, capture: true },
    );
    let wasMoved = false;
    const stop = (event: PointerEvent) => {
      if (drag?.id !== event.pointerId) return;
      wasMoved = drag.moving || isHeld;
      drag = null;
      hold(isHeld);
    };
    for (const type of ['pointerup', 'pointercancel'] as const)
      element.addEventListener(type, stop, { signal, capture: true });
    // On some systems the middle button pastes into what has the focus, which then scrolls to itself.
    element.addEventListener('mouseup', (event) => wasMoved && event.preventDefault(), {
      signal,
      capture: true,
    });
    // What ends a move is no press on the page.
    for (const type of ['click', 'auxclick'] as const)
      element.addEventListener(
        type,
        (event) => {
          if (wasMoved) event.stopPropagation();
          wasMoved = false;
        },
        { signal, capture: true },
      );
    return () => ending.abort();
  }, []);
}
