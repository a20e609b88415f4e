// Tells a page that a field's new value stands: `change`, once for each value, as when the customer leaves the field.
import { announce } from './fields.ts';
import type { TextField } from './fields.ts';
import { windowOf } from './tree.ts';

const before = new WeakMap<TextField, string>();

/** Before each edit: what the page was last told. */
export function remember(field: TextField): void {
  if (before.has(field)) return;
  before.set(field, field.value);
  field.addEventListener('change', () => before.delete(field), { once: true, capture: true });
}

export function commit(field: TextField): void {
  const { value } = field;
  if (!before.has(field) || before.get(field) === value) return;
  announce(field, 'change');
  keepQuiet(field);
}

/** The page has been told of this value: the browser keeps its own account, and would tell the same again when the field is left. */
export function keepQuiet(field: TextField): void {
  const { value } = field;
  const view = windowOf(field);
  // At the window, before the page's own listeners on the way down.
  const heard = (event: Event) => {
    if (event.composedPath()[0] !== field) return;
    view.removeEventListener('change', heard, true);
    if (event.isTrusted && field.value === value) event.stopImmediatePropagation();
  };
  view.addEventListener('change', heard, true);
}
