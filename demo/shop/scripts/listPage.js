// The product list: reads the filters, shows what they leave, keeps the address in step with the category.
import './quantityStepper.js';
import './starRating.js';
import { startCarousel } from './carousel.js';
import { byId } from './element.js';
import { filterProducts } from './filterProducts.js';
import { productCard } from './productCard.js';
import { products } from './products.js';
import { quickLook } from './quickLook.js';
import { showRecentlyViewed } from './recentlyViewed.js';
import { startViewToggle } from './viewToggle.js';

const filters = byId('filters', HTMLFormElement);
const cards = byId('cards', HTMLUListElement);
const maxPrice = byId('max-price', HTMLInputElement);
const open = quickLook();
// Cards are made once and moved, so that a filter never resets what a person is doing in one.
const cardOf = new Map(products.map((product) => [product, productCard(product, open)]));

function paint() {
  const chosen = new FormData(filters);
  const found = filterProducts(products, {
    search: String(chosen.get('search')),
    categories: chosen.getAll('category').map(String),
    maxPence: Number(chosen.get('max-price')) * 100,
    inStockOnly: chosen.has('in-stock'),
    sort: String(chosen.get('sort')),
  });
  cards.replaceChildren(...found.flatMap((product) => cardOf.get(product) ?? []));
  byId('max-price-value', HTMLOutputElement).value = `£${maxPrice.value}`;
  byId('result-count', HTMLElement).textContent =
    found.length === 1 ? '1 product' : `${found.length} products`;
  byId('nothing-found', HTMLElement).hidden = found.length > 0;
}

const wanted = new URLSearchParams(location.search).getAll('category');
for (const box of filters.querySelectorAll('input')) {
  if (box.name === 'category' && wanted.includes(box.value)) box.checked = true;
}
filters.addEventListener('input', paint);
filters.addEventListener('submit', (event) => event.preventDefault());
// A reset event comes before the fields change, and a microtask would too.
filters.addEventListener('reset', () => setTimeout(paint));
byId('clear-from-empty', HTMLButtonElement).addEventListener('click', () => filters.reset());
byId('show-filters', HTMLButtonElement).addEventListener('click', ({ currentTarget }) => {
  const shown = filters.toggleAttribute('data-open');
  if (currentTarget instanceof HTMLElement) currentTarget.ariaExpanded = String(shown);
});

paint();
startCarousel();
startViewToggle();
showRecentlyViewed(open);
