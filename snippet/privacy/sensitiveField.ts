// Which fields are masked whatever the page says: passwords, one-time codes, payment fields, hidden values.
// In doubt the answer is yes.
import type { BuiltIn } from './policy.ts';

/** What the decision looks at, so that it stays a pure function. */
export interface FieldTraits {
  readonly type: string;
  readonly autocomplete: string;
  /** Name, id, placeholder and label, in any order. */
  readonly words: string;
}

/** Tokens of the autofill detail (HTML Standard, 4.10.18.7): everything about a card, every kind of password, one-time codes. */
const tokens = /(?:^|\s)(?:(cc)-\S+|(?:current|new)-password|(one)-time-code)(?:\s|$)/;
const passwords =
  /pass(word|wd|wort|ord|code|phrase)|\bpass\b|pwd|kennwort|contrase|mot.?de.?passe|wachtwoord|senha|adgangskode|l(ö|oe)senord|salasana|has[łl]o|heslo|jelsz[oó]|[şs]ifre|парол|密[码碼]|パスワード|비밀번호/i;
const payment =
  /card.?(no\b|num|code)|(credit|debit).?card|karten?.?(nr|nummer)|kreditkarte|tarjeta|carte.?(bancaire|bleue|de.?cr)|kaart.?nummer|cart(ão|ao|a).{0,4}cr[eé]dito|cc.?(num|no\b|csc|cvc|exp)|\bexpir(y|ation)|\bexp.?(month|year|date)|cvv|cvc|\bcsc\b|pr(ü|ue)f.?(nummer|ziffer)|\biban\b/i;
const codes =
  /(security|verification|auth|access|sms|one.?time).?code|\botp\b|\b(user|card|atm)?.?pin(.?code)?\b|\bssn\b|social.?security/i;

/** What it is, or null: a field like any other. */
export function sensitiveKind(field: FieldTraits): BuiltIn | null {
  if (field.type === 'password' || field.type === 'hidden') return field.type;
  const token = tokens.exec(field.autocomplete);
  if (token) return token[1] ? 'card' : token[2] ? 'code' : 'password';
  const words = spaced(field.words);
  if (passwords.test(words)) return 'password';
  if (payment.test(words)) return 'card';
  return codes.test(words) ? 'code' : null;
}

const spaced = (names: string) => names.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]/g, ' ');
