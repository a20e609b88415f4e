// Reads siblings with all that is in them into lists, in document order and one pass: what the writer then goes through by index.
// Stops after so many nodes, however large the page is; what was not reached is told.
import { namespaces } from '../../protocol/opCodes.ts';
import { nameCode, shapes } from '../../protocol/treeSum.ts';
import { needsCare } from '../privacy/plain.ts';
import { hasNoChildren, shadowOf } from './contentOf.ts';

const [HTML] = namespaces;

/** Lists of one length. What is in a node follows it. */
export interface Forest {
  readonly nodes: Node[];
  /** Nodes in the list that are in this one, itself included. */
  readonly sizes: number[];
  /** From 0 for the siblings themselves. */
  readonly depths: number[];
  /** Of its kind or name (treeSum.ts). 0: it, or something in it, is more than plain markup. */
  readonly codes: number[];
}

export interface Reading {
  isOwn(node: Node): boolean;
  /** The viewer has it: it is moved, and what is in it stays. */
  isKnown(node: Node): boolean;
  /** Not reached, and neither are its next siblings up to, and without, `end`. */
  later(node: Node, end: Node | null): void;
}

/** Parsers give up on building what lies deeper than a few hundred levels. */
const DEEPEST_PLAIN = 200;

/** Reads `first` and its siblings up to, and without, `end`: `most` nodes or a few less. */
export function readForest(
  first: Node | null,
  end: Node | null,
  most: number,
  reading: Reading,
): Forest {
  const nodes: Node[] = [];
  const sizes: number[] = [];
  const depths: number[] = [];
  const codes: number[] = [];
  const open: number[] = [];

  /** What is to be read next: what is in the node, or null. */
  function read(node: Node): Node | null {
    const at = nodes.length;
    nodes.push(node);
    sizes.push(1);
    depths.push(open.length);
    const type = node.nodeType;
    const isKnown = reading.isKnown(node);
    if (type === 3 || type === 8) {
      codes.push(isKnown ? 0 : type === 3 ? shapes.text : shapes.comment);
      if (isKnown) spoil();
      return null;
    }
    const name = type === 1 ? (node as Element).localName : '';
    const isPlain =
      type === 1 &&
      !isKnown &&
      !needsCare(name) &&
      open.length < DEEPEST_PLAIN &&
      !shadowOf(node as Element);
    codes.push(isPlain ? nameCode(name, (node as Element).namespaceURI === HTML) : 0);
    if (!isPlain) spoil();
    const inside =
      isKnown || (!isPlain && type === 1 && hasNoChildren(node as Element))
        ? null
        : node.firstChild;
    if (inside) open.push(at);
    return inside;
  }

  /** What holds something that is not plain is not plain either. */
  function spoil(): void {
    for (let i = open.length - 1; i >= 0 && codes[open[i]!] !== 0; i--) codes[open[i]!] = 0;
  }

  for (let next = first; ;) {
    while (next && (open.length > 0 || next !== end)) {
      if (nodes.length >= most) {
        reading.later(next, open.length > 0 ? null : end);
        // Cut short, it is not the whole of it.
        spoil();
        break;
      }
      const node: Node = next;
      next = reading.isOwn(node) ? null : read(node);
      next ??= node.nextSibling;
    }
    const parent = open.pop();
    if (parent === undefined) return { nodes, sizes, depths, codes };
    sizes[parent] = nodes.length - parent;
    next = nodes[parent]!.nextSibling;
  }
}
