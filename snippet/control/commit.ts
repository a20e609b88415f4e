// Tells a page that a field's new value stands: `change`, once for each value, as when the customer leaves the field.
import { announce } from './fields.ts';
import type { TextField } from './fields.ts';

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
  // The browser keeps its own account, and would tell the same value again when the field is left.
  field.addEventListener(
    'change',
    (event) => {
      if (event.isTrusted && field.value === value) event.stopImmediatePropagation();
    },
    { once: true, capture: true },
  );
}
