// The gift card page: its picture follows the form.
import './quantityStepper.js';
import { byId } from './element.js';
import { toast } from './toast.js';

const form = byId('gift-card', HTMLFormElement);
const quantity = byId('gift-quantity', HTMLElement);

function paint() {
  const chosen = new FormData(form);
  const count = Number(quantity.getAttribute('value'));
  byId('gift-amount', HTMLElement).textContent =
    count > 1 ? `${count} × £${chosen.get('amount')}` : `£${chosen.get('amount')}`;
  byId('gift-for', HTMLElement).textContent =
    `for ${String(chosen.get('recipient')).trim() || 'someone with a windowsill'}`;
}
form.addEventListener('input', paint);
quantity.addEventListener('change', paint);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  toast(`On its way to ${byId('recipient', HTMLInputElement).value}`);
});
paint();
