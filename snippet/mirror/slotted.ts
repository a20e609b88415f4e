// What a slot shows takes on the care of the place where it is shown: finds the nodes whose place has changed its care although
// nothing was done to them. Marked as it is reported, settled once a flush.
import type { NodeId } from '../../protocol/ids.ts';
import type { Care, PrivacyPolicy } from '../privacy/policy.ts';
import type { NodeIds } from './nodeIds.ts';

export function createSlotted(ids: NodeIds, policy: PrivacyPolicy, careOf: (id: NodeId) => Care) {
  /** Hosts whose shadow tree has changed. */
  const hosts = new Set<Element>();

  function markRoot(node: Node): void {
    const root = node.getRootNode();
    if (root.nodeType === 11 && 'host' in root) hosts.add((root as ShadowRoot).host);
  }

  return {
    /** Something was done in the shadow tree that the node is in, if it is in one. */
    markRoot,
    /** Tells of each node that has to be told anew. */
    settle(changed: (node: Node) => void): void {
      // Grows while it is gone through: what is slotted may hold a slot.
      for (const host of hosts) {
        const care = careOf(ids.idOf(host));
        for (let child = host.firstChild; child; child = child.nextSibling) {
          const id = ids.idOf(child);
          if (!id || policy.careWithin(care, child) === careOf(id)) continue;
          changed(child);
          markRoot(child);
        }
      }
      hosts.clear();
    },
    clear: () => hosts.clear(),
  };
}
