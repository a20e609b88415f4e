// Keeps the interface visible and usable whatever the page opens: it is the last in the top layer, and inside the page's own
// modal dialog, or what is full screen, while there is one, because that makes all that is outside of it inert.
import { boxOf } from './boxOf.ts';
import type { Host } from './createHost.ts';

const lookAgainMs = 1000;

export interface Uppermost {
  /** The open prompt: nothing may cover it. */
  readonly prompt: () => HTMLDialogElement | null;
  /** What else of the interface is there to be pressed. */
  readonly pressable: () => Element | null;
}

/** Returns its disposer. */
export function keepOnTop(host: Host, uppermost: Uppermost): () => void {
  let cover: Element | null = null;

  const look = host.guard(() => {
    const prompt = uppermost.prompt();
    if (prompt && host.element.isConnected) return keepPrompt(host, prompt);
    const home = homeFor(host);
    const hit = coverOf(host, uppermost.pressable());
    // What covers even the top layer's last element (a dialog in a closed shadow root) is tried once, not every second.
    if (host.element.parentNode === home && host.element.matches(':popover-open') && hit === cover)
      return;
    host.show(home);
    cover = coverOf(host, uppermost.pressable());
    if (prompt) keepPrompt(host, prompt);
  });
  const raiseAll = host.guard(() => {
    const prompt = uppermost.prompt();
    if (prompt) raise(host, prompt);
    else if (host.element.isConnected) host.show(homeFor(host));
  });
  const opened = (event: globalThis.Event) => {
    const by = event.target as Element;
    // Whatever has just come into the top layer stands above us, and need not take a press to hide what it covers.
    if (!host.isOwn(by) && by.matches?.(':popover-open,dialog[open]')) raiseAll();
  };
  const soon = () => queueMicrotask(look);
  const listeners = [
    ['toggle', opened],
    ['fullscreenchange', raiseAll],
    ['toggle', soon],
    ['focusin', soon],
  ] as const;
  /** To listen twice is to listen once: a page that is written anew loses all listeners. */
  const listen = () => {
    for (const [type, listener] of listeners) document.addEventListener(type, listener, true);
    look();
  };
  // Dialogs in shadow roots tell nobody outside.
  const timer = setInterval(listen, lookAgainMs);
  listen();
  // Without a size it is not drawn: what it stood in has gone, or is hidden.
  const drawn = new ResizeObserver(look);
  drawn.observe(host.element);
  return () => {
    clearInterval(timer);
    drawn.disconnect();
    for (const [type, listener] of listeners) document.removeEventListener(type, listener, true);
  };
}

function keepPrompt(host: Host, prompt: HTMLDialogElement): void {
  const box = prompt.getBoundingClientRect();
  const seen = host.root.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  if (prompt.matches(':modal') && seen && prompt.contains(seen)) return;
  raise(host, prompt);
}

/** Anew, as the last in the top layer. Its `close` event tells that it was not seen without a break. */
export function raise(host: Host, prompt: HTMLDialogElement): void {
  const focused = host.root.activeElement as HTMLElement | null;
  prompt.close();
  prompt.showModal();
  (focused ?? prompt).focus();
}

/** The page's element that covers `own`; null when none does. */
function coverOf(host: Host, own: Element | null): Element | null {
  const box = own && boxOf(own);
  if (!box) return null;
  const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return hit === host.element || host.isOwn(hit ?? host.element) ? null : hit;
}

/** What draws no children of its own, or may not. */
const holdsNothing =
  /-|^(iframe|frame|video|audio|img|canvas|object|embed|svg|input|textarea|select)$/;

/** The page's topmost modal dialog or full screen: a point anywhere hits it or its backdrop. Without one, the page itself. */
function homeFor(host: Host): Element {
  let root: DocumentOrShadowRoot = document;
  let hit: Element | undefined;
  for (;;) {
    const inner: Element | undefined = root
      .elementsFromPoint(1, 1)
      .find((found) => found !== host.element && !found.contains(hit ?? null));
    if (!inner) break;
    hit = inner;
    if (!inner.shadowRoot) break;
    root = inner.shadowRoot;
  }
  for (let at: Node | null = hit ?? null; at; at = aboveAsDrawn(at))
    if (at instanceof HTMLElement && at.matches(':modal') && !holdsNothing.test(at.localName))
      return at;
  return document.documentElement;
}

function aboveAsDrawn(node: Node): Node | null {
  return (node as Element).assignedSlot ?? node.parentNode ?? (node as ShadowRoot).host ?? null;
}
