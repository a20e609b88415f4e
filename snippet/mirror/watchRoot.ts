// The listeners of one document or shadow root: events that do not leave it have to be heard inside of it.
import { enterLayer } from './topLayer.ts';

export interface RootEvents {
  readonly scrolled: (node: Node) => void;
  /** The field or form that an event tells of; for a selection, what has the focus. */
  readonly fieldChanged: (target: EventTarget | null) => void;
  readonly loaded: (element: Element) => void;
  readonly toggled: (element: Element) => void;
  readonly slotted: (slot: HTMLSlotElement) => void;
  readonly pointed: (change: PointedChange) => void;
}

/** What the customer's pointer, press or focus is on now; null when it has left. */
export type PointedChange =
  | { readonly type: 'hover' | 'active'; readonly node: Node | null }
  | { readonly type: 'focus'; readonly node: Element | null };

function focusIn(root: Document | ShadowRoot): Element | null {
  const { activeElement } = root;
  const shadow = activeElement?.shadowRoot;
  return shadow ? focusIn(shadow) : activeElement;
}

const innermost = (event: Event) => (event.composedPath()[0] ?? event.target) as Node;
const options = { capture: true, passive: true };

type Listener = readonly [types: string, listener: (event: Event) => void];

/** The listeners are the same for all: a page of components has hundreds of shadow roots. */
export function createRootWatch(events: RootEvents): (root: Document | ShadowRoot) => () => void {
  const ofAll: readonly Listener[] = [
    ['scroll', (event) => events.scrolled(event.target as Node)],
    ['change reset', (event) => events.fieldChanged(innermost(event))],
    [
      'load',
      (event) => {
        const node = event.target as Node;
        if (node.nodeType === 1) events.loaded(node as Element);
      },
    ],
    ['slotchange', (event) => events.slotted(event.target as HTMLSlotElement)],
    [
      'beforetoggle',
      (event) => {
        if ((event as ToggleEvent).newState === 'open') enterLayer(event.target as Element);
      },
    ],
    [
      'toggle close fullscreenchange',
      (event) => {
        const node = event.target as Node;
        if (node.nodeType === 1) events.toggled(node as Element);
      },
    ],
    // Between two elements of one shadow root they do not leave it.
    ['mouseover', (event) => events.pointed({ type: 'hover', node: innermost(event) })],
    ['focusin', (event) => events.pointed({ type: 'focus', node: innermost(event) as Element })],
    ['focusout', () => events.pointed({ type: 'focus', node: null })],
  ];
  const ofDocument: readonly Listener[] = [
    ...ofAll,
    ['input select', (event) => events.fieldChanged(innermost(event))],
    ['selectionchange', (event) => events.fieldChanged(focusIn(event.currentTarget as Document))],
    [
      'mouseleave',
      (event) =>
        event.target === event.currentTarget && events.pointed({ type: 'hover', node: null }),
    ],
    ['pointerdown', (event) => events.pointed({ type: 'active', node: innermost(event) })],
    ['pointerup pointercancel', () => events.pointed({ type: 'active', node: null })],
  ];
  const split = (list: readonly Listener[]) =>
    list.flatMap(([types, listener]) => types.split(' ').map((type) => [type, listener] as const));
  const [inAll, inDocument] = [split(ofAll), split(ofDocument)];

  return (root) => {
    const listeners = root.nodeType === 9 ? inDocument : inAll;
    for (const [type, listener] of listeners) root.addEventListener(type, listener, options);
    return () => {
      for (const [type, listener] of listeners) root.removeEventListener(type, listener, options);
    };
  };
}
