// Fields that hold what is a person's own, beyond those that are always masked. Not certain enough to mask unasked:
// a site's owner is told, and decides.
import type { SeenField } from './page/lookAround.ts';

const kinds: readonly (readonly [what: string, words: RegExp])[] = [
  ['an e-mail address', /\be.?mail\b|correo|courriel/],
  ['a phone number', /\b(tele)?phone\b|\bmobile\b|\btel\b|telefon|handy|\bm[oó]vil\b/],
  ['a date of birth', /birth|\bdob\b|\bbday\b|geburt|nacimiento|naissance/],
  [
    'an account number',
    /account.?(no\b|num|id)|\bbic\b|swift|sort.?code|routing|konto.?(nr|nummer)/,
  ],
  [
    'an official number',
    /passport|national.?id|\btax.?(id|number|no\b)|\bnino?\b|\bdni\b|\bnif\b|driv(ing|er).{0,4}licen|insurance.?(no\b|num)|steuer/,
  ],
  [
    'an address',
    /\b(street|address|post.?code|postal|zip)\b|adresse|stra(ß|ss)e|\bplz\b|postleitzahl|direcci[oó]n|c[oó]digo.?postal|code.?postal/,
  ],
  [
    'a name',
    /\b(first|last|given|family|full|sur|maiden|middle|your|card.?holder).?name\b|^\s*name\b|\bname\s*$|vorname|nachname|apellido|\bnombre\b|pr[eé]nom/,
  ],
  ['health', /diagnos|medical|patient|prescription|allerg|symptom|krankheit/],
  ['income', /salary|income|gehalt|einkommen/],
];
const tokens: readonly (readonly [what: string, token: RegExp])[] = [
  ['an e-mail address', /^email$/],
  ['a phone number', /^tel/],
  ['a date of birth', /^bday/],
  ['an address', /^(street-address|address-|postal-code)/],
  ['a name', /^(name|given-name|family-name|additional-name|nickname)$/],
];
const notPersonal =
  /\b(user.?name|file.?name|host.?name|display.?name|company.?name|ip.?address|search)\b/;

/** What the field seems to hold, or null. */
export function looksPersonal(
  field: Pick<SeenField, 'type' | 'autocomplete' | 'words'>,
): string | null {
  if (field.type === 'email') return 'an e-mail address';
  if (field.type === 'tel') return 'a phone number';
  if (field.type === 'search') return null;
  for (const token of field.autocomplete.split(/\s+/)) {
    const known = tokens.find(([, pattern]) => pattern.test(token));
    if (known) return known[0];
  }
  const words = field.words
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_.[\]-]/g, ' ')
    .toLowerCase();
  const found = kinds.find(([, pattern]) => pattern.test(words));
  return found && !notPersonal.test(words) ? found[0] : null;
}
