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

/** Nodes by id, in pages: as quick and small as one long list, and what is forgotten throughout is given back. */
const PAGE = 1024;
interface Page {
  readonly nodes: (Node | undefined)[];
  used: number;
}

/** `reserve` is told the first id that is still free, so that the next page of the session can go on from there. */
export function createNodeIds(first: number, reserve: (firstFree: number) => void): NodeIds {
  const ids = createNumbering();
  const pages = new Map<number, Page>();
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

  const pageOf = (id: number) => pages.get(Math.floor(id / PAGE));

  function add(node: Node): NodeId {
    const id = allocate();
    let page = pageOf(id);
    if (!page) pages.set(Math.floor(id / PAGE), (page = { nodes: [], used: 0 }));
    page.nodes[id % PAGE] = node;
    page.used++;
    ids.set(node, id);
    return id;
  }

  return {
    idOf(node) {
      const id = node ? ids.of(node) : NO_NODE;
      return id < floor ? NO_NODE : (id as NodeId);
    },
    nodeOf: (id) => (id < floor ? undefined : pageOf(id)?.nodes[id % PAGE]),
    allocate,
    add,
    forget(node) {
      const id = ids.of(node) as NodeId;
      if (id < floor) return;
      ids.set(node, NO_NODE);
      const page = pageOf(id);
      if (!page) return;
      page.nodes[id % PAGE] = undefined;
      if (--page.used === 0 && Math.floor(id / PAGE) !== Math.floor(free / PAGE))
        pages.delete(Math.floor(id / PAGE));
    },
    next: () => free as NodeId,
    clear() {
      floor = free;
      pages.clear();
    },
  };
}
