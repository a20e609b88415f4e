// What is to be insured, and what that costs.
const extras = { help: 'Breakdown help', glass: 'Glass' };

export function CoverStep({ quote, dispatch }) {
  const typed = (field, value) => dispatch({ type: 'typed', field, value });
  return (
    <>
      <fieldset>
        <legend>Cover</legend>
        {['basic', 'comprehensive'].map((cover) => (
          <label key={cover}>
            <input
              type="radio"
              name="cover"
              value={cover}
              checked={quote.cover === cover}
              onChange={() => typed('cover', cover)}
            />
            {cover === 'basic' ? 'Basic' : 'Comprehensive'}
          </label>
        ))}
      </fieldset>
      <label>
        Country{' '}
        <select value={quote.country} onChange={(event) => typed('country', event.target.value)}>
          <option value="pt">Portugal</option>
          <option value="es">Spain</option>
          <option value="fr">France</option>
        </select>
      </label>
      {Object.entries(extras).map(([extra, name]) => (
        <label key={extra}>
          <input
            type="checkbox"
            checked={quote.extras.includes(extra)}
            onChange={(event) => dispatch({ type: 'extra', extra, wanted: event.target.checked })}
          />
          {name}
        </label>
      ))}
      <label>
        <input
          type="checkbox"
          checked={quote.youngest !== null}
          onChange={(event) => typed('youngest', event.target.checked ? 0 : null)}
        />
        Young driver
      </label>
      {quote.youngest !== null && (
        <label>
          Age of the youngest driver{' '}
          <input
            type="number"
            value={quote.youngest || ''}
            onChange={(event) => typed('youngest', Number(event.target.value))}
          />
        </label>
      )}
    </>
  );
}
