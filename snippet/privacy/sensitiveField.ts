// Which fields are masked whatever the page says: passwords, one-time codes, payment fields, hidden values.
// In doubt the answer is yes.

/** What the decision looks at, so that it stays a pure function. */
export interface FieldTraits {
  readonly type: string;
  readonly autocomplete: string;
  /** Name, id, placeholder and label, in any order. */
  readonly words: string;
}

const types = /^(password|hidden)$/;
/** Tokens of the autofill detail (HTML Standard, 4.10.18.7): everything about a card, every kind of password, one-time codes. */
const tokens = /(^|\s)(cc-\S+|(current|new)-password|one-time-code)(\s|$)/;
const passwords =
  /pass(word|wd|wort|ord|code|phrase)|\bpass\b|pwd|kennwort|contrase|mot.?de.?passe|wachtwoord|senha|adgangskode|l(ö|oe)senord|salasana|has[łl]o|heslo|jelsz[oó]|[şs]ifre|парол|密[码碼]|パスワード|비밀번호/i;
const payment =
  /card.?(no\b|num|code)|(credit|debit).?card|karten?.?(nr|nummer)|kreditkarte|tarjeta|carte.?(bancaire|bleue|de.?cr)|kaart.?nummer|cart(ão|ao|a).{0,4}cr[eé]dito|cc.?(num|no\b|csc|cvc|exp)|\bexpir(y|ation)|\bexp.?(month|year|date)|cvv|cvc|\bcsc\b|pr(ü|ue)f.?(nummer|ziffer)|\biban\b/i;
const codes =
  /(security|verification|auth|access|sms|one.?time).?code|\botp\b|\b(user|card|atm)?.?pin(.?code)?\b|\bssn\b|social.?security/i;

export function isSensitiveField(field: FieldTraits): boolean {
  if (types.test(field.type) || tokens.test(field.autocomplete)) return true;
  const words = spaced(field.words);
  return [passwords, payment, codes].some((list) => list.test(words));
}

const spaced = (names: string) => names.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]/g, ' ');
