// Bytes of a picture or font that have been through the privacy policy. Only `snippet/privacy/maskBytes.ts` makes them; a frame that
// carries an asset accepts nothing else.
import type { Brand } from './brand.ts';

export type MaskedBytes = Brand<Uint8Array, 'MaskedBytes'>;
