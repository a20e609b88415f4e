// Where a node is drawn, in CSS pixels of the top window's viewport, through same-origin frames.

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Null when the node is not drawn. */
export function boxOf(node: Node): Box | null {
  const page = node.ownerDocument;
  if (!page || !node.isConnected) return null;
  const drawn = node.nodeType === 1 ? (node as Element) : page.createRange();
  if ('selectNode' in drawn) drawn.selectNode(node);
  if (drawn.getClientRects().length === 0) return null;
  const { x, y, width, height } = drawn.getBoundingClientRect();
  const frame = page.defaultView?.frameElement;
  if (!frame || page === document) return { x, y, width, height };
  const outer = boxOf(frame);
  return (
    outer && { x: outer.x + frame.clientLeft + x, y: outer.y + frame.clientTop + y, width, height }
  );
}
