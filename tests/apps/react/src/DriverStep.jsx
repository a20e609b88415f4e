// Who is to be insured. A mistake is told once its field has been left.
import { useId } from 'react';
import { mistakesIn } from './quote.js';

function TextField({ label, field, quote, dispatch }) {
  const id = useId();
  const mistake = quote.touched.includes(field) ? mistakesIn(quote)[field] : '';
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={field}
        value={quote[field]}
        aria-invalid={mistake !== ''}
        onChange={(event) => dispatch({ type: 'typed', field, value: event.target.value })}
        onBlur={() => dispatch({ type: 'left', field })}
      />
      {mistake && <span className="mistake"> {mistake}</span>}
    </p>
  );
}

export function DriverStep(props) {
  return (
    <>
      <TextField label="Full name" field="name" {...props} />
      <TextField label="Email" field="email" {...props} />
      <TextField label="Number plate" field="plate" {...props} />
    </>
  );
}
