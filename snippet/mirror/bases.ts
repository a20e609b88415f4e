// What relative addresses resolve against, in each document: a `base` element, or the page's own route, may change it at any time.
import type { MaskedText } from '../../protocol/maskedText.ts';
import type { OpWriter } from '../../protocol/opWriter.ts';
import { maskAddress } from '../privacy/mask.ts';
import type { Care } from '../privacy/policy.ts';
import type { NodeIds } from './nodeIds.ts';

/** A frame that was written into has no address of its own. */
export function baseOf(document: Document, care: Care): MaskedText {
  const base = document.baseURI;
  return maskAddress(/^https?:/.test(base) ? base : (document.location?.href ?? ''), care);
}

export function createBases(
  writer: OpWriter,
  ids: NodeIds,
  careOf: (id: ReturnType<NodeIds['idOf']>) => Care,
) {
  const told = new WeakMap<Node, string>();
  return {
    /** `told` with the document itself, when it was written as new. */
    write(roots: Iterable<Node>): void {
      for (const root of roots) {
        if (root.nodeType !== 9) continue;
        const { baseURI, documentElement } = root as Document;
        const before = told.get(root);
        if (before === baseURI) continue;
        told.set(root, baseURI);
        const id = ids.idOf(root);
        if (before !== undefined && id)
          writer.base(id, baseOf(root as Document, careOf(ids.idOf(documentElement))));
      }
    },
  };
}
