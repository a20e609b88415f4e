// Where the customer's caret or selection stands within a field. No browser draws it in a field without the focus, and what a field holds has no
// places that could be asked for: its text is laid out once more beside it, measured, and taken away before anything is drawn.
import type { Box } from './geometry.ts';

/** What decides where the letters of a field stand. */
const copied = [
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'font-stretch',
  'font-kerning',
  'font-variant-ligatures',
  'font-variant-caps',
  'font-variant-numeric',
  'font-feature-settings',
  'font-variation-settings',
  'letter-spacing',
  'word-spacing',
  'text-indent',
  'text-transform',
  'text-align',
  'direction',
  'line-height',
  'tab-size',
  'overflow-wrap',
  'word-break',
] as const;
/** Takes no room and breaks no line. */
const MARKER = '\u2060';

/** `start` and `end` count as in the field's value. The boxes are relative to the field's border box, and not beyond what it shows. */
export function fieldSelection(
  field: HTMLInputElement | HTMLTextAreaElement,
  start: number,
  end: number,
): Box[] {
  const document = field.ownerDocument;
  const view = document.defaultView;
  const outer = document.documentElement;
  if (!view || !outer || field.offsetWidth === 0) return [];
  const style = view.getComputedStyle(field);
  const isLine = field.localName === 'input';
  const side = (name: string) => parseFloat(style.getPropertyValue(name)) || 0;
  const [left, top] = [side('padding-left'), side('padding-top')];
  // By the borders, since Firefox counts a line's padding as its border; but a text area's scrollbar takes room.
  const shown = {
    x: side('border-left-width'),
    y: side('border-top-width'),
    width: isLine
      ? field.offsetWidth - side('border-left-width') - side('border-right-width')
      : field.clientWidth,
    height: isLine
      ? field.offsetHeight - side('border-top-width') - side('border-bottom-width')
      : field.clientHeight,
  };
  const width = shown.width - left - side('padding-right');
  const height = shown.height - top - side('padding-bottom');

  const probe = document.createElement('div');
  const set = (name: string, value: string) => probe.style.setProperty(name, value, 'important');
  probe.style.cssText = 'all: initial !important';
  for (const name of copied) set(name, style.getPropertyValue(name));
  set('position', 'fixed');
  set('visibility', 'hidden');
  set('left', '0');
  set('top', '0');
  set('width', `${width}px`);
  set('white-space', isLine ? 'pre' : style.whiteSpace);
  const { value } = field;
  const marker = document.createElement('span');
  marker.textContent = MARKER;
  const before = document.createTextNode(value.slice(0, start));
  const between = document.createTextNode(value.slice(start, end));
  probe.append(before, start === end ? marker : between, value.slice(end), '\u200b');
  outer.append(probe);
  const origin = probe.getBoundingClientRect();
  const range = document.createRange();
  range.selectNode(start === end ? marker : between);
  const rects = [...range.getClientRects()];
  probe.remove();

  const x = shown.x + left - field.scrollLeft;
  const y = shown.y + top - field.scrollTop + (isLine ? (height - origin.height) / 2 : 0);
  return (
    rects
      // Where a line is broken at a space, the space has a place and no size.
      .filter((rect, at) => (start === end ? at === 0 : rect.width > 0))
      .map((rect) => ({
        x: x + rect.x - origin.x,
        y: y + rect.y - origin.y,
        width: rect.width,
        height: rect.height,
      }))
      .flatMap((box) => within(box, shown))
  );
}

/** The part of a box that the field shows. */
function within(box: Box, shown: Box): Box[] {
  const x = Math.max(box.x, shown.x);
  const y = Math.max(box.y, shown.y);
  const width = Math.min(box.x + box.width, shown.x + shown.width) - x;
  const height = Math.min(box.y + box.height, shown.y + shown.height) - y;
  return width >= 0 && height > 0 ? [{ x, y, width, height }] : [];
}
