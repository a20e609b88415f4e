// Names that cannot be guessed: 22 characters of base64url, 128 random bits.
import { base64url } from 'jose';

export const randomId = (): string => base64url.encode(crypto.getRandomValues(new Uint8Array(16)));
