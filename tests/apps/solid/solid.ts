// Solid: a table of orders, filtered as one types, sorted by its headings, chosen from with Shift and Control, edited in place.
import type { App } from '../app.ts';
import { compileSolid } from './compileSolid.ts';

export const solid: App = {
  name: 'solid',
  plugins: [compileSolid],
  job: [
    { see: '12 of 12 orders' },
    { press: 'Town' },
    { press: 'Sum' },
    { press: 'Sum' },
    { see: 'Sorted by sum, falling' },
    { type: 'an', into: 'Filter' },
    { see: '6 of 12 orders' },
    { keys: ['Backspace', 'Escape'] },
    { see: '12 of 12 orders' },
    // Chosen as in any table: one, to another, and one more taken out of them.
    { press: 'Order 112' },
    { press: 'Order 109', held: 'Shift' },
    { see: '4 chosen' },
    { press: 'Order 110', held: 'Control' },
    { see: '3 chosen' },
    { choose: ['shipped'], from: 'Mark as' },
    { press: 'Apply' },
    { see: '3 shipped' },
    { choose: ['open', 'held'], from: 'Show' },
    { see: '9 of 12 orders' },
    { press: 'Edit the name of 110', times: 2 },
    { keys: ['Control+a'] },
    { type: 'Ines Duarte' },
    { keys: ['Enter'] },
    { see: 'Ines Duarte' },
    { press: 'Edit the name of 108', times: 2 },
    { type: 'nobody' },
    { keys: ['Escape'] },
    { press: 'Edit the sum of 108', times: 2 },
    { keys: ['Control+a', 'Delete'] },
    { type: '77.5' },
    { press: 'Filter' },
    { see: '77.50' },
    // Far down, in a table that scrolls by itself.
    { press: 'Order 101' },
    { keys: ['Delete'] },
    { see: '8 of 11 orders' },
    { press: 'Undo' },
    { see: '9 of 12 orders' },
  ],
};
