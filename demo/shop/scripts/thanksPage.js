// The thank-you: what was just ordered, read once from this visit's memory.
import { byId } from './element.js';

/** @returns {Record<string, string>} */
function lastOrder() {
  try {
    return JSON.parse(sessionStorage.getItem('tansy-order') ?? '{}') ?? {};
  } catch {
    return {}; // The page then says that there is no order.
  }
}

const { number, name = '', email = '', delivery, slot = '' } = lastOrder();
if (number !== undefined) {
  byId('order-number', HTMLElement).textContent = number;
  byId('thanks-name', HTMLElement).textContent = `, ${name.split(' ')[0]}`;
  byId('thanks-delivery', HTMLElement).textContent =
    delivery === 'collect' ? 'Collect it from Old Mill Lane in two hours.' : `It comes on ${slot}.`;
  byId('thanks-email', HTMLElement).textContent = `A receipt is on its way to ${email}.`;
}
