// The one place where bytes become MaskedBytes. Whatever is sent of a picture or a font has been through here, at the moment it leaves.
import type { MaskedBytes } from '../../protocol/maskedBytes.ts';
import { careBits } from './policy.ts';
import type { Care } from './policy.ts';

/** Null when nothing of it may leave. */
export const maskBytes = (bytes: Uint8Array, care: Care): MaskedBytes | null =>
  care & (careBits.masked | careBits.blocked) ? null : (bytes as MaskedBytes);

const picture = /^image\/[\w.+-]+$/i;
const font = /^(font\/[\w.+-]+|application\/(x-)?font-[\w-]+|application\/vnd\.ms-fontobject)$/i;
/** How fonts begin, where a server does not say that they are. */
const fontStarts = [0x774f4646, 0x774f4632, 0x4f54544f, 0x00010000, 0x74727565];

/** The type of what an address answered, or null for what is neither a picture nor a font: a page to sign in, an account's data. */
export function assetType(said: string, bytes: Uint8Array): string | null {
  const type = said.split(';', 1)[0]!.trim().toLowerCase();
  if (picture.test(type) || font.test(type)) return type;
  if (type !== '' && !/^(application|binary)\/octet-stream$/.test(type)) return null;
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  return fontStarts.includes(((a << 24) | (b << 16) | (c << 8) | d) >>> 0) ? 'font/sfnt' : null;
}
