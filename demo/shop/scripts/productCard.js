// One product in the list: picture that opens the quick look, words, stars, and a button that becomes a stepper.
import { maxQuantity, quantityOf, setQuantity } from './basketStore.js';
import { element } from './element.js';
import { money } from './money.js';
import { stockWords } from './stockWords.js';
import { toast } from './toast.js';

/** @typedef {import('./products.js').Product} Product */

/**
 * @param {Product} product
 * @param {(product: Product) => void} open
 */
export function productCard(product, open) {
  const { id, name, category, pence, stars, reviews } = product;
  const picture = element(
    'button',
    { type: 'button', class: `arch tile-${category}`, 'aria-label': `Quick look: ${name}` },
    element('img', { src: `/art/${id}.svg`, alt: '', width: 240, height: 240 }),
  );
  picture.addEventListener('click', () => open(product));
  const { words, level } = stockWords(product);
  const rating = document.createElement('star-rating');
  rating.setAttribute('value', String(stars));
  rating.append(element('span', { class: 'muted' }, String(reviews)));
  return element(
    'li',
    { class: 'product', 'data-product': id },
    picture,
    element(
      'div',
      { class: 'product-words' },
      element('h3', {}, name),
      rating,
      element('p', { class: 'price' }, money(pence)),
      element('p', { class: 'stock', 'data-stock': level }, words),
    ),
    action(product),
  );
}

/** @param {Product} product */
function action(product) {
  const box = element('div', { class: 'product-action' });
  const add = element(
    'button',
    {
      type: 'button',
      class: 'button',
      disabled: product.stock === 0,
      'aria-label': `Add to basket: ${product.name}`,
    },
    product.stock === 0 ? 'Sold out' : 'Add to basket',
  );
  const stepper = document.createElement('quantity-stepper');
  stepper.setAttribute('max', String(Math.min(maxQuantity, product.stock)));
  stepper.setAttribute('label', product.name);

  function paint() {
    const quantity = quantityOf(product.id);
    stepper.setAttribute('value', String(quantity));
    const wanted = quantity > 0 ? stepper : add;
    if (box.firstChild === wanted) return;
    const hadFocus = box.contains(document.activeElement);
    box.replaceChildren(wanted);
    if (hadFocus) wanted.focus();
  }
  add.addEventListener('click', () => {
    setQuantity(product.id, 1);
    toast(`${product.name} is in your basket`);
    paint();
  });
  stepper.addEventListener('change', () => {
    setQuantity(product.id, Number(stepper.getAttribute('value')));
    paint();
  });
  // The quick look and other tabs change quantities too; a card that has left the list no longer matters.
  addEventListener('basketchange', paint);
  addEventListener('storage', paint);
  paint();
  return box;
}
