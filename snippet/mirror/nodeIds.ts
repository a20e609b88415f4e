// Node ids: small integers for the customer's nodes, allocated here and never reused within a session.
import { NO_NODE } from '../../protocol/ids.ts';
import type { NodeId } from '../../protocol/ids.ts';

export interface NodeIds {
  /** `NO_NODE` when the node is not mirrored. */
  idOf(node: Node): NodeId;
  nodeOf(id: NodeId): Node | undefined;
  /** The next id for `node`; ids handed out in one run are consecutive. */
  add(node: Node): NodeId;
  forget(node: Node): void;
  /** What the next `add` will return. */
  next(): NodeId;
  clear(): void;
}

/** `reserve` is told the first id that is still free, so that the next page of the session can go on from there. */
export function createNodeIds(first: number, reserve: (firstFree: number) => void): NodeIds {
  const block = 1 << 16;
  let ids = new WeakMap<Node, NodeId>();
  const nodes = new Map<NodeId, Node>();
  let free = first;
  let reserved = first;
  return {
    idOf: (node) => ids.get(node) ?? NO_NODE,
    nodeOf: (id) => nodes.get(id),
    add(node) {
      if (free >= reserved) {
        reserved = free + block;
        reserve(reserved);
      }
      const id = free++ as NodeId;
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
