// Keyboard events as a page expects them, with the old numbers that old pages still read.
import { modifierKeys } from './pointer.ts';
import { windowOf } from './tree.ts';

const numbers: { readonly [key: string]: number } = {
  Backspace: 8,
  Tab: 9,
  Enter: 13,
  Escape: 27,
  PageUp: 33,
  PageDown: 34,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  Delete: 46,
};

/** False when the page prevented it. */
export function fireKey(
  element: Element,
  type: 'keydown' | 'keypress' | 'keyup',
  {
    key,
    code,
    modifiers,
  }: { readonly key: string; readonly code: string; readonly modifiers: number },
): boolean {
  const view = windowOf(element);
  if (!view) return true;
  const keyCode =
    numbers[key] ??
    (key.length > 1 ? 0 : (type === 'keypress' ? key : key.toUpperCase()).charCodeAt(0));
  return element.dispatchEvent(
    new view.KeyboardEvent(type, {
      bubbles: true,
      cancelable: true,
      composed: true,
      view,
      key,
      code,
      keyCode,
      charCode: type === 'keypress' ? keyCode : 0,
      ...modifierKeys(modifiers),
    }),
  );
}
