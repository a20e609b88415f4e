// Which layer above the page an element stands in, and in which order they lie. Only the platform's own answer counts, not its attributes;
// of the order it only says when an element enters, so that is remembered, whoever asks.
import type { TopLayerState } from '../../protocol/opCodes.ts';

const is = (element: Element, selector: string): boolean => {
  try {
    return element.matches(selector);
  } catch {
    // A browser without this state has no element in it.
    return false;
  }
};

/** By the platform's own method: a form's field of this name stands in the way of the property. */
const has = (element: Element, name: string): boolean =>
  Element.prototype.hasAttribute.call(element, name);

export function topLayerState(element: Element): TopLayerState {
  if (element.localName === 'dialog' && has(element, 'open') && is(element, ':modal'))
    return 'modal';
  if (has(element, 'popover') && is(element, ':popover-open')) return 'popover';
  return element === element.ownerDocument.fullscreenElement ? 'fullscreen' : 'none';
}

const entered = new WeakMap<Element, number>();
let latest = 0;
export const enterLayer = (element: Element): unknown => entered.set(element, ++latest);

/** Higher lies above. What entered before anybody watched lies lowest; of its dialogs, the one that can be used lies above the others. */
export function layerRank(element: Element): number {
  const rank = entered.get(element);
  if (rank) return rank;
  const { x, y, width, height } = element.getBoundingClientRect();
  const root = element.getRootNode() as Document;
  return element.contains(root.elementFromPoint?.(x + width / 2, y + height / 2)) ? 0.5 : 0;
}
