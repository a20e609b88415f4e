// States that the viewer's browser would answer otherwise: what a person has done to a field, what script says of it, what a component says of
// itself. Asked of the customer's browser, and only those that the page's own sheets ask for.
import type { NodeId } from '../../protocol/ids.ts';
import type { OpWriter } from '../../protocol/opWriter.ts';
import { careBits } from '../privacy/policy.ts';
import type { Care } from '../privacy/policy.ts';
import type { NodeIds } from './nodeIds.ts';

type Root = Document | ShadowRoot;

const asked =
  /:((?:user-)?(?:in)?valid|(?:in|out-of)-range|(?:-webkit-)?autofill|state\([\w-]+\)|playing|paused|muted)(?![\w-])/g;
const MOST_NAMES = 100;
/** Looking may take this part of the time. */
const SHARE = 1 / 50;

export function createAskedStates(
  writer: OpWriter,
  ids: NodeIds,
  careOf: (id: NodeId) => Care,
  nowMs: () => number,
) {
  /** By name, the nodes that were told. */
  const told = new Map<string, string>();
  let restsUntilMs = 0;

  function canBeAsked(name: string): boolean {
    try {
      document.createElement('i').matches(`:${name}`);
      return true;
    } catch {
      // This browser does not know it, and so no element has it.
      return false;
    }
  }

  return {
    /** What a sheet says. */
    sheet(text: string): void {
      for (const [, found = ''] of text.matchAll(asked)) {
        if (!told.has(found) && told.size < MOST_NAMES && canBeAsked(found)) told.set(found, '');
      }
    },
    look(roots: () => Iterable<Root>): void {
      const startMs = nowMs();
      if (told.size === 0 || startMs < restsUntilMs) return;
      const names = [...told.keys()];
      const found = new Map(names.map((name) => [name, [] as NodeId[]]));
      const any = names.map((name) => `:${name}`).join();
      for (const root of roots())
        for (const element of root.querySelectorAll(any)) {
          const id = ids.idOf(element);
          // Of what is masked, what is valid or chosen says something.
          if (!id || careOf(id) & (careBits.masked | careBits.blocked)) continue;
          for (const name of names) if (element.matches(`:${name}`)) found.get(name)!.push(id);
        }
      for (const [name, nodes] of found) {
        const now = nodes.join();
        if (now === told.get(name)) continue;
        told.set(name, now);
        writer.stated(name, nodes);
      }
      const endMs = nowMs();
      restsUntilMs = endMs + (endMs - startMs) / SHARE;
    },
    /** At the next look, however long the last one took. */
    rested: () => void (restsUntilMs = 0),
    /** The viewer starts afresh. */
    clear(): void {
      for (const name of told.keys()) told.set(name, '');
      restsUntilMs = 0;
    },
  };
}
