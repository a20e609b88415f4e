// Svelte: a booking calendar that is used by keys and by drawing over its days, and fields of every kind that bind both ways.
import type { App } from '../app.ts';
import { compileSvelte } from './compileSvelte.ts';

export const svelte: App = {
  name: 'svelte',
  plugins: [compileSvelte],
  job: [
    { see: 'May 2031' },
    { press: 'Next month' },
    { see: 'June 2031' },
    // By keys: to the next day, a week on, chosen from there to three days later.
    { press: '10' },
    { see: '10 June to 10 June' },
    { keys: ['ArrowRight', 'ArrowDown', 'Enter', 'ArrowRight', 'ArrowRight', 'Shift+Enter'] },
    { see: '18 June to 20 June' },
    { keys: ['Home', 'End', 'PageUp'] },
    { see: 'May 2031' },
    { press: 'Next month' },
    { see: 'June 2031' },
    // By hand: drawn from one day to another.
    { drag: '3', onto: '6' },
    { see: '3 June to 6 June, 3 nights' },
    { press: 'Two rooms' },
    { set: '7', on: 'Warmth' },
    { set: '#336699', on: 'Colour of the towels' },
    { set: '17:45', on: 'Arrival' },
    { type: '3', into: 'Guests' },
    { choose: ['Sea'], from: 'View' },
    { press: 'More wishes' },
    { press: 'Breakfast' },
    { press: 'Quiet room' },
    { press: 'Breakfast' },
    { type: 'Near the lift,\nplease', into: 'Words to the house' },
    { keys: ['Shift+Home', 'Delete'] },
    { type: 'not near the bar' },
    { press: 'Clear the colour' },
    { press: 'Book' },
    { see: 'Booked: 3 nights, 2 rooms' },
  ],
};
