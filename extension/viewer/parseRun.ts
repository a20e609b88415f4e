// A run of siblings that came as HTML: parsed into a document in which nothing runs or loads, compared with the sum of what was sent, and
// screened in place. It is never written as HTML again.
import { namespaces } from '../../protocol/opCodes.ts';
import type { TextFix } from '../../protocol/opCodes.ts';
import { nameCode, shapes, sumNode } from '../../protocol/treeSum.ts';
import { isHarmless, screenAttribute, screenElement, tellAsked, tellHref } from './screen.ts';
import type { ScreenContext } from './screen.ts';

export interface ParsedRun {
  /** Holds the siblings. */
  readonly content: DocumentFragment;
  /** All nodes in document order. */
  readonly nodes: readonly Node[];
}

/** Null when it is not the tree that was sent, or holds what may not be in a run. */
export function parseRun(
  text: string,
  count: number,
  sum: number,
  fixes: readonly TextFix[],
  deepest: number,
  context: ScreenContext,
): ParsedRun | null {
  const content = new DOMParser()
    .parseFromString(`<!doctype html><template>${text}`, 'text/html')
    .querySelector('template')!.content;
  const nodes: Node[] = [];
  let node: Node = content;
  let depth = -1;
  let found = 0;
  let fixed = 0;

  function next(): boolean {
    const child = node.firstChild;
    if (child) {
      depth++;
      node = child;
      return true;
    }
    for (;;) {
      if (node === content) return false;
      const sibling = node.nextSibling;
      if (sibling) {
        node = sibling;
        return true;
      }
      node = node.parentNode!;
      depth--;
    }
  }

  /** An empty text comes next in document order, as a child of what is open at that depth. */
  function insertEmpty(at: number): boolean {
    const empty = content.ownerDocument.createTextNode('');
    if (at > depth + 1 || at < 0) return false;
    if (at === depth + 1) node.insertBefore(empty, node.firstChild);
    else {
      for (; depth > at; depth--) node = node.parentNode!;
      node.parentNode!.insertBefore(empty, node.nextSibling);
    }
    node = empty;
    depth = at;
    return true;
  }

  while (nodes.length < count) {
    const fix = fixes[fixed]?.at === nodes.length ? fixes[fixed++]! : null;
    if (fix && 'emptyAtDepth' in fix) {
      if (!insertEmpty(fix.emptyAtDepth)) return null;
    } else {
      if (!next() || depth > deepest) return null;
      if (fix) {
        if (node.nodeType !== 3 || (node as Text).length < fix.splitAt) return null;
        (node as Text).splitText(fix.splitAt);
      }
    }
    const code = codeOf(node);
    if (code === 0) return null;
    found = sumNode(found, code, depth);
    if (node.nodeType === 1 && !screen(node as Element, context)) return null;
    nodes.push(node);
  }
  return next() || found !== sum ? null : { content, nodes };
}

function codeOf(node: Node): number {
  if (node.nodeType === 1) {
    const { localName, namespaceURI } = node as Element;
    return nameCode(localName, namespaceURI === namespaces[0]);
  }
  if (node.nodeType === 3) return shapes.text;
  return node.nodeType === 8 ? shapes.comment : 0;
}

/** False for an element that would have to be another one here: it is asked for node by node. */
function screen(element: Element, context: ScreenContext): boolean {
  const { namespaceURI, localName } = element;
  const screened = screenElement(namespaceURI ?? '', localName);
  if (screened.name !== localName || /^(iframe|template|style)$/.test(localName)) return false;
  const { attributes } = element;
  for (let i = attributes.length - 1; i >= 0; i--) {
    const { name, value } = attributes[i]!;
    if (isHarmless(name, value)) continue;
    const kept = screenAttribute(localName, name, value, context);
    if (/href$/i.test(name)) tellHref(element, value);
    else tellAsked(element, name, value);
    if (kept === null) element.removeAttribute(name);
    else if (kept.value !== value) element.setAttribute(name, kept.value);
  }
  return true;
}
