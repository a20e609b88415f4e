// What counts as a node's content in the mirror: the one place that knows shadow roots, frames and what has no picture.

/** Elements that only count as siblings: what they hold is never drawn. */
const placeholders = new Set([
  'script',
  'noscript',
  'meta',
  'base',
  'template',
  'object',
  'embed',
  'applet',
  'param',
]);
/** Elements whose children are their state, not their content. */
const leaves = new Set(['style', 'link', 'textarea', 'iframe', 'frame']);

export const isPlaceholder = (element: Element): boolean =>
  element.namespaceURI === 'http://www.w3.org/2000/svg'
    ? element.localName === 'script'
    : placeholders.has(element.localName) ||
      (element.localName === 'link' && !isSheetOwner(element));

export type SheetOwner = HTMLStyleElement | HTMLLinkElement;

export function isSheetOwner(element: Element): element is SheetOwner {
  const name = element.localName;
  return (
    name === 'style' ||
    (name === 'link' && /(^|\s)stylesheet(\s|$)/i.test(element.getAttribute('rel') ?? ''))
  );
}

export const hasNoChildren = (element: Element): boolean =>
  leaves.has(element.localName) || isPlaceholder(element);

export const isFrame = ({ localName }: Element): boolean =>
  localName === 'iframe' || localName === 'frame';

/** The document in a frame of the same origin, or null. */
export function frameDocument(element: Element): Document | null {
  if (!isFrame(element)) return null;
  try {
    const inner = (element as HTMLIFrameElement).contentDocument;
    // Reading a property proves the access; a frame that is still empty has nothing to show yet.
    return inner?.documentElement ? inner : null;
  } catch {
    return null;
  }
}

/** Shadow roots that were attached while the mirror watched, closed ones included. */
const attached = new WeakMap<Element, ShadowRoot>();
export const rememberShadow = (host: Element, root: ShadowRoot): unknown =>
  attached.set(host, root);

export function shadowOf(element: Element): ShadowRoot | null {
  // `shadowRoot` is a plain property read on the prototype; a page's own element may shadow it with something else.
  const root = element.shadowRoot ?? attached.get(element) ?? null;
  return root && root.nodeType === 11 ? root : null;
}

/** Where a node hangs in the mirror: parent, shadow host, or the frame around a document. */
export function mirrorParent(node: Node): Node | null {
  // By the platform's own getter: a form's field named `parentNode` stands in the way of the property.
  const parent = Reflect.get(Node.prototype, 'parentNode', node) as Node | null;
  if (parent) return parent;
  if (node.nodeType === 11) return (node as ShadowRoot).host ?? null;
  if (node.nodeType === 9) {
    try {
      return (node as Document).defaultView?.frameElement ?? null;
    } catch {
      return null;
    }
  }
  return null;
}
