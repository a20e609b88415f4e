// The checkout: shows one step at a time, lets nobody past a step with a problem in it, and pays.
// Invariant: the address names the step (`#payment`), and never one beyond the first unfinished step.
import { basketLines, emptyBasket } from './basketStore.js';
import { fieldsIn, judgeField, problemIn } from './checkoutFields.js';
import { forgetCheckout, recallCheckout, rememberCheckout } from './checkoutMemory.js';
import { isoDay } from './checkoutRules.js';
import { paintOrder } from './checkoutSummary.js';
import { startDeliverySlot } from './deliverySlot.js';
import { byId } from './element.js';

const form = byId('checkout', HTMLFormElement);
const steps = [...form.querySelectorAll('[data-step]')].filter(
  (step) => step instanceof HTMLElement,
);
const names = steps.map((step) => step.dataset.step ?? '');
const country = byId('country', HTMLSelectElement);
const date = byId('delivery-date', HTMLInputElement);
const billingSame = byId('billing-same', HTMLInputElement);
let slot = '';

/** @returns {Record<string, string>} */
const values = () => ({
  ...Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)])),
  slot,
});

const slots = startDeliverySlot((chosen) => {
  slot = chosen;
  remember();
  paint();
});

function remember() {
  rememberCheckout(values());
}

function paint() {
  byId('billing-part', HTMLElement).hidden = billingSame.checked;
  byId('slot-part', HTMLElement).hidden = values().delivery === 'collect';
  byId('slot-chosen', HTMLElement).textContent =
    slot === '' ? 'No time chosen yet.' : `Kept: ${slot}.`;
  if (slot !== '') byId('slot-problem', HTMLElement).hidden = true;
  paintOrder(values());
}

/** @param {number} index */
const needsSlot = (index) =>
  names[index] === 'delivery' && values().delivery !== 'collect' && slot === '';

/** @param {number} end the step to stop before @returns {number} -1 when all are finished */
const firstUnfinished = (end) =>
  steps.findIndex(
    (step, at) =>
      at < end &&
      (needsSlot(at) || fieldsIn(step).some((field) => problemIn(field, country.value))),
  );

/** Says what the step still needs, and takes the person to the first of it. @param {number} index */
function pointOut(index) {
  const fields = fieldsIn(steps[index] ?? form);
  for (const field of fields) judgeField(field, country.value);
  fields.find((field) => field.ariaInvalid === 'true')?.focus();
  byId('slot-problem', HTMLElement).hidden = !needsSlot(index);
}

/** @param {number} index */
function show(index) {
  steps.forEach((step, at) => (step.hidden = at !== index));
  document.querySelectorAll('#steps li').forEach((item, at) => {
    if (at === index) item.setAttribute('aria-current', 'step');
    else item.removeAttribute('aria-current');
    if (at < index) item.setAttribute('data-state', 'done');
    else item.removeAttribute('data-state');
  });
  paint();
}

/** @param {string} name */
function go(name) {
  const wanted = names.indexOf(name);
  const unfinished = firstUnfinished(wanted);
  const reached = unfinished === -1 ? wanted : unfinished;
  if (steps[reached]?.hidden) {
    show(reached);
    history.pushState(null, '', `#${names[reached]}`);
    steps[reached].querySelector('h2')?.focus();
  }
  if (unfinished !== -1) pointOut(unfinished);
}

function followAddress() {
  const wanted = Math.max(0, names.indexOf(location.hash.slice(1)));
  const unfinished = firstUnfinished(wanted);
  show(unfinished === -1 ? wanted : unfinished);
}

form.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('[data-to]') : null;
  if (button instanceof HTMLElement && button.dataset.to) go(button.dataset.to);
});
form.addEventListener('input', ({ target }) => {
  if (target === date && slot !== '') slot = '';
  remember();
  paint();
  // A field is judged again only once it has been found wrong: nobody is corrected in mid-word.
  for (const field of fieldsIn(form))
    if (field.ariaInvalid === 'true') judgeField(field, country.value);
});
form.addEventListener('change', ({ target }) => {
  if (target === date) slots.showDay(date.value);
  if (
    (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) &&
    fieldsIn(form).includes(target) &&
    target.value !== ''
  )
    judgeField(target, country.value);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const at = steps.findIndex((step) => !step.hidden);
  const next = names[at + 1];
  if (next !== undefined) return go(next);
  if (firstUnfinished(steps.length) !== -1) return go('review');
  const { name = '', email = '', delivery = '' } = values();
  const number = `TT-${50_000 + (crypto.getRandomValues(new Uint16Array(1))[0] ?? 0)}`;
  sessionStorage.setItem('tansy-order', JSON.stringify({ number, name, email, delivery, slot }));
  emptyBasket();
  forgetCheckout();
  location.assign('/thanks.html');
});
addEventListener('popstate', followAddress);
addEventListener('hashchange', followAddress);

if (basketLines().length === 0) location.replace('/basket.html');
const { slot: keptSlot = '', ...kept } = recallCheckout();
slot = keptSlot;
for (const [name, value] of Object.entries(kept)) {
  const field = form.elements.namedItem(name);
  if (
    field instanceof RadioNodeList ||
    field instanceof HTMLInputElement ||
    field instanceof HTMLSelectElement
  )
    field.value = value;
}
const tomorrow = new Date();
tomorrow.setDate(tomorrow.getDate() + 1);
date.min = isoDay(tomorrow);
slots.showDay(date.value);
followAddress();
