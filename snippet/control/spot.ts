// From a place to the element that is really there, and the point in its own document. The snippet's own interface is
// looked through; what lies over the named node without belonging to it gets nothing.
import type { NodeId } from '../../protocol/ids.ts';
import { NO_NODE } from '../../protocol/ids.ts';
import type { Place } from '../../protocol/place.ts';
import type { NodeIds } from '../mirror/nodeIds.ts';
import { shownByHover } from './shownByHover.ts';
import { ancestorsOf, frameDocumentOf } from './tree.ts';

export interface Spot {
  readonly element: Element;
  /** CSS pixels of the viewport of the element's own document. */
  readonly x: number;
  readonly y: number;
}

/** The live element of a node id: null once it has left the page, or its frame has. */
export function elementOf(id: NodeId, ids: NodeIds): Element | null {
  const node = ids.nodeOf(id);
  if (!node?.isConnected || !(node.ownerDocument ?? (node as Document)).defaultView) return null;
  if (node.nodeType === 9) return (node as Document).documentElement;
  return node.nodeType === 1 ? (node as Element) : (node.parentElement ?? null);
}

function topmost(
  root: DocumentOrShadowRoot,
  x: number,
  y: number,
  isOwn: (node: Node) => boolean,
): Spot | null {
  const element = root.elementsFromPoint(x, y).find((each) => !isOwn(each));
  if (!element) return null;
  if (element.shadowRoot && element.shadowRoot !== root) {
    const inner = topmost(element.shadowRoot, x, y, isOwn);
    if (inner && ancestorsOf(inner.element).includes(element)) return inner;
  }
  const framed = frameDocumentOf(element);
  if (framed) {
    const box = element.getBoundingClientRect();
    const left = box.left + element.clientLeft;
    const top = box.top + element.clientTop;
    return topmost(framed, x - left, y - top, isOwn) ?? { element, x, y };
  }
  return { element, x, y };
}

export function spotOf(
  place: Place,
  ids: NodeIds,
  page: {
    readonly window: Window;
    readonly isOwn: (node: Node) => boolean;
    /** The agent's mouse is over it. */
    readonly isPointedAt: (element: Element) => boolean;
  },
): Spot | null {
  if (place.node === NO_NODE) {
    const { document, innerWidth, innerHeight } = page.window;
    const [x, y] = [place.x * innerWidth, place.y * innerHeight];
    return topmost(document, x, y, page.isOwn) ?? { element: document.documentElement, x, y };
  }
  const element = elementOf(place.node, ids);
  if (!element) return null;
  const box = element.getBoundingClientRect();
  if (box.width === 0 && box.height === 0) {
    // What is not drawn cannot have been meant: the page has put it away since the agent looked, unless it is the mouse that shows it.
    const around = shownByHover(element);
    if (!around || !page.isPointedAt(around)) return null;
    const { left, top, width, height } = around.getBoundingClientRect();
    return { element, x: left + width / 2, y: top + height / 2 };
  }
  const x = box.left + place.x * box.width;
  const y = box.top + place.y * box.height;
  const hit = topmost(element.getRootNode() as Document | ShadowRoot, x, y, page.isOwn);
  const belongs =
    hit &&
    ancestorsOf(hit.element, true).some(
      (each) => each === element || (each as HTMLLabelElement).control === element,
    );
  return belongs ? hit : { element, x, y };
}
