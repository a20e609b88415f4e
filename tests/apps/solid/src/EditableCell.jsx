// A cell that a double press turns into a field: Enter and leaving it keep what is written, Escape does not.
import { createSignal, onMount, Show } from 'solid-js';

export function EditableCell(props) {
  const [editing, setEditing] = createSignal(false);

  function Field() {
    const [field, setField] = createSignal(null);
    let dropped = false;
    onMount(() => field().focus());
    return (
      <input
        ref={setField}
        value={props.value}
        aria-label={`Written anew: ${props.label}`}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') dropped = true;
          if (event.key === 'Escape' || event.key === 'Enter') field().blur();
        }}
        onBlur={() => {
          if (!dropped) props.onKeep(field().value);
          setEditing(false);
        }}
      />
    );
  }

  return (
    <td aria-label={`Edit ${props.label}`} onDblClick={() => setEditing(true)}>
      <Show when={editing()} fallback={props.value}>
        <Field />
      </Show>
    </td>
  );
}
