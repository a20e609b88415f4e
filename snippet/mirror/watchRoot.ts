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

export function watchRoot(root: Document | ShadowRoot, events: RootEvents): () => void {
  const stop = new AbortController();
  const on = (types: string, listener: (event: Event) => void) => {
    for (const type of types.split(' ')) {
      root.addEventListener(type, listener, { capture: true, passive: true, signal: stop.signal });
    }
  };
  const innermost = (event: Event) => (event.composedPath()[0] ?? event.target) as Node;

  on('scroll', (event) => events.scrolled(event.target as Node));
  on('change reset', (event) => events.fieldChanged(innermost(event)));
  on('load', (event) => {
    const node = event.target as Node;
    if (node.nodeType === 1) events.loaded(node as Element);
  });
  on('slotchange', (event) => events.slotted(event.target as HTMLSlotElement));
  on('beforetoggle', (event) => {
    if ((event as ToggleEvent).newState === 'open') enterLayer(event.target as Element);
  });
  on('toggle close fullscreenchange', (event) => {
    const node = event.target as Node;
    if (node.nodeType === 1) events.toggled(node as Element);
  });
  if (root.nodeType === 9) {
    on('input select', (event) => events.fieldChanged(innermost(event)));
    on('selectionchange', () => events.fieldChanged(focusIn(root)));
    on(
      'mouseleave',
      (event) => event.target === root && events.pointed({ type: 'hover', node: null }),
    );
    on('pointerdown', (event) => events.pointed({ type: 'active', node: innermost(event) }));
    on('pointerup pointercancel', () => events.pointed({ type: 'active', node: null }));
  }
  // Between two elements of one shadow root they do not leave it.
  on('mouseover', (event) => events.pointed({ type: 'hover', node: innermost(event) }));
  on('focusin', (event) => events.pointed({ type: 'focus', node: innermost(event) as Element }));
  on('focusout', () => events.pointed({ type: 'focus', node: null }));
  return () => stop.abort();
}
