// Stands in for a picker that the customer's browser would open: date, time, colour, range.
import { useState } from 'preact/hooks';
import type { FillRequest } from '../input/fieldRequest.ts';

interface Props {
  readonly request: FillRequest;
  readonly onFill: (value: string) => void;
}

export function FillEditor({ request, onFill }: Props) {
  const [value, setValue] = useState(request.value);
  return (
    <form
      class="fill"
      onSubmit={(event) => {
        event.preventDefault();
        onFill(value);
      }}
    >
      <input
        type={request.type}
        aria-label="Value"
        min={request.min || undefined}
        max={request.max || undefined}
        step={request.step || undefined}
        value={value}
        onInput={(event) => setValue(event.currentTarget.value)}
      />
      {request.type === 'range' && <output class="figures">{value}</output>}
      <button class="primary" type="submit">
        Set
      </button>
    </form>
  );
}
