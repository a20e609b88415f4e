// Node ids: small integers for the customer's nodes, allocated here and never reused within a session.
import { NO_NODE } from '../../protocol/ids.ts';
import { createNumbering } from '../../protocol/numbering.ts';
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
  const ids = createNumbering();
  const nodes = new Map<NodeId, Node>();
  let free = first;
  let reserved = first;
  /** Ids below are void. */
  let floor = first;

  function allocate(): NodeId {
    if (free >= reserved) {
      reserved = free + BLOCK;
      reserve(reserved);
    }
    return free++ as NodeId;
  }

  return {
    idOf(node) {
      const id = node ? ids.of(node) : NO_NODE;
      return id < floor ? NO_NODE : (id as NodeId);
    },
    nodeOf: (id) => nodes.get(id),
    allocate,
    add(node) {
      const id = allocate();
      ids.set(node, id);
      nodes.set(id, node);
      return id;
    },
    forget(node) {
      const id = ids.of(node) as NodeId;
      if (id < floor) return;
      ids.set(node, NO_NODE);
      nodes.delete(id);
    },
    next: () => free as NodeId,
    clear() {
      floor = free;
      nodes.clear();
    },
  };
}
