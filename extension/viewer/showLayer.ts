// Puts a dialog or popover into the top layer of the viewer's page, or takes it out.
import type { TopLayerState } from '../../protocol/opCodes.ts';

export function showLayer(element: Element, state: TopLayerState): void {
  const dialog = element as HTMLDialogElement;
  if (element.localName === 'dialog') {
    if (state !== 'modal') return dialog.matches(':modal') ? dialog.close() : undefined;
    dialog.removeAttribute('open');
    return dialog.showModal();
  }
  if (state === 'popover') {
    element.setAttribute('popover', 'manual');
    (element as HTMLElement).showPopover();
  } else if (element.matches(':popover-open')) (element as HTMLElement).hidePopover();
}
