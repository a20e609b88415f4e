// The quote as it is being made, and what each act of its customer's does to it.
export const empty = {
  step: 0,
  name: '',
  email: '',
  plate: '',
  touched: [],
  cover: 'basic',
  country: 'pt',
  extras: [],
  youngest: null,
  notes: '',
  agreed: false,
  premium: '',
  sent: false,
};

export function mistakesIn({ name, email, plate }) {
  return {
    name: name.trim() === '' ? 'Please say your name' : '',
    email: /^\S+@\S+\.\S+$/.test(email) ? '' : 'This is no email address',
    plate: /^[A-Z]{3} \d{4}$/.test(plate) ? '' : 'Three letters and four digits',
  };
}

/** As a plate is written, whatever was typed. */
function plateOf(typed) {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return [letters.slice(0, 3), letters.slice(3, 7)].filter(Boolean).join(' ');
}

export function reduce(quote, act) {
  switch (act.type) {
    case 'typed': {
      const value = act.field === 'plate' ? plateOf(act.value) : act.value;
      return { ...quote, [act.field]: value };
    }
    case 'left':
      return { ...quote, touched: [...new Set([...quote.touched, act.field])] };
    case 'extra': {
      const others = quote.extras.filter((each) => each !== act.extra);
      return { ...quote, extras: act.wanted ? [...others, act.extra] : others };
    }
    case 'priced':
      return { ...quote, premium: act.premium };
    case 'next': {
      const wrong = Object.values(mistakesIn(quote)).some(Boolean);
      if (wrong) return { ...quote, touched: ['name', 'email', 'plate'] };
      return { ...quote, step: quote.step + 1 };
    }
    case 'back':
      return { ...quote, step: quote.step - 1 };
    case 'sent':
      return { ...quote, sent: true };
    default:
      return quote;
  }
}
