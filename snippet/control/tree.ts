// Ways through the flat tree: up through slots, shadow roots and same-origin frames, and down to what has the focus.

function above(element: Element, acrossFrames: boolean): Element | null {
  // By the platform's own getter: a form's field named `parentElement` stands in the way of the property.
  const parent =
    element.assignedSlot ??
    (Reflect.get(Node.prototype, 'parentElement', element) as Element | null);
  if (parent) return parent;
  const root = element.getRootNode();
  if ('host' in root) return (root as ShadowRoot).host;
  return acrossFrames ? (element.ownerDocument.defaultView?.frameElement ?? null) : null;
}

/** The element and all that is above it, innermost first. */
export function ancestorsOf(element: Element, acrossFrames = false): Element[] {
  const chain: Element[] = [];
  for (let at: Element | null = element; at; at = above(at, acrossFrames)) chain.push(at);
  return chain;
}

/** What matches, in open shadow roots too. */
export function allIn<E extends Element>(root: ParentNode, selector: string): E[] {
  const found = [...root.querySelectorAll<E>(selector)];
  for (const { shadowRoot } of root.querySelectorAll('*'))
    if (shadowRoot) found.push(...allIn<E>(shadowRoot, selector));
  return found;
}

/** The document in a frame element, or null where there is none that may be reached. */
export function frameDocumentOf(element: Element): Document | null {
  return (element as HTMLIFrameElement).contentDocument ?? null;
}

/** The element that has the focus, in whatever shadow root or frame it stands. */
export function focusedIn(document: Document): Element | null {
  let focused = document.activeElement;
  while (focused) {
    const inner: Element | null =
      focused.shadowRoot?.activeElement ?? frameDocumentOf(focused)?.activeElement ?? null;
    if (!inner) break;
    focused = inner;
  }
  return focused;
}

export const hasFocus = (element: Element): boolean =>
  (element.getRootNode() as Document | ShadowRoot).activeElement === element;

/** The window that an element's events and prototypes belong to. */
export function windowOf(element: Element): Window & typeof globalThis {
  return element.ownerDocument.defaultView!;
}
