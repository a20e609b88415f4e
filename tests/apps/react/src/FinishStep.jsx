// The last words, and the terms.
export function FinishStep({ quote, dispatch }) {
  return (
    <>
      <label>
        Notes
        <textarea
          rows="3"
          value={quote.notes}
          onChange={(event) =>
            dispatch({ type: 'typed', field: 'notes', value: event.target.value })
          }
        />
      </label>
      <label>
        <input
          type="checkbox"
          checked={quote.agreed}
          onChange={(event) =>
            dispatch({ type: 'typed', field: 'agreed', value: event.target.checked })
          }
        />
        I have read the terms
      </label>
    </>
  );
}
