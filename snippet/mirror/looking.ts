// What the customer has selected, where the caret is outside of fields, and which part of the page a pinch has brought near.
// Nothing of a selection that begins or ends in a masked or blocked place is told.
import type { NodeId } from '../../protocol/ids.ts';
import type { OpWriter } from '../../protocol/opWriter.ts';
import { careBits } from '../privacy/policy.ts';
import type { Care } from '../privacy/policy.ts';
import { frameDocument } from './contentOf.ts';
import type { NodeIds } from './nodeIds.ts';

/** Rounding alone is no pinch. */
const LEAST_ZOOM = 1.01;

export function createLooking(
  view: Window,
  writer: OpWriter,
  ids: NodeIds,
  careOf: (id: NodeId) => Care,
  changed: () => void,
) {
  const visual = view.visualViewport;
  const events = ['resize', 'scroll'];
  for (const type of events) visual?.addEventListener(type, changed);
  let selected = '';
  let seen = '';

  const isHidden = (id: NodeId) =>
    id === 0 || (careOf(id) & (careBits.masked | careBits.blocked)) !== 0;

  /** That of the innermost frame with the focus. */
  function selection(): readonly [NodeId, number, NodeId, number] {
    let document: Document | null = view.document;
    for (let inner: Document | null = document; inner;) {
      document = inner;
      inner = inner.activeElement && frameDocument(inner.activeElement);
    }
    const found = document.getSelection();
    const anchor = ids.idOf(found?.anchorNode ?? null);
    const focus = ids.idOf(found?.focusNode ?? null);
    const nothing = [0 as NodeId, 0, 0 as NodeId, 0] as const;
    if (!found || isHidden(anchor) || isHidden(focus)) return nothing;
    const { anchorNode: node } = found;
    const host = (node!.nodeType === 1 ? node : node!.parentElement) as HTMLElement | null;
    // A caret that stands in nothing that can be written in is none.
    if (found.isCollapsed && !host?.isContentEditable) return nothing;
    return [anchor, found.anchorOffset, focus, found.focusOffset];
  }

  return {
    write(): void {
      const now = selection();
      if (`${now}` !== selected) {
        selected = `${now}`;
        writer.selection(...now);
      }
      const near = visual && visual.scale > LEAST_ZOOM ? visual : null;
      const part = [
        near?.offsetLeft ?? 0,
        near?.offsetTop ?? 0,
        near?.width ?? 0,
        near?.height ?? 0,
      ].map(Math.round) as [number, number, number, number];
      if (`${part}` === seen) return;
      seen = `${part}`;
      writer.seen(...part);
    },
    clear: () => void ((selected = '0,0,0,0'), (seen = '0,0,0,0')),
    stop(): void {
      for (const type of events) visual?.removeEventListener(type, changed);
    },
  };
}
