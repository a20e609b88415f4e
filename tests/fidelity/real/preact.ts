// Preact: what a framework does to a page that it owns, with a thousand keyed rows.
import { fileURLToPath } from 'node:url';
import type { Interface } from './interface.ts';

const rows = (change: string) => `(w) => w.application.rows((rows) => ${change})`;
const first = (id: number) => `w.document.querySelector('li').dataset.row === '${id}'`;
const count = (length: number) => `w.document.querySelectorAll('li').length === ${length}`;

export const preact: Interface = {
  name: 'an application by Preact',
  page: `<!doctype html><style>.chosen { color: rgb(200, 0, 0) }</style><div id="application"></div><script src="script.js"></script>`,
  script: fileURLToPath(new URL('preactPage.ts', import.meta.url)),
  ready: `w.application && ${count(1000)}`,
  steps: [
    { act: rows('[...rows].reverse()'), done: first(999) },
    {
      act: `(w) => { w.application.set({ chosen: 500, dialog: true, late: true }); w.document.querySelector('[data-row="998"] input').value = 'typed'; w.document.querySelector('[data-row="998"] input').dispatchEvent(new w.Event('input', { bubbles: true })); }`,
      done: `w.document.querySelector('.chosen') && w.document.querySelector('dialog') && w.document.querySelector('main').textContent.includes('loading')`,
    },
    { act: `(w) => w.application.arrive()`, done: `w.document.querySelector('#late')` },
    {
      act: rows(
        'rows.toSpliced(1, 1).toSpliced(997, 1, rows[1]).with(0, rows[998]).toSpliced(998)',
      ),
      done: count(998),
    },
    {
      act: rows('rows.filter((id) => id % 3)'),
      done: `w.document.querySelectorAll('li').length < 700`,
    },
    {
      act: `(w) => w.application.set({ rows: Array.from({ length: 1000 }, (_, i) => i + 2000), dialog: false, late: false, chosen: 2001 })`,
      done: `${first(2000)} && !w.document.querySelector('dialog')`,
    },
    { act: `(w) => w.application.set({ rows: [] })`, done: count(0) },
  ],
};
