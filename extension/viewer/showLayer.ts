// Puts a dialog, a popover or what is full screen into the top layer of the viewer's page, on top of what is there, or takes it out.
import type { TopLayerState } from '../../protocol/opCodes.ts';
import { stateAttributes } from './rewriteCss.ts';

export function showLayer(element: Element, state: TopLayerState): void {
  leave(element);
  if (state === 'modal') {
    element.removeAttribute('open');
    unfocused(element as HTMLElement, () => (element as HTMLDialogElement).showModal());
    return;
  }
  if (state === 'none') return;
  if (state === 'fullscreen') element.setAttribute(stateAttributes.fullscreen, '');
  // The whole page is as large as it is.
  if (element === element.ownerDocument.documentElement) return;
  element.setAttribute('popover', 'manual');
  unfocused(element as HTMLElement, () => (element as HTMLElement).showPopover());
}

/** Nothing in what is shown can be given the focus meanwhile: not for a moment does it leave where it is, in whatever window that is. */
function unfocused(element: HTMLElement, show: () => void): void {
  const { inert } = element;
  element.inert = true;
  show();
  element.inert = inert;
}

function leave(element: Element): void {
  if (element.localName === 'dialog' && element.matches(':modal')) {
    const open = element.getAttribute('open');
    (element as HTMLDialogElement).close();
    // It may be open all the same, but as part of the page.
    if (open !== null) element.setAttribute('open', open);
  }
  if (element.matches(':popover-open')) (element as HTMLElement).hidePopover();
  if (!element.hasAttribute(stateAttributes.fullscreen)) return;
  element.removeAttribute(stateAttributes.fullscreen);
  element.removeAttribute('popover');
}
