// The basket page: its lines, the gift note and the sums, painted again whenever the basket changes.
import './quantityStepper.js';
import { basketLines, maxQuantity, onBasketChange, setQuantity } from './basketStore.js';
import { byId, element } from './element.js';
import { money } from './money.js';
import { freeDeliveryPence, orderTotals } from './orderTotals.js';
import { startGiftNote } from './giftNote.js';
import { toast } from './toast.js';

/** @typedef {import('./basketStore.js').BasketLine} BasketLine */

/** @type {Map<string, { item: HTMLElement, paint: (quantity: number) => void }>} */
const made = new Map();

/** @param {BasketLine} line */
function makeLine({ product }) {
  const { id, name, category, pence, stock } = product;
  const stepper = document.createElement('quantity-stepper');
  stepper.setAttribute('max', String(Math.min(maxQuantity, stock)));
  stepper.setAttribute('label', name);
  stepper.addEventListener('change', () => setQuantity(id, Number(stepper.getAttribute('value'))));
  const remove = element(
    'button',
    { type: 'button', class: 'link-button small', 'aria-label': `Remove ${name}` },
    'Remove',
  );
  remove.addEventListener('click', () => {
    setQuantity(id, 0);
    toast(`${name} is out of your basket`);
  });
  const price = element('p', { class: 'price' });
  const item = element(
    'li',
    { class: 'line', 'data-product': id },
    element(
      'div',
      { class: `arch tile-${category}` },
      element('img', { src: `/art/${id}.svg`, alt: '', width: 84, height: 84 }),
    ),
    element(
      'div',
      { class: 'line-words' },
      element('h2', {}, name),
      element('p', { class: 'small muted' }, `${money(pence)} each`),
      remove,
    ),
    stepper,
    price,
  );
  return {
    item,
    /** @param {number} quantity */
    paint(quantity) {
      stepper.setAttribute('value', String(quantity));
      price.textContent = money(pence * quantity);
    },
  };
}

function paint() {
  const lines = basketLines();
  byId('empty-basket', HTMLElement).hidden = lines.length > 0;
  byId('full-basket', HTMLElement).hidden = lines.length === 0;
  const gone = new Set(made.keys());
  for (const line of lines) {
    const { id } = line.product;
    gone.delete(id);
    const view = made.get(id) ?? makeLine(line);
    view.paint(line.quantity);
    // A line stays where it is, so that its stepper keeps the focus.
    if (!made.has(id)) byId('lines', HTMLElement).append(view.item);
    made.set(id, view);
  }
  for (const id of gone) {
    made.get(id)?.item.remove();
    made.delete(id);
  }
  const { goodsPence, deliveryPence, totalPence } = orderTotals(lines, 'standard');
  const missing = freeDeliveryPence - goodsPence;
  byId('free-delivery', HTMLMeterElement).value = goodsPence;
  byId('free-delivery-words', HTMLElement).textContent =
    missing > 0
      ? `${money(missing)} more and standard delivery is free.`
      : 'Standard delivery is free.';
  byId('goods', HTMLElement).textContent = money(goodsPence);
  byId('delivery-price', HTMLElement).textContent =
    deliveryPence === 0 ? 'Free' : money(deliveryPence);
  byId('total', HTMLElement).textContent = money(totalPence);
}

paint();
onBasketChange(paint);
startGiftNote();
