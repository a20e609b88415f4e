// The one element that holds all of the snippet's interface: a closed shadow root, styled by a constructed sheet, in the top layer.
// Invariant: only trusted events reach a listener, no event of it reaches the page, and whatever fails inside ends in `onFailure`.
import { element } from './element.ts';
import { styles } from './styles.ts';

export interface Host {
  readonly root: ShadowRoot;
  /** Everything drawn goes in here. */
  readonly ui: HTMLElement;
  isOwn(node: Node): boolean;
  /** Listens for what a person does. Returns its disposer. */
  on<E extends globalThis.Event>(
    target: EventTarget,
    type: string,
    listener: (event: E) => void,
    options?: AddEventListenerOptions,
  ): () => void;
  /** Wraps any other entry point: timers, frames, observers. */
  guard<A extends unknown[]>(work: (...values: A) => void): (...values: A) => void;
  /** Adds a sheet of its own to the interface. Returns its disposer. */
  dress(css: string): () => void;
  /** Puts the host into `parent`, as the topmost thing on the page. */
  show(parent: Element): void;
  /** Says it to those who listen instead of looking. */
  announce(text: string): void;
  readonly element: HTMLElement;
  remove(): void;
}

/** What must not leak to the page: it has no business with what is typed and pressed in here. */
const kept =
  'click dblclick auxclick contextmenu pointerdown pointerup pointermove pointerover pointerout mousedown mouseup mousemove mouseover mouseout touchstart touchmove touchend wheel keydown keypress keyup beforeinput input change paste copy cut focusin focusout cancel close toggle';

export function createHost(onFailure: (error: unknown) => void): Host {
  const host = document.createElement('alongside-interface');
  const root = host.attachShadow({ mode: 'closed' });
  const ui = element('div', { class: 'ui', lang: 'en' });
  const live = element('p', { class: 'live', 'aria-live': 'polite' });
  ui.append(live);
  root.append(ui);
  dress(styles);
  host.popover = 'manual';

  function dress(css: string): () => void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }

  function guard<A extends unknown[]>(work: (...values: A) => void) {
    return (...values: A) => {
      try {
        work(...values);
      } catch (error) {
        onFailure(error);
      }
    };
  }
  for (const type of kept.split(' '))
    host.addEventListener(type, (event) => event.stopPropagation());

  return {
    root,
    ui,
    element: host,
    guard,
    dress,
    isOwn: (node) => node === host || node.getRootNode() === root,
    on(target, type, listener, options) {
      const heard = guard((event: globalThis.Event) => {
        if (event.isTrusted) listener(event as never);
      });
      target.addEventListener(type, heard, options);
      return () => target.removeEventListener(type, heard, options);
    },
    show(parent) {
      if (host.parentNode !== parent) parent.append(host);
      host.popover = 'manual';
      if (host.matches(':popover-open')) host.hidePopover();
      host.showPopover();
    },
    announce: (text) => (live.textContent = text),
    remove: () => host.remove(),
  };
}
