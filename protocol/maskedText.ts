// Text that has been through the privacy policy. Only `snippet/privacy/mask.ts` makes one; everything that is
// serialised accepts nothing else.
import type { Brand } from './brand.ts';

export type MaskedText = Brand<string, 'MaskedText'>;
