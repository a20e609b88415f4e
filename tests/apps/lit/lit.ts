// Lit: a checkout of custom elements in shadow roots, some of them part of the form around them, one with a list of its own making.
import type { App } from '../app.ts';

export const lit: App = {
  name: 'lit',
  job: [
    { see: 'Your basket: 2 things' },
    { press: 'One more lantern' },
    { press: 'One more lantern' },
    { press: 'One less twine' },
    { see: 'Your basket: 3 things, €87.00' },
    { type: 'Ana Ruiz', into: 'Full name' },
    { type: 'Calle Mayor 3', into: 'Street' },
    { keys: ['Tab'] },
    { type: '28013' },
    // A list that the page draws itself, by mouse and then by keys.
    { press: 'Country' },
    { press: 'Portugal' },
    { keys: ['Enter', 'ArrowDown', 'ArrowDown', 'Enter'] },
    { see: 'Country: Spain' },
    { press: 'Four stars' },
    { keys: ['ArrowRight', 'ArrowLeft', 'ArrowLeft'] },
    { press: 'Express' },
    { hover: 'About express' },
    { see: 'At your door tomorrow' },
    { press: 'Gift wrap' },
    { type: 'For Iker', into: 'Words on the card' },
    { press: 'Order' },
    { see: 'Order for €96.50?' },
    { keys: ['Escape'] },
    { see: 'Not ordered yet' },
    { press: 'One less lantern' },
    { see: 'Your basket: 2 things, €58.00' },
    { press: 'Order' },
    { press: 'Yes, order' },
    { see: 'Ordered: quantity-lantern=2' },
  ],
};
