// What the agent reads when the customer's page refuses a command: what happened, and what to do instead.
import type { Refusal } from '../../../protocol/command.ts';

export const refusalWords: { readonly [R in Refusal]: string } = {
  noGrant: 'The customer has not given you control. Request it first.',
  staleGrant: 'That was meant for control, or a page, that has ended. Look again and retry.',
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
  notGranted: 'The customer has not allowed this.',
  denied: 'The site does not allow this. Ask the customer to do it.',
  declined: 'The customer said no to this.',
  customerActive: 'The customer is busy there. Wait, then press the field again.',
  unknown: 'It is not known whether this was done. Look at the page before you do it again.',
};
