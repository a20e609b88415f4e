// What the customer has selected, shown without the focus: ranges of a page's text are highlighted in the page; the caret and what is selected
// in a field are told as boxes, for the panel to draw.
import { boxOf, offsetOf } from './geometry.ts';
import type { Box } from './geometry.ts';
import { fieldSelection } from './fieldSelection.ts';

/** As `ownStyle.ts` paints it. */
export const HIGHLIGHT = 'alongside-selection';

export interface End {
  readonly node: Node;
  readonly offset: number;
}

interface HighlightView extends Window {
  readonly CSS: { readonly highlights?: Map<string, unknown> };
  readonly Highlight?: new (range: Range) => unknown;
}

export function createCustomerSelection() {
  let field: HTMLInputElement | HTMLTextAreaElement | null = null;
  let selected: readonly [number, number] = [0, 0];
  /** Measured for this, and again when it is another. */
  let measured = '';
  let boxes: readonly Box[] = [];
  let range: Range | null = null;
  let highlighted: HighlightView | null = null;

  function clearPage(): void {
    highlighted?.CSS.highlights?.delete(HIGHLIGHT);
    highlighted = range = null;
  }

  function inField(): readonly Box[] {
    if (!field?.isConnected) return [];
    const { value, clientWidth, clientHeight, scrollLeft, scrollTop } = field;
    const now = `${selected} ${clientWidth} ${clientHeight} ${scrollLeft} ${scrollTop} ${value}`;
    if (now !== measured) {
      measured = now;
      boxes = fieldSelection(field, ...selected);
    }
    const outer = boxOf(field);
    return outer ? boxes.map((box) => ({ ...box, x: box.x + outer.x, y: box.y + outer.y })) : [];
  }

  function caretInPage(): readonly Box[] {
    if (!range?.collapsed || !range.startContainer.isConnected) return [];
    const node = range.startContainer;
    const [rect] = range.getClientRects();
    const offset = offsetOf(node);
    if (rect)
      return [{ x: rect.x + offset.x, y: rect.y + offset.y, width: 0, height: rect.height }];
    // In a line without text there is nothing to measure but what holds it.
    const held = node.childNodes[range.startOffset] ?? node;
    const box = boxOf(held.nodeName === 'BR' ? node : held);
    const line = box && Math.min(box.height, 24);
    return box && line ? [{ x: box.x, y: box.y, width: 0, height: line }] : [];
  }

  return {
    field(element: Element, now: readonly [number, number] | null): void {
      if (now) {
        field = element as HTMLInputElement;
        selected = now;
        measured = '';
      } else if (field === element) field = null;
    },
    page(anchor: End | null, focus: End | null): void {
      clearPage();
      const document = anchor?.node.ownerDocument;
      if (!anchor || !focus || !document || document !== focus.node.ownerDocument) return;
      range = document.createRange();
      range.setStart(anchor.node, within(anchor));
      range.setEnd(anchor.node, within(anchor));
      const { node } = focus;
      // Setting one end beyond the other would move both.
      if (range.comparePoint(node, within(focus)) < 0) range.setStart(node, within(focus));
      else range.setEnd(node, within(focus));
      if (range.collapsed) return;
      const view = document.defaultView as HighlightView | null;
      if (!view?.Highlight || !view.CSS.highlights) return;
      view.CSS.highlights.set(HIGHLIGHT, new view.Highlight(range));
      highlighted = view;
    },
    /** In CSS pixels of the outermost frame's viewport. A caret has no width. */
    boxes: (): readonly Box[] => [...inField(), ...caretInPage()],
    clear(): void {
      clearPage();
      field = null;
    },
  };
}

/** The mirror's node may hold less than the customer's does. */
function within({ node, offset }: End): number {
  const length = node.nodeType === 3 ? (node as Text).length : node.childNodes.length;
  return Math.min(offset, length);
}
