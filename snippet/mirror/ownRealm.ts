// Chromium gives a node the classes of the realm that meets it first, for good: in a record, that is ours, and the page in a frame would no
// longer know its own elements. So where the nodes are another window's, its own parents are asked for them before the records are read.

export function meetInOwnRealm(records: readonly MutationRecord[]): void {
  const parents = new Set<Node>();
  for (const { target, type } of records) {
    if (type !== 'childList' || parents.has(target)) continue;
    if ((target.ownerDocument ?? (target as Document)).defaultView === self) continue;
    parents.add(target);
    for (let node = target.firstChild; node; node = node.nextSibling);
  }
}
