// Angular: an appointment by reactive forms, with validators that look across fields, one that asks a server, and one field that
// is only read once it is left. Its templates are compiled in the browser, since ahead of time they would need Angular's own builder.
import type { App } from '../app.ts';

export const angular: App = {
  name: 'angular',
  plugins: [
    {
      name: 'as-shipped',
      config: () => ({ define: { ngDevMode: 'false', ngServerMode: 'false' } }),
    },
  ],
  job: [
    { see: 'Book an appointment' },
    { type: 'sam', into: 'User name' },
    { see: 'This name is taken' },
    { press: 'User name', times: 2 },
    { type: 'ana_ruiz' },
    { keys: ['Tab'] },
    { see: 'This name is free' },
    { type: '612 34', into: 'Phone' },
    { set: '2031-05-20', on: 'From' },
    { see: 'Nine digits' },
    { set: '2031-05-12', on: 'To' },
    { see: 'It ends before it begins' },
    { set: '2031-05-24', on: 'To' },
    { set: '14:30', on: 'At' },
    { press: 'Phone' },
    { keys: ['End'] },
    { type: '5678', into: 'Phone' },
    { choose: ['Harbour'], from: 'Office' },
    { choose: ['Door', 'Window'], from: 'Parts' },
    { press: 'By phone' },
    { press: 'Add a guest' },
    { type: 'Iker', into: 'Guest 1' },
    { press: 'Add a guest' },
    { type: 'Maren', into: 'Guest 2' },
    { press: 'Remove guest 1' },
    { see: 'Guests: 1' },
    { press: 'Remind me' },
    { see: 'Everything is filled in' },
    { press: 'Book' },
    { see: 'Booked for ana_ruiz' },
  ],
};
