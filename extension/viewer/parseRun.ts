// A run of siblings that came as HTML: parsed into a document in which nothing runs or loads, compared with the sum of what was sent, and
// screened in place. It is never written as HTML again.
import { namespaces } from '../../protocol/opCodes.ts';
import type { TextFix } from '../../protocol/opCodes.ts';
import { nameCode, sumNode } from '../../protocol/treeSum.ts';
import { isHarmless, isHarmlessName, screenAttribute, screenElement, tellAsked } from './screen.ts';
import type { ScreenContext } from './screen.ts';

export interface ParsedRun {
  /** Holds the siblings. */
  readonly content: DocumentFragment;
  /** All nodes in document order. */
  readonly nodes: readonly Node[];
}

/** A document that nobody sees, in which nothing runs or loads: one for all, since to make one costs more than most runs. */
const inert = document.implementation.createHTMLDocument();

/** As what stands in a division: browsers have a parser for that which is several times as fast as the one that takes everything. */
function parseInside(text: string): DocumentFragment {
  const division = inert.createElement('div');
  division.innerHTML = text;
  const range = inert.createRange();
  range.selectNodeContents(division);
  return range.extractContents();
}

/** As what may stand anywhere: rows without a table, forms in a form. */
function parseAnywhere(text: string): DocumentFragment {
  const template = inert.createElement('template');
  template.innerHTML = text;
  return template.content;
}

const startsInTable = /^(?:[^<]|<!---->)*<(?:caption|col(?:group)?|t(?:body|d|foot|h|head|r))[\s>]/;

/** Null when it is not the tree that was sent, or holds what may not be in a run. */
export function parseRun(
  text: string,
  count: number,
  sum: number,
  fixes: readonly TextFix[],
  deepest: number,
  context: ScreenContext,
): ParsedRun | null {
  const check = (content: DocumentFragment) =>
    checkRun(content, count, sum, fixes, deepest, context);
  return (!startsInTable.test(text) && check(parseInside(text))) || check(parseAnywhere(text));
}

function checkRun(
  content: DocumentFragment,
  count: number,
  sum: number,
  fixes: readonly TextFix[],
  deepest: number,
  context: ScreenContext,
): ParsedRun | null {
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
      // A form's field called as a property leads in a circle.
      if (node === content || depth < 0) return false;
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
    const name = parsedName(node.nodeName);
    found = sumNode(found, name.code, depth);
    if (name.isElement && !screen(node as Element, name, context)) return null;
    nodes.push(node);
  }
  return next() || found !== sum ? null : { content, nodes };
}

/** What a name says about an element or text that a parser made: HTML's names are in capitals, those of SVG and MathML are not. */
interface ParsedName {
  readonly code: number;
  readonly isElement: boolean;
  /** The namespaces in which an element may stand here under its own name. */
  readonly mayStandIn: readonly string[];
}
const parsedNames = new Map<string, ParsedName>();
const MOST_NAMES = 4096;

function parsedName(nodeName: string): ParsedName {
  let known = parsedNames.get(nodeName);
  if (known) return known;
  const isHtml = /^[A-Z][^a-z]*$/.test(nodeName);
  const name = isHtml ? nodeName.toLowerCase() : nodeName;
  const mayStandIn = namespaces.filter(
    (namespace) =>
      (namespace === namespaces[0]) === isHtml &&
      !/^(iframe|template|style)$/.test(name) &&
      screenElement(namespace, name).name === name,
  );
  // No parser takes that sign into a name of an element.
  const isElement = !nodeName.startsWith('#');
  known = { code: nameCode(nodeName), isElement, mayStandIn };
  if (parsedNames.size < MOST_NAMES) parsedNames.set(nodeName, known);
  return known;
}

const { hasAttributes, getAttributeNames: namesOf, getAttribute: valueOf } = Element.prototype;
const namespaceOf = Object.getOwnPropertyDescriptor(Element.prototype, 'namespaceURI')!.get!;

/** False for an element that would have to be another one here: it is asked for node by node. */
function screen(element: Element, { mayStandIn }: ParsedName, context: ScreenContext): boolean {
  if (mayStandIn.length === 0 || !mayStandIn.includes(namespaceOf.call(element) ?? ''))
    return false;
  // By the platform's own methods: a form's field may be called as one of them.
  if (!hasAttributes.call(element)) return true;
  // Names alone: to hand out an attribute as an object, a browser makes one that stays.
  for (const name of namesOf.call(element)) {
    if (name !== 'id' && isHarmlessName(name)) continue;
    const value = valueOf.call(element, name)!;
    if (isHarmless(name, value)) continue;
    const kept = screenAttribute(element.localName, name, value, context);
    tellAsked(element, name, value);
    if (kept === null) element.removeAttribute(name);
    else if (kept.value !== value) element.setAttribute(name, kept.value);
  }
  return true;
}
