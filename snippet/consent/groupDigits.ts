// A security key while it is typed or pasted: digits only, in threes, the caret staying at its digit.
import { SECURITY_KEY_DIGITS } from '../../protocol/securityKey.ts';

export interface Typed {
  readonly text: string;
  readonly caret: number;
}

export function groupDigits({ text, caret }: Typed): Typed {
  const digits = text.replace(/\D/g, '').slice(0, SECURITY_KEY_DIGITS);
  const before = Math.min(text.slice(0, caret).replace(/\D/g, '').length, digits.length);
  return {
    text: digits.replace(/(\d{3})(?=\d)/g, '$1 '),
    caret: before + Math.floor(Math.max(0, before - 1) / 3),
  };
}
