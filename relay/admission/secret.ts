// What the relay's one secret is used for: signing tokens, and hashing what must not lie about in clear.
// Each use has a label, so that one can never stand in for another.
import { base64url } from 'jose';

export const SECRET_MIN_LENGTH = 32;

export interface Secret {
  /** Signs and verifies tokens. */
  readonly signing: Uint8Array;
  hash(label: 'securityKey' | 'address' | 'administrator', text: string): Promise<string>;
}

export async function createSecret(text: string): Promise<Secret> {
  if (text.length < SECRET_MIN_LENGTH) {
    throw new RangeError(`The secret needs at least ${SECRET_MIN_LENGTH} characters.`);
  }
  const bytes = new TextEncoder().encode(text);
  const key = await crypto.subtle.importKey(
    'raw',
    bytes,
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const hash = async (label: string, content: string) => {
    const message = new TextEncoder().encode(`alongside ${label}\n${content}`);
    return base64url.encode(new Uint8Array(await crypto.subtle.sign('HMAC', key, message)));
  };
  return { signing: base64url.decode(await hash('signing', '')), hash };
}

/** A secret for a relay that was given none. */
export const generateSecret = () => base64url.encode(crypto.getRandomValues(new Uint8Array(32)));
