// From the nodes that were added or removed somewhere to the fewest insertions that bring the viewer to the final state.
//
//   for each touched node, after its touched ancestors:
//     if it has a place in the mirror: insert the run of touched siblings that starts with it before the next one that rests
//     otherwise: it is gone, if the viewer ever had it
//
// Nodes that were not touched have kept their order, so every run has a resting neighbour to go by; going from the top down,
// no node is ever put into what is still inside of it. Each node is looked at once.
import { mirrorParent } from './contentOf.ts';

export interface Placing {
  /** May this node be shown under its parent as it stands now? */
  hasPlace(node: Node): boolean;
  /** The viewer has it, and it rests. */
  isMirrored(node: Node): boolean;
  /** `node` and its next siblings up to, and without, `next`. Returns the first of them that was too much for one go, and is touched again. */
  insert(node: Node, next: Node | null): Node | null;
  gone(node: Node): void;
  /** It was enough for now: the rest stays touched. */
  isSpent(): boolean;
}

/** Empties `touched`, unless that is too much for now. `insert` may remove nodes from it that it has written on the way. */
export function placeTouched(touched: Set<Node>, placing: Placing): void {
  const settled = new Set<Node>();

  function place(node: Node): void {
    if (!touched.has(node)) return;
    if (!placing.hasPlace(node)) {
      touched.delete(node);
      placing.gone(node);
      return;
    }
    let next: Node | null = node;
    while (next && (touched.has(next) || !placing.isMirrored(next))) next = next.nextSibling;
    const end = placing.insert(node, next) ?? next;
    // What has to be told anew was dismissed on the way, and touched again.
    for (let at: Node | null = node; at && at !== end; at = at.nextSibling)
      if (placing.isMirrored(at)) touched.delete(at);
  }

  for (const node of touched) {
    const above: Node[] = [];
    for (let at = mirrorParent(node); at && !settled.has(at); at = mirrorParent(at)) {
      settled.add(at);
      if (touched.has(at)) above.push(at);
    }
    for (const ancestor of above.reverse()) {
      if (placing.isSpent()) return;
      place(ancestor);
    }
    if (placing.isSpent()) return;
    place(node);
  }
}
