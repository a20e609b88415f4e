// The order beside the checkout form, and the review at its end.
import { basketLines } from './basketStore.js';
import { byId, element } from './element.js';
import { money } from './money.js';
import { deliveryMethods, freeDeliveryPence, orderTotals } from './orderTotals.js';

const countries = /** @type {Record<string, string>} */ ({
  GB: 'United Kingdom',
  IE: 'Ireland',
  ES: 'Spain',
  FR: 'France',
  DE: 'Germany',
});

/** @param {Record<string, string>} values of the form */
export function paintOrder(values) {
  const lines = basketLines();
  const method =
    values.delivery === 'express' || values.delivery === 'collect' ? values.delivery : 'standard';
  const { goodsPence, deliveryPence, totalPence } = orderTotals(lines, method);
  const { name, when } = deliveryMethods[method];
  const list = byId('order-lines', HTMLElement);
  // The lines cannot change on this page, so they are made once.
  if (list.childElementCount !== lines.length) {
    list.replaceChildren(
      ...lines.map(({ product, quantity }) =>
        element(
          'li',
          {},
          element(
            'div',
            { class: `arch tile-${product.category}` },
            element('img', { src: `/art/${product.id}.svg`, alt: '', width: 44, height: 44 }),
          ),
          element('span', {}, `${quantity} × ${product.name}`),
          element('span', {}, money(product.pence * quantity)),
        ),
      ),
    );
  }
  write('goods', money(goodsPence));
  write('delivery-name', name);
  write('delivery-price', deliveryPence === 0 ? 'Free' : money(deliveryPence));
  write(
    'standard-price',
    goodsPence >= freeDeliveryPence ? 'Free' : money(deliveryMethods.standard.pence),
  );
  write('total', money(totalPence));
  write('pay', `Pay ${money(totalPence)}`);
  const { street = '', city = '', postcode = '', country = '' } = values;
  write(
    'review-address',
    [values.name, street, `${city} ${postcode}`, countries[country]].filter(Boolean).join('\n'),
  );
  write('review-delivery', method === 'collect' ? `${name}\n${when}` : `${name}\n${values.slot}`);
  const digits = (values['card-number'] ?? '').replaceAll(' ', '');
  write('review-card', `${values['card-name'] ?? ''}\nCard ending ${digits.slice(-4)}`);
}

/** @param {string} id @param {string} words left alone when they already stand there */
function write(id, words) {
  const box = byId(id, HTMLElement);
  if (box.textContent !== words) box.textContent = words;
}
