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
    } else if (hit.localName === 'iframe') {
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
  let { x, y } = rect;
  let frame = element.ownerDocument.defaultView?.frameElement;
  // The outermost frame belongs to the panel, not to the page.
  while (frame?.ownerDocument.defaultView?.frameElement) {
    const box = contentBox(frame);
    x += box.x;
    y += box.y;
    frame = frame.ownerDocument.defaultView.frameElement;
  }
  return { x, y, width: rect.width, height: rect.height };
}

/** Where a frame's own viewport begins. */
function contentBox(frame: Element): { x: number; y: number } {
  const rect = frame.getBoundingClientRect();
  return { x: rect.x + frame.clientLeft, y: rect.y + frame.clientTop };
}
