// What the agent reads when the customer's page refuses a command: what happened, and what to do instead.
import type { Refusal } from '../../../protocol/command.ts';

export const refusalWords: { readonly [R in Refusal]: string } = {
  noGrant: 'The customer has not given you control. Request it first.',
  staleGrant: 'Control was taken back in the meantime. Request it again.',
  paused: 'The customer has paused sharing. Wait until they resume.',
  gone: 'That part of the page is gone. Look again and retry.',
  locked: 'The site leaves this to the customer. Ask them to do it.',
  masked: 'This is hidden from you. Ask the customer to do it.',
  blocked: 'This part is not shared. Ask the customer to do it.',
  disabled: 'The page has this switched off at the moment.',
  forbidden: 'Only the customer can use this.',
  otherOrigin: 'That leads to another website. Only the customer can go there.',
  unsupported: 'This cannot be done from here. Ask the customer to do it.',
  failed: 'It did not work on the customer’s page. Try again.',
};
