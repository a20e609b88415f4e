// Work that pages do, as sources of functions that run in the page: the same for every recorder. What is set up beforehand costs nobody.

export interface Workload {
  readonly name: string;
  /** Before the recorder starts. */
  readonly before: string;
  /** One after the other; each begins when everything of the last has left. */
  readonly phases: readonly string[];
  /** Between two runs. */
  readonly after: string;
}

const helpers = `
  const area = document.querySelector('#area');
  const text = (n) => 'word ' + (n * 7919) % 10007;
  const row = (n) => {
    const row = document.createElement('div');
    row.className = 'row r' + n % 10;
    for (let i = 0; i < 5; i++) {
      const cell = document.createElement('span');
      cell.textContent = text(n * 5 + i);
      row.append(cell);
    }
    return row;
  };`;
const doing = (body: string) => `() => { ${helpers} ${body} }`;
const area = `() => { const area = document.createElement('div'); area.id = 'area'; document.body.append(area); window.turn = 0; }`;
const cells = `() => { (${area})(); for (let n = 0; n < 10000; n++) { const cell = document.createElement('i'); cell.textContent = 'cell ' + n; document.querySelector('#area').append(cell); } }`;
const empty = `() => document.querySelector('#area').replaceChildren()`;
const keep = `() => undefined`;

const addRows = doing(`for (let n = 0; n < 1000; n++) area.append(row(n));`);

export const workloads: readonly Workload[] = [
  { name: '1,000 × 10 nodes added', before: area, phases: [addRows], after: empty },
  {
    name: 'deep: 100 × 100 nodes nested',
    before: area,
    phases: [
      doing(`for (let n = 0; n < 100; n++) {
        let at = area;
        for (let depth = 0; depth < 100; depth++) {
          const inner = document.createElement('div');
          inner.dataset.depth = depth;
          at = at.appendChild(inner);
        }
      }`),
    ],
    after: empty,
  },
  {
    name: '1,000 × 10 added, half removed',
    before: area,
    phases: [addRows, doing(`[...area.children].forEach((row, n) => n % 2 && row.remove());`)],
    after: empty,
  },
  {
    name: '1,000 × 10 added, all moved',
    before: area,
    phases: [
      addRows,
      doing(`const other = document.createElement('section'); area.append(other);
        for (const row of [...area.children].reverse()) if (row !== other) other.append(row);`),
    ],
    after: empty,
  },
  {
    name: '10,000 attributes',
    before: cells,
    phases: [
      doing(
        `turn++; [...area.children].forEach((cell, n) => cell.setAttribute('data-state', 'state ' + (n + turn)));`,
      ),
    ],
    after: keep,
  },
  {
    name: '10,000 texts',
    before: cells,
    phases: [
      doing(
        `turn++; [...area.children].forEach((cell, n) => (cell.firstChild.data = text(n + turn)));`,
      ),
    ],
    after: keep,
  },
];

/** A hundred elements, moved by their style attribute in each of two hundred frames. */
export const animation: Workload = {
  name: 'style animation, 20,000 writes',
  before: `() => { (${area})(); for (let n = 0; n < 100; n++) { const ball = document.createElement('div'); ball.style.cssText = 'position: absolute; width: 4px; height: 4px'; document.querySelector('#area').append(ball); } }`,
  phases: [
    `() => { const balls = [...document.querySelector('#area').children]; let frame = 0;
      const step = () => { turn++; balls.forEach((ball, n) => (ball.style.transform = 'translate(' + (n + turn) % 300 + 'px, ' + (n * turn) % 200 + 'px)')); if (++frame < 200) requestAnimationFrame(step); };
      return new Promise((done) => { step(); const look = () => frame < 200 ? setTimeout(look, 50) : done(); look(); }); }`,
  ],
  after: keep,
};

/** Fifty times one more, each in a task of its own, after so many that are there already. */
export const appendTo = (siblings: number): Workload => ({
  name: `50 appended to ${siblings.toLocaleString('en')} siblings`,
  before: `() => { (${area})(); const area = document.querySelector('#area'); area.style.cssText = 'display: none'; for (let n = 0; n < ${siblings}; n++) area.append(document.createElement('i')); }`,
  phases: [
    `async () => { for (let n = 0; n < 50; n++) { document.querySelector('#area').append(document.createElement('b')); await new Promise((done) => setTimeout(done, 20)); } }`,
  ],
  after: `() => document.querySelectorAll('#area > b').forEach((node) => node.remove())`,
});
