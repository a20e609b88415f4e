// Where things are in the frame, in CSS pixels of its own viewport: into shadow roots, and through nested frames.

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The innermost element at a point of `document`'s viewport. */
export function elementAt(document: Document, x: number, y: number): Element | null {
  let root: Document | ShadowRoot = document;
  let found: Element | null = null;
  for (;;) {
    const hit: Element | null = root.elementFromPoint(x, y);
    if (!hit || hit === found) return found;
    found = hit;
    if (hit.shadowRoot) {
      root = hit.shadowRoot;
    } else if (/^i?frame$/.test(hit.localName)) {
      const inner: Document | null = (hit as HTMLIFrameElement).contentDocument;
      if (!inner) return hit;
      const box = contentBox(hit);
      x -= box.x;
      y -= box.y;
      root = inner;
    } else return hit;
  }
}

/** The border box of a node's element, in the outermost frame's viewport; null when it is not drawn. */
export function boxOf(node: Node): Box | null {
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
  if (!element?.isConnected) return null;
  const rect = element.getBoundingClientRect();
  if (rect.width === 0 && rect.height === 0) return null;
  const { x, y } = offsetOf(element);
  return { x: x + rect.x, y: y + rect.y, width: rect.width, height: rect.height };
}

/** Where the viewport of a node's document begins in that of the outermost frame. */
export function offsetOf(node: Node): { x: number; y: number } {
  let [x, y] = [0, 0];
  let frame = node.ownerDocument?.defaultView?.frameElement;
  // The outermost frame belongs to the panel, not to the page.
  while (frame?.ownerDocument.defaultView?.frameElement) {
    const box = contentBox(frame);
    x += box.x;
    y += box.y;
    frame = frame.ownerDocument.defaultView.frameElement;
  }
  return { x, y };
}

/** Where a frame's own viewport begins. */
function contentBox(frame: Element): { x: number; y: number } {
  const rect = frame.getBoundingClientRect();
  return { x: rect.x + frame.clientLeft, y: rect.y + frame.clientTop };
}
