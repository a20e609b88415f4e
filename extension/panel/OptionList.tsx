// Stands in for a list that the customer's browser would open: what is chosen here is chosen there.
import { useRef } from 'preact/hooks';
import type { SelectRequest } from '../input/fieldRequest.ts';

interface Props {
  readonly request: SelectRequest;
  readonly onChoose: (indexes: number[]) => void;
}

const ROWS = 8;

export function OptionList({ request, onChoose }: Props) {
  const list = useRef<HTMLSelectElement>(null);
  const choose = () => {
    const chosen = [...list.current!.selectedOptions].map((option) => Number(option.value));
    if (chosen.length > 0 || request.multiple) onChoose(chosen);
  };
  const groups = [...new Set(request.options.map((option) => option.group))];
  return (
    <form
      class="options"
      onSubmit={(event) => {
        event.preventDefault();
        choose();
      }}
    >
      <select
        ref={list}
        aria-label="Options"
        multiple={request.multiple}
        size={Math.max(2, Math.min(ROWS, request.options.length + groups.filter(Boolean).length))}
        onClick={(event) => {
          if (!request.multiple && event.target instanceof HTMLOptionElement) choose();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          choose();
        }}
      >
        {groups.map((group) => {
          const options = request.options
            .filter((option) => option.group === group)
            .map(({ index, label, selected, disabled }) => (
              <option key={index} value={index} selected={selected} disabled={disabled}>
                {label}
              </option>
            ));
          return group === '' ? (
            options
          ) : (
            <optgroup key={group} label={group}>
              {options}
            </optgroup>
          );
        })}
      </select>
      {request.multiple && (
        <button class="primary" type="submit">
          Choose
        </button>
      )}
    </form>
  );
}
