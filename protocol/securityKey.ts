// Reading a security key as people type it: digits count, spaces, dots and dashes do not.
import type { SecurityKey } from './ids.ts';

export const SECURITY_KEY_DIGITS = 9;

/** The key in `typed`, or null when it does not hold exactly nine digits and nothing but separators. */
export function parseSecurityKey(typed: string): SecurityKey | null {
  const digits = typed.replace(/[\s.\-–·]/g, '');
  return /^\d{9}$/.test(digits) ? (digits as SecurityKey) : null;
}

/** `123456789` as `123 456 789`, the way it is shown and read out. */
export function formatSecurityKey(key: SecurityKey): string {
  return key.replace(/(\d{3})(?=\d)/g, '$1 ');
}
