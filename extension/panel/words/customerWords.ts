// How the customer is called: by name where the relay knows one.
import type { Customer } from '../../session/agentState.ts';

const UNNAMED = 'Customer';

export function customerLabel(customer: Customer): string {
  return (customer.at !== 'awaited' && customer.name) || UNNAMED;
}

/** At the beginning of a sentence. */
export function theCustomer(name: string): string {
  return name === '' || name === UNNAMED ? 'The customer' : name;
}
