// Which layer above the page an element stands in. Only the platform's own answer counts, not its attributes.
import type { TopLayerState } from '../../protocol/opCodes.ts';

const is = (element: Element, selector: string): boolean => {
  try {
    return element.matches(selector);
  } catch {
    // A browser without this state has no element in it.
    return false;
  }
};

export function topLayerState(element: Element): TopLayerState {
  if (element.localName === 'dialog')
    return element.hasAttribute('open') && is(element, ':modal') ? 'modal' : 'none';
  if (element.hasAttribute('popover')) return is(element, ':popover-open') ? 'popover' : 'none';
  return element === element.ownerDocument.fullscreenElement ? 'fullscreen' : 'none';
}
