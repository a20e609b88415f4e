// Moving the focus as a mouse or the Tab key would.
import { isInert } from './describe.ts';
import { isEditable, isGroupChosen, isInput } from './fields.ts';
import { ancestorsOf, focusedIn, frameDocumentOf, hasFocus } from './tree.ts';

type FocusHow = FocusOptions & { focusVisible?: boolean };

export function focus(element: Element, visible: boolean): boolean {
  const how: FocusHow = { preventScroll: !visible, focusVisible: visible };
  if (!hasFocus(element)) (element as HTMLElement).focus(how);
  return hasFocus(element);
}

/** To the innermost element at the press that takes the focus; where none does, it is lost. */
export function focusByPress(element: Element): void {
  const takes = (each: Element) =>
    (each as HTMLElement).tabIndex >= 0 || each.hasAttribute('tabindex') || isEditable(each);
  for (const each of ancestorsOf(element)) if (takes(each) && focus(each, false)) return;
  (focusedIn(element.ownerDocument) as HTMLElement | null)?.blur();
}

/** What a cheap look takes for a stop, in the order that slots, shadow roots and frames put them. */
function candidates(parent: ParentNode, found: HTMLElement[] = []): HTMLElement[] {
  const look = (element: Element) => {
    if ((element as HTMLElement).tabIndex >= 0 || isEditingHost(element))
      found.push(element as HTMLElement);
    candidates(frameDocumentOf(element) ?? element.shadowRoot ?? element, found);
  };
  const slotted = (parent as HTMLSlotElement).assignedElements?.();
  if (slotted?.length) slotted.forEach(look);
  // By siblings: a list of children for each element would cost more than all the rest.
  else for (let at = parent.firstElementChild; at; at = at.nextElementSibling) look(at);
  return found;
}

const isEditingHost = (element: Element): boolean =>
  element.hasAttribute('contenteditable') &&
  isEditable(element) &&
  !element.hasAttribute('tabindex') &&
  !(element.parentElement && isEditable(element.parentElement));

/** Of a group of radio buttons, only the chosen one is a stop. */
function isSkippedRadio(element: Element): boolean {
  if (!isInput(element, 'radio') || element.checked || !element.name) return false;
  return isGroupChosen(element);
}

function isStop(element: Element): boolean {
  return (
    !element.matches(':disabled') &&
    element.checkVisibility({ visibilityProperty: true }) &&
    !frameDocumentOf(element) &&
    !isSkippedRadio(element) &&
    !isInert(element)
  );
}

/** To the next stop of the Tab key, or the one before; round at the ends. */
export function focusByTab(
  from: Element,
  back: boolean,
  page: { readonly window: Window; readonly isOwn: (node: Node) => boolean },
): void {
  const stops = candidates(page.window.document).filter((each) => !page.isOwn(each));
  const rank = ({ tabIndex }: HTMLElement) => (tabIndex > 0 ? tabIndex : Infinity);
  stops.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
  // From what is no stop itself, the next one in the document.
  let at = stops.indexOf(from as HTMLElement);
  if (at < 0) {
    const later = stops.findIndex((each) => from.compareDocumentPosition(each) & 4);
    at = later < 0 ? stops.length : later;
    if (!back) at--;
  }
  for (let step = 1; step <= stops.length; step++) {
    const next = stops.at((at + (back ? -step : step)) % stops.length);
    if (next && isStop(next) && focus(next, true)) return;
  }
}
