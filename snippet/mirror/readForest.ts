// Reads siblings with all that is in them into lists, in document order and one pass: what the writer then goes through by index.
// Stops after so many nodes, however large the page is; what was not reached is told. The hottest loop of the mirror: a node is asked
// for its name, its first child and its next sibling, and for little else.
import { hasNoChildren, shadowOf } from './contentOf.ts';
import { nameInfo } from './nameInfo.ts';

/** Lists of one length. What is in a node follows it. */
export interface Forest {
  readonly nodes: Node[];
  /** Nodes in the list that are in this one, itself included. */
  readonly sizes: number[];
  /** From 0 for the siblings themselves. */
  readonly depths: number[];
  /** Of its name (treeSum.ts). 0: it, or something in it, is more than plain markup. */
  readonly codes: number[];
}

export interface Reading {
  isOwn(node: Node): boolean;
  /** The viewer has it: it is moved, and what is in it stays. */
  isKnown(node: Node): boolean;
  /** Not reached, and neither are its next siblings. */
  later(node: Node): void;
}

/** By the platform's own getter. */
const behindFields = (form: Node, name: 'firstChild' | 'nextSibling'): Node | null =>
  Reflect.get(Node.prototype, name, form) as Node | null;

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
  const forms = new Set<number>();
  const spoil = () => {
    for (let i = open.length - 1; i >= 0 && codes[open[i]!] !== 0; i--) codes[open[i]!] = 0;
  };

  for (let next = first; ;) {
    while (next && (open.length > 0 || next !== end)) {
      const node: Node = next;
      if (nodes.length >= most) {
        reading.later(node);
        // Cut short, it is not the whole of it.
        spoil();
        break;
      }
      const info = nameInfo(node.nodeName);
      if (info.hasHyphen && reading.isOwn(node)) {
        next = node.nextSibling;
        continue;
      }
      const at = nodes.length;
      const isKnown = reading.isKnown(node);
      const isPlain =
        info.isPlain &&
        !isKnown &&
        open.length < DEEPEST_PLAIN &&
        !(info.mayHost && shadowOf(node as Element));
      nodes.push(node);
      sizes.push(1);
      depths.push(open.length);
      codes.push(isPlain ? info.code : 0);
      let inside: Node | null = null;
      if (!isPlain) spoil();
      if (isPlain || (!isKnown && !(node.nodeType === 1 && hasNoChildren(node as Element))))
        inside = info.isForm ? behindFields(node, 'firstChild') : node.firstChild;
      if (inside) open.push(at);
      if (info.isForm) forms.add(at);
      next = inside ?? (info.isForm ? behindFields(node, 'nextSibling') : node.nextSibling);
    }
    const parent = open.pop();
    if (parent === undefined) return { nodes, sizes, depths, codes };
    sizes[parent] = nodes.length - parent;
    const node = nodes[parent]!;
    next = forms.has(parent) ? behindFields(node, 'nextSibling') : node.nextSibling;
  }
}
