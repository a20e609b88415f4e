// Scrolls the innermost scroller at an element that can still move that way, up to the page itself.
import { ancestorsOf, windowOf } from './tree.ts';

function canMove(element: Element, dx: number, dy: number): boolean {
  const isPage = element === element.ownerDocument.scrollingElement;
  const style = windowOf(element).getComputedStyle(element);
  const scrolls = (overflow: string) =>
    isPage ? overflow !== 'hidden' : /auto|scroll/.test(overflow);
  const room = (at: number, size: number, seen: number, by: number) =>
    by < 0 ? at > 0 || (at <= 0 && size + at > seen) : by > 0 && Math.ceil(at + seen) < size;
  return (
    (scrolls(style.overflowX) &&
      room(element.scrollLeft, element.scrollWidth, element.clientWidth, dx)) ||
    (scrolls(style.overflowY) &&
      room(element.scrollTop, element.scrollHeight, element.clientHeight, dy))
  );
}

export function performScroll(element: Element, dx: number, dy: number): void {
  const scroller = ancestorsOf(element, true).find((each) => canMove(each, dx, dy));
  scroller?.scrollBy({ left: dx, top: dy, behavior: 'instant' });
}
