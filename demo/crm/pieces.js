// The desk's small pieces: an entry in the list of cases, one turn of the conversation, one fact about the customer.

const icons = {
  voice: 'M6 3l3 1 1 4-2 1.500a9 9 0 0 0 3 3L12.500 10.500l4 1 1 3-2 2.500C9 17 3 11 3.500 5z',
  messaging: 'M4 4h12v9H9l-4 3.500V13H4z',
  chat: 'M10 3.500c4.500 0 7.500 2.500 7.500 6s-3 6-7.500 6c-.8 0-1.600-.1-2.300-.3L4 17l.8-3C3.300 12.900 2.500 11.300 2.500 9.500c0-3.500 3-6 7.500-6z',
};

/**
 * @param {import('./cases.js').Case} one
 * @param {boolean} current
 * @param {(one: import('./cases.js').Case) => void} choose
 */
export function caseItem(one, current, choose) {
  const button = document.createElement('button');
  button.type = 'button';
  if (current) button.setAttribute('aria-current', 'true');
  const age = text('span', one.age, 'age');
  if (one.age === 'live') age.dataset.live = '';
  button.append(
    icon(one.channel),
    text('strong', one.customer),
    age,
    text('span', one.subject, 'subject'),
  );
  button.addEventListener('click', () => choose(one));
  return wrap('li', button);
}

/**
 * @param {import('./cases.js').Turn} turn
 * @param {import('./cases.js').Case} one
 */
export function turnItem({ at, by, words }, { customer }) {
  const who = { customer: customer.split(' ')[0] ?? customer, agent: 'You', note: 'System' }[by];
  const item = wrap('li', text('time', at), text('b', who), text('span', words));
  item.dataset.by = by;
  return item;
}

/** @param {[string, string]} fact */
export const factRow = ([name, value]) => [text('dt', name), text('dd', value)];

/** @param {keyof typeof icons} channel */
function icon(channel) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [name, value] of Object.entries({
    viewBox: '0 0 20 20',
    width: '18',
    height: '18',
    role: 'img',
    'aria-label': channel,
  }))
    svg.setAttribute(name, value);
  const path = document.createElementNS(svg.namespaceURI, 'path');
  for (const [name, value] of Object.entries({
    d: icons[channel],
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '1.600',
    'stroke-linejoin': 'round',
  }))
    path.setAttribute(name, value);
  svg.append(path);
  return svg;
}

/** @param {string} name @param {string} words @param {string} [className] */
function text(name, words, className = '') {
  const made = document.createElement(name);
  made.textContent = words;
  if (className !== '') made.className = className;
  return made;
}

/** @param {string} name @param {...Node} children */
function wrap(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}
