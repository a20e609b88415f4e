// Whose turn it is. The customer's own hands on keyboard and mouse come first: until they rest, the agent's commands wait.
import { typedInto } from './performText.ts';

export interface Turn {
  /** Whether the customer is at it now. */
  isBusy(): boolean;
  /** Runs what the agent does: events that come of it are not the customer's. */
  acting<T>(work: () => T): T;
  /** Hears of presses in this document, too. */
  watch(document: Document): void;
  stop(): void;
}

/** How long the customer's hands have to rest: whoever types pauses to think. */
export interface Rest {
  readonly pressMs: number;
  readonly typeMs: number;
}
export const usualRest: Rest = { pressMs: 500, typeMs: 1500 };

const signs =
  'pointerdown pointerup pointercancel keydown beforeinput compositionstart compositionend';

/** `onTake`: the customer has gone into this field, or writes in it. */
export function createTurn(
  page: { readonly window: Window; readonly isOwn: (node: Node) => boolean },
  onTake: (field: Element | null) => void,
  rest: Rest = usualRest,
): Turn {
  const watched = new Set<Document>();
  let ours = false;
  let holds = false;
  let composes = false;
  let restsAt = 0;

  function heard(event: Event): void {
    const target = event.composedPath()[0] as Element;
    if (ours || !event.isTrusted || page.isOwn(target)) return;
    const { type } = event;
    if (/^pointer(up|cancel)/.test(type)) holds = false;
    if (type === 'pointerdown') holds = true;
    if (type.startsWith('composition')) composes = type === 'compositionstart';
    const isTyping = !type.startsWith('p');
    restsAt = performance.now() + (isTyping ? rest.typeMs : rest.pressMs);
    if (type !== 'pointerup') onTake(target.nodeType === 1 ? typedInto(target) : null);
  }

  function watch(document: Document): void {
    if (watched.has(document)) return;
    watched.add(document);
    for (const type of signs.split(' '))
      document.defaultView?.addEventListener(type, heard, { capture: true, passive: true });
  }
  watch(page.window.document);

  return {
    isBusy: () => holds || composes || performance.now() < restsAt,
    acting(work) {
      const before = ours;
      ours = true;
      try {
        return work();
      } finally {
        ours = before;
      }
    },
    watch,
    stop() {
      for (const document of watched)
        for (const type of signs.split(' '))
          document.defaultView?.removeEventListener(type, heard, true);
    },
  };
}
