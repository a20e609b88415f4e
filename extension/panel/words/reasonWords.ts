// Why a part of the page is grey, and who decided it, in words, while the agent's pointer is over it.
import type { Reason } from '../../../protocol/controlPlane.ts';
import type { Target } from '../../viewer/viewer.ts';

const words: { readonly [R in NonNullable<Target['reason']>]: string } = {
  masked: 'Hidden from you. Only the customer sees this.',
  locked: 'Locked. Only the customer can use this.',
  blocked: 'Not shared. The site keeps this to the customer.',
};

/** `reasons`: as the customer's page has told them; until then who decided is not said. */
export function reasonWords(
  reason: NonNullable<Target['reason']>,
  reasons: readonly Reason[] = [],
): string {
  const decided = reasons.find(({ treatment }) => treatment === reason);
  return decided ? `${words[reason]} ${deciderWords(decided)}` : words[reason];
}

function deciderWords({ by, rule }: Reason): string {
  switch (by) {
    case 'password':
      return 'Passwords always are.';
    case 'code':
      return 'One-time codes always are.';
    case 'card':
      return 'Card details always are.';
    case 'hidden':
      return 'Values that nobody sees always are.';
    case 'dots':
      return 'What is shown as dots always is.';
    case 'page':
      return 'The page says so.';
    case 'relay':
      return `The site’s rule “${rule}” says so.`;
    case 'agent':
      return `Your company’s rule “${rule}” says so.`;
    case 'frame':
      return 'The page around it says so.';
    case 'doubt':
      return 'In doubt, it stays with the customer.';
  }
}
