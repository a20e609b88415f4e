// Runs in a page of the customer's: what it looks like as its own policy lets it be seen.
import { createPolicy } from '../../snippet/privacy/createPolicy.ts';
import { describePage } from '../fidelity/describePage.ts';

(window as unknown as { describeHere: () => string[] }).describeHere = () =>
  describePage(document, createPolicy());
