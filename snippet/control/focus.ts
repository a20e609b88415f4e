// Moving the focus as a mouse or the Tab key would.
import { isInert } from './describe.ts';
import { isEditable, isInput } from './fields.ts';
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

/** Every element below, in the order that slots, shadow roots and frames put them. */
function* flatTree(parent: ParentNode): Generator<Element> {
  const slotted = (parent as HTMLSlotElement).assignedElements?.() ?? [];
  for (const element of slotted.length > 0 ? slotted : parent.children) {
    yield element;
    yield* flatTree(frameDocumentOf(element) ?? element.shadowRoot ?? element);
  }
}

/** Of a group of radio buttons, only the chosen one is a stop. */
function isSkippedRadio(element: Element): boolean {
  if (!isInput(element, 'radio') || element.checked || !element.name) return false;
  return radiosWith(element).some((radio) => radio.checked);
}

export function radiosWith(radio: HTMLInputElement): HTMLInputElement[] {
  const scope = radio.getRootNode() as Document | ShadowRoot;
  const alike = scope.querySelectorAll<HTMLInputElement>('input[type=radio]');
  return [...alike].filter((each) => each.name === radio.name && each.form === radio.form);
}

function isStop(element: Element): boolean {
  const { tabIndex } = element as HTMLElement;
  const reachable = tabIndex >= 0 || (isEditable(element) && !element.hasAttribute('tabindex'));
  if (
    !reachable ||
    (isEditable(element) && isEditable(element.parentElement ?? element.ownerDocument.body))
  )
    return false;
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
  page: { window: Window; isOwn: (node: Node) => boolean },
): void {
  const stops = [...flatTree(page.window.document)].filter(
    (each) => !page.isOwn(each) && (each === from || isStop(each)),
  );
  const rank = (each: Element) =>
    (each as HTMLElement).tabIndex > 0 ? (each as HTMLElement).tabIndex : Infinity;
  stops.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
  const at = stops.indexOf(from);
  const start = at < 0 && back ? 0 : at;
  for (let step = 1; step <= stops.length; step++) {
    const next = stops.at((start + (back ? -step : step)) % stops.length);
    if (next && focus(next, true)) return;
  }
}
