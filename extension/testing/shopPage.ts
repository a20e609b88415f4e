// A page to look at in the panel's tests: a checkout with fields, a list, a masked name and a locked button.
import { el } from './writePage.ts';
import type { PageDescription } from './writePage.ts';

const css = `
  body { margin: 0; font: 16px/1.5 "Liberation Sans", Arial, sans-serif; color: #23302a; background: #faf8f3 }
  header { display: flex; gap: 32px; align-items: center; padding: 18px 48px; background: #24483a; color: #fff }
  header b { font-size: 22px } main { display: grid; grid-template-columns: 1.6fr 1fr; gap: 48px; padding: 40px 48px }
  h1 { margin: 0 0 20px; font-size: 32px } label { display: block; margin: 0 0 16px; font-weight: 700 }
  input, select { display: block; width: 100%; box-sizing: border-box; margin-top: 4px; padding: 12px; font: inherit; border: 1px solid #99a79f; border-radius: 6px; background: #fff }
  button { padding: 14px 28px; border: 0; border-radius: 6px; background: #c5532d; color: #fff; font: 700 16px Arial }
  aside { padding: 24px; border-radius: 10px; background: #fff; box-shadow: 0 2px 12px #0001 }
  li { display: flex; justify-content: space-between; padding: 10px 0; border-bottom: 1px solid #e5e0d4 } ul { list-style: none; padding: 0 }
`;

export const shopPage: PageDescription = {
  address: 'https://shop.example/checkout?step=2',
  title: 'Checkout · Fern & Field',
  width: 1280,
  height: 800,
  css,
  body: [
    el(
      'header',
      {},
      el('b', {}, 'Fern & Field'),
      el('span', {}, 'Garden tools'),
      el('span', {}, 'Pots'),
      el('span', {}, 'Basket (2)'),
    ),
    el(
      'main',
      {},
      el(
        'section',
        { id: 'form' },
        el('h1', { id: 'title' }, 'Where should it go?'),
        el('label', {}, 'Full name', {
          ...el('input', { id: 'name', value: '••• •••••' }),
          care: 1,
        }),
        el('label', {}, 'Street', el('input', { id: 'street', value: '12 Garden Lane' })),
        el(
          'label',
          {},
          'Country',
          el(
            'select',
            { id: 'country' },
            el('option', { selected: '' }, 'Ireland'),
            el('option', {}, 'Portugal'),
            el('option', { disabled: '' }, 'Norway'),
            el('option', {}, 'Poland'),
          ),
        ),
        el(
          'label',
          {},
          'Delivery date',
          el('input', { id: 'date', type: 'date', value: '2030-05-01' }),
        ),
        { ...el('button', { id: 'pay', type: 'button' }, 'Continue to payment'), care: 2 },
      ),
      el(
        'aside',
        { id: 'basket' },
        el('h2', {}, 'Your basket'),
        el(
          'ul',
          {},
          el('li', {}, el('span', {}, 'Terracotta pot'), el('b', {}, '€ 24.00')),
          el('li', {}, el('span', {}, 'Secateurs'), el('b', {}, '€ 39.50')),
          el('li', {}, el('span', {}, 'Delivery'), el('b', {}, '€ 4.90')),
        ),
        el('h2', { id: 'total' }, 'Total € 68.40'),
      ),
    ),
  ],
};
