// The quote's page: state in one reducer, the premium asked for whenever what it depends on changes.
import { StrictMode, useEffect, useLayoutEffect, useReducer } from 'react';
import { createRoot } from 'react-dom/client';
import { CoverStep } from './CoverStep.jsx';
import { DriverStep } from './DriverStep.jsx';
import { FinishStep } from './FinishStep.jsx';
import { premiumOf } from './premiumOf.js';
import { empty, reduce } from './quote.js';

let shown = empty;
window.appState = () => shown;

const steps = [DriverStep, CoverStep, FinishStep];

function Quote() {
  const [quote, dispatch] = useReducer(reduce, empty);
  const { cover, country, extras, youngest, step } = quote;
  useLayoutEffect(() => {
    shown = quote;
  });
  useEffect(() => {
    let current = true;
    premiumOf({ cover, country, extras, youngest }).then((premium) => {
      if (current) dispatch({ type: 'priced', premium });
    });
    return () => {
      current = false;
    };
  }, [cover, country, extras, youngest]);

  if (quote.sent) return <h1>Thank you, {quote.name}</h1>;
  const Step = steps[step];
  const onSubmit = (event) => {
    event.preventDefault();
    dispatch({ type: step === 2 ? 'sent' : 'next' });
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <h1>Step {step + 1} of 3</h1>
      <Step quote={quote} dispatch={dispatch} />
      {step > 0 && (
        <button type="button" onClick={() => dispatch({ type: 'back' })}>
          Back
        </button>
      )}
      <button disabled={step === 2 && !quote.agreed}>
        {step === 2 ? 'Ask for this quote' : 'Next'}
      </button>
      <p aria-live="polite">Premium: {quote.premium}</p>
    </form>
  );
}

createRoot(document.querySelector('main')).render(
  <StrictMode>
    <Quote />
  </StrictMode>,
);
