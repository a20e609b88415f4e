// A page that captures the pointer during the agent's press: the browser knows nothing of that press, so for as long as it lasts the
// three methods are ours for our pointer, and the page's platform is as it was when it ends.

export interface Capture {
  /** What has captured it, if anything. */
  target(): Element | null;
  release(): void;
}

/** The mouse's number in one browser or another: a page may keep it apart by that. */
export const pointerId = 1;

export function holdCapture(
  view: Window & typeof globalThis,
  fire: (target: Element, type: 'gotpointercapture' | 'lostpointercapture') => void,
): Capture {
  let captured: Element | null = null;
  const prototype = view.Element.prototype;
  const names = ['setPointerCapture', 'releasePointerCapture', 'hasPointerCapture'] as const;
  const native = names.map((name) => Object.getOwnPropertyDescriptor(prototype, name));

  function change(next: Element | null): void {
    if (captured === next) return;
    const before = captured;
    captured = next;
    if (before) fire(before, 'lostpointercapture');
    if (next) fire(next, 'gotpointercapture');
  }

  const own = {
    setPointerCapture(this: Element, id: number): void {
      if (id === pointerId) change(this);
      else native[0]?.value?.call(this, id);
    },
    releasePointerCapture(this: Element, id: number): void {
      if (id !== pointerId) native[1]?.value?.call(this, id);
      else if (captured === this) change(null);
    },
    hasPointerCapture(this: Element, id: number): boolean {
      return id === pointerId ? captured === this : native[2]?.value?.call(this, id);
    },
  };
  const wrapped = names.map((name) =>
    Reflect.defineProperty(prototype, name, {
      configurable: true,
      writable: true,
      value: own[name],
    }),
  );

  return {
    target: () => (captured?.isConnected ? captured : null),
    release() {
      names.forEach((name, index) => {
        const before = native[index];
        // Whoever has put something of theirs in its place keeps it.
        if (wrapped[index] && before && prototype[name] === own[name])
          Reflect.defineProperty(prototype, name, before);
      });
      change(null);
    },
  };
}
