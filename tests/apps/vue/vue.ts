// Vue: a kanban board; cards are written with v-model and its modifiers, renamed in place, and dragged from list to list.
import type { App } from '../app.ts';
import { compileVue } from './compileVue.ts';

export const vue: App = {
  name: 'vue',
  plugins: [compileVue],
  // Firefox lets nobody drag and drop by its driver.
  byHandIn: 'Chromium',
  job: [
    { see: '3 cards' },
    { type: '  Order the seeds  ', into: 'New card' },
    { keys: ['Enter'] },
    { see: '4 cards' },
    { type: 'Paint the door', into: 'New card' },
    { type: '12', into: 'Hours' },
    { press: 'garden' },
    { press: 'urgent' },
    { press: 'Add' },
    { see: '5 cards, 15 hours' },
    // Renamed in place: by a double press, then taken back once, then kept.
    { press: 'Mow the lawn', times: 2 },
    { type: ' tomorrow', into: 'Name of the card' },
    { keys: ['Escape'] },
    { press: 'Mow the lawn', times: 2 },
    { keys: ['Control+a', 'Backspace'] },
    { type: 'Mow all of it', into: 'Name of the card' },
    { keys: ['Enter'] },
    { see: 'Mow all of it' },
    { drag: 'Order the seeds', onto: 'Doing' },
    { see: 'Doing: 1' },
    { drag: 'Fix the gate', onto: 'Mow all of it' },
    { see: 'Moved Fix the gate' },
    { press: 'Remove Water the roses' },
    { see: '4 cards' },
    { press: 'Show done' },
    { type: 'gate', into: 'Find' },
    { keys: ['Tab'] },
    { see: 'Showing 1' },
  ],
};
