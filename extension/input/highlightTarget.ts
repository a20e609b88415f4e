// Which node a highlight means: the one under the pointer, or as many steps above it as the agent has widened to.
import { NO_NODE } from '../../protocol/ids.ts';
import type { NodeId } from '../../protocol/ids.ts';
import type { Viewer } from '../viewer/viewer.ts';

function above(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? ('host' in root ? (root as ShadowRoot).host : null);
}

/** A shape says nothing without its drawing, an option nothing without its list. */
function whole(element: Element): Element {
  return element.closest('select') ?? (element as SVGElement).ownerSVGElement ?? element;
}

export function highlightTarget(element: Element | null, steps: number, viewer: Viewer): NodeId {
  if (!element) return NO_NODE;
  let at = whole(element);
  for (let step = 0; step < steps; step++) {
    const next = above(at);
    // The page itself is too much to point at.
    if (!next || next.localName === 'html' || viewer.idOf(next) === NO_NODE) break;
    at = next;
  }
  return viewer.idOf(at);
}
