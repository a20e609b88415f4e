// Why a part of the page is grey, in words, while the agent's pointer is over it.
import type { Target } from '../../viewer/viewer.ts';

export const reasonWords: { readonly [R in NonNullable<Target['reason']>]: string } = {
  masked: 'Hidden from you. Only the customer sees this.',
  locked: 'Locked. Only the customer can use this.',
  blocked: 'Not shared. The site keeps this to the customer.',
};
