// What is granted for once ends after one use: one press with what it needs, or one field filled in, however many keys that takes.

export interface OnceUse {
  /** Whether a command for this field (null: for none) would be a second use. */
  isSecond(field: Element | null): boolean;
  /** Something was done: with a field that may still be written in, or over and done with. */
  used(field: Element | null): void;
  /** The field has been left. */
  isLeft(): boolean;
  isOpen(): boolean;
  reset(): void;
}

export function createOnceUse(hasFocus: (field: Element) => boolean): OnceUse {
  let field: Element | null = null;
  return {
    isSecond: (next) => field !== null && next !== field,
    used: (next) => void (field = next),
    isLeft: () => field !== null && !hasFocus(field),
    isOpen: () => field !== null,
    reset: () => void (field = null),
  };
}
