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
const words =
  /pass(word|wd|code|phrase)|pwd|card.?(no\b|num|code)|(credit|debit).?card|cc.?(num|no\b|csc|cvc|exp)|cvv|cvc|\bcsc\b|(security|verification|auth|access|sms|one.?time).?code|\botp\b|\bpin\b|\biban\b|\bssn\b|social.?security/i;

export function isSensitiveField(field: FieldTraits): boolean {
  return (
    types.test(field.type) ||
    tokens.test(field.autocomplete) ||
    words.test(field.words.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]/g, ' '))
  );
}
