// Which custom elements are not defined yet: pages hide them until they are, and in the viewer nothing is ever defined.
import type { OpWriter } from '../../protocol/opWriter.ts';

const MOST_NAMES = 200;

export function createDefinitions(page: Document, writer: OpWriter, changed: () => void) {
  const missing = new Set<string>();
  let told = '';

  return {
    /** Looks what is missing now; tells when it is there. */
    look(): void {
      told = '';
      const registry = page.defaultView?.customElements;
      for (const { localName } of page.querySelectorAll(':not(:defined)')) {
        if (!registry || missing.has(localName) || missing.size >= MOST_NAMES) continue;
        missing.add(localName);
        const isThere = () => missing.delete(localName) && changed();
        // A name that can never be defined stays as it is.
        registry.whenDefined(localName).then(isThere, () => undefined);
      }
    },
    write(): void {
      const now = [...missing].join();
      if (now === told) return;
      told = now;
      writer.undefinedNames([...missing]);
    },
  };
}
