// Which custom elements are not defined yet: pages hide them until they are, and in the viewer nothing is ever defined.
import type { OpWriter } from '../../protocol/opWriter.ts';
import type { NodeIds } from './nodeIds.ts';

const MOST_NAMES = 200;

type Root = Document | ShadowRoot;

export function createDefinitions(writer: OpWriter, ids: NodeIds, changed: () => void) {
  const missing = new Set<string>();
  let hasAdded = false;
  let isDue = false;

  function add(root: Root, name: string): void {
    if (missing.has(name) || missing.size >= MOST_NAMES) return;
    missing.add(name);
    isDue = true;
    const document = root.nodeType === 9 ? (root as Document) : root.ownerDocument!;
    const isThere = () => {
      missing.delete(name);
      isDue = true;
      changed();
    };
    // A name that can never be defined stays as it is.
    document.defaultView?.customElements.whenDefined(name).then(isThere, () => undefined);
  }

  return {
    /** Something was added: what is missing in it is looked for with the next look. */
    added: () => void (hasAdded = true),
    look(roots: Iterable<Root>): void {
      if (!hasAdded) return;
      hasAdded = false;
      for (const root of roots)
        for (const element of root.querySelectorAll(':not(:defined)'))
          // What a blocked place holds has not even a name.
          if (ids.idOf(element)) add(root, element.localName);
    },
    write(): void {
      if (isDue) writer.undefinedNames([...missing]);
      isDue = false;
    },
    /** The viewer starts afresh: everything has to be told again. */
    clear(): void {
      isDue = missing.size > 0;
    },
  };
}
