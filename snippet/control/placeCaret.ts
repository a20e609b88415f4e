// Caret and selection under a press, in fields, editable text and the page's own text, as a mouse makes them.
import { isEditable, isTextField } from './fields.ts';
import type { TextField } from './fields.ts';
import type { Spot } from './spot.ts';
import { wordAround } from './textSteps.ts';
import { hasFocus, windowOf } from './tree.ts';

interface Point {
  readonly node: Node;
  readonly offset: number;
}

function pointAt({ element, x, y }: Spot): Point | null {
  const { ownerDocument } = element;
  const roots: ShadowRoot[] = [];
  for (
    let root = element.getRootNode();
    'host' in root;
    root = (root as ShadowRoot).host.getRootNode()
  )
    roots.push(root as ShadowRoot);
  const at = ownerDocument.caretPositionFromPoint?.(x, y, { shadowRoots: roots });
  return at?.offsetNode ? { node: at.offsetNode, offset: at.offset } : null;
}

function offsetIn(field: TextField, spot: Spot): number {
  const at = pointAt(spot);
  if (at?.node === field) return at.offset;
  // One browser names the text inside the field, which nobody else can see.
  if (at && at.node.nodeType === 3 && at.node.getRootNode() !== field.getRootNode())
    return at.offset;
  return field.value.length;
}

/** `count`: 2 takes the word, 3 the line. */
export function placeCaret(spot: Spot, count: number): void {
  const { element } = spot;
  if (isTextField(element)) {
    if (!hasFocus(element) || element.selectionStart === null) return;
    const at = offsetIn(element, spot);
    const [start, end] =
      count === 1
        ? [at, at]
        : count === 2
          ? wordAround(element.value, at)
          : lineAround(element.value, at);
    element.setSelectionRange(start, end);
    return;
  }
  const selection = element.ownerDocument.getSelection();
  const at = pointAt(spot);
  if (!selection || !at) return;
  if (!isEditable(element) && windowOf(element).getComputedStyle(element).userSelect === 'none')
    return;
  selection.collapse(at.node, at.offset);
  if (count === 1) return;
  const unit = count === 2 ? 'word' : isEditable(element) ? 'lineboundary' : 'paragraphboundary';
  try {
    selection.modify('move', 'backward', unit);
    selection.modify('extend', 'forward', unit);
  } catch {
    selection.modify('move', 'backward', 'lineboundary');
    selection.modify('extend', 'forward', 'lineboundary');
  }
}

function lineAround(text: string, at: number): [number, number] {
  const end = text.indexOf('\n', at);
  return [text.lastIndexOf('\n', at - 1) + 1, end < 0 ? text.length : end];
}

/** Shift and a press, or a press that moves: from where the selection began to here. */
export function extendTo(spot: Spot, from: Spot = spot): void {
  const { element } = from;
  if (isTextField(element)) {
    if (!hasFocus(element) || element.selectionStart === null) return;
    const to = offsetIn(element, spot);
    const { selectionStart, selectionEnd, selectionDirection } = element;
    const anchor = selectionDirection === 'backward' ? selectionEnd! : selectionStart;
    element.setSelectionRange(
      Math.min(anchor, to),
      Math.max(anchor, to),
      to < anchor ? 'backward' : 'forward',
    );
    return;
  }
  const at = pointAt(spot);
  const selection = element.ownerDocument.getSelection();
  if (!at || !selection?.anchorNode || at.node.ownerDocument !== element.ownerDocument) return;
  if (!isEditable(element) && windowOf(element).getComputedStyle(element).userSelect === 'none')
    return;
  selection.extend(at.node, at.offset);
}
