// Node ids: small integers for the customer's nodes, allocated here and never reused within a session.
import { NO_NODE } from '../../protocol/ids.ts';
import type { NodeId } from '../../protocol/ids.ts';

export interface NodeIds {
  /** `NO_NODE` when the node is not mirrored. */
  idOf(node: Node | null): NodeId;
  nodeOf(id: NodeId): Node | undefined;
  /** The next id, for `node`; ids handed out in one run are consecutive. */
  add(node: Node): NodeId;
  /** The next id, for something that is no node (a constructed style sheet). */
  allocate(): NodeId;
  forget(node: Node): void;
  /** What the next `add` will return. */
  next(): NodeId;
  clear(): void;
}

/** Ids are reserved in blocks of this many, so that a page which dies without a word still leaves free ones behind. */
const BLOCK = 1 << 16;

/** `reserve` is told the first id that is still free, so that the next page of the session can go on from there. */
export function createNodeIds(first: number, reserve: (firstFree: number) => void): NodeIds {
  let ids = new WeakMap<Node, NodeId>();
  const nodes = new Map<NodeId, Node>();
  let free = first;
  let reserved = first;

  function allocate(): NodeId {
    if (free >= reserved) {
      reserved = free + BLOCK;
      reserve(reserved);
    }
    return free++ as NodeId;
  }

  return {
    idOf: (node) => (node && ids.get(node)) ?? NO_NODE,
    nodeOf: (id) => nodes.get(id),
    allocate,
    add(node) {
      const id = allocate();
      ids.set(node, id);
      nodes.set(id, node);
      return id;
    },
    forget(node) {
      const id = ids.get(node);
      if (id === undefined) return;
      ids.delete(node);
      nodes.delete(id);
    },
    next: () => free as NodeId,
    clear() {
      ids = new WeakMap();
      nodes.clear();
    },
  };
}
