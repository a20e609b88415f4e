// Random changes of the tree: what is put in, taken out, moved, wrapped; attributes and texts; fields.

export interface Playing {
  readonly view: Window & typeof globalThis;
  readonly page: Document;
  readonly masks: boolean;
  next(): number;
  number(below: number): number;
  pick<T>(list: readonly T[]): T;
  all(): Element[];
  /** Taken out, and perhaps put back. */
  readonly stash: Element[];
}

export type Way = (playing: Playing) => void;

const tags =
  'div p span ul li section table input textarea select x-card x-hand svg b details dialog iframe'.split(
    ' ',
  );
const isBody = (element: Element) => element === element.ownerDocument.body;

/** Does `outer` contain `node`, in shadow roots and frames too? */
function holds(outer: Element, node: Node | null): boolean {
  for (let at = node; at;) {
    if (at === outer) return true;
    at =
      at.parentNode ??
      (at as ShadowRoot).host ??
      (at as Document).defaultView?.frameElement ??
      null;
  }
  return false;
}

const containers = ({ all }: Playing) =>
  all().filter(
    ({ localName }) =>
      !/^(input|textarea|select|iframe|svg|style|script|img|br|hr)$/.test(localName),
  );
const named = ({ all }: Playing, name: string) =>
  all().filter(({ localName }) => localName === name);

export function make(playing: Playing): Element {
  const { page, pick, next, number, masks } = playing;
  const tag = pick(tags);
  if (tag === 'svg') {
    const svg = page.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.append(page.createElementNS('http://www.w3.org/2000/svg', 'linearGradient'));
    return svg;
  }
  const element = page.createElement(tag);
  if (tag === 'select')
    for (let i = 0; i < 3; i++)
      element.append(Object.assign(page.createElement('option'), { textContent: `o${i}` }));
  else if (tag === 'x-card')
    element.attachShadow({ mode: 'open' }).innerHTML =
      '<style>p { color: teal }</style><p>in</p><slot></slot>';
  else if (tag === 'x-hand')
    element.attachShadow({ mode: 'open', slotAssignment: 'manual' }).innerHTML =
      '<i><slot></slot></i>';
  else if (tag === 'iframe')
    element.setAttribute(
      'srcdoc',
      `<body data-there><style>p { margin: 1px }</style><p>f${number(99)}</p>`,
    );
  else if (tag !== 'input' && tag !== 'textarea' && next() < 0.6)
    element.append(`t${number(1000)}`);
  if (tag === 'div' && next() < 0.2) element.setAttribute('popover', 'manual');
  if (masks && next() < 0.1)
    element.setAttribute('data-alongside', pick(['mask', 'block', 'lock', 'unmask']));
  return element;
}

const target = ({ all, pick }: Playing) => pick(all());

export const ways: readonly Way[] = [
  (playing) => playing.pick(containers(playing)).append(make(playing)),
  (playing) =>
    playing
      .pick(containers(playing))
      .prepend(make(playing), playing.page.createComment('c'), 'txt', make(playing)),
  (playing) => {
    const element = target(playing);
    if (!isBody(element)) element.before(make(playing));
  },
  (playing) => {
    const element = target(playing);
    if (isBody(element)) return;
    element.remove();
    if (playing.next() < 0.5) playing.stash.push(element);
  },
  (playing) => {
    const element = playing.stash.pop();
    if (element) playing.pick(containers(playing)).append(element);
  },
  (playing) => {
    const element = target(playing);
    const into = playing.pick(containers(playing));
    if (!isBody(element) && !holds(element, into))
      into.insertBefore(element, playing.pick([null, ...into.childNodes]));
  },
  (playing) => {
    // An element changes places with what contains it.
    const inner = target(playing);
    const outer = inner.parentElement;
    if (!outer || isBody(outer) || isBody(inner)) return;
    if (/^(input|textarea|select|svg|iframe)$/.test(inner.localName)) return;
    outer.before(inner);
    inner.append(outer);
  },
  (playing) => {
    const element = target(playing);
    if (isBody(element) || element.localName === 'svg') return;
    const wrapper = playing.page.createElement('div');
    element.replaceWith(wrapper);
    wrapper.append(element, 'wrapped');
  },
  (playing) =>
    target(playing).setAttribute(
      playing.pick(['class', 'id', 'title', 'data-x', 'lang', 'part', 'tabindex']),
      `v${playing.number(9)}`,
    ),
  (playing) => target(playing).toggleAttribute('hidden'),
  (playing) =>
    target(playing).removeAttribute(playing.pick(['class', 'title', 'data-alongside', 'style'])),
  (playing) => {
    if (playing.masks)
      target(playing).setAttribute(
        'data-alongside',
        playing.pick(['mask', 'unmask', 'block', 'lock', '']),
      );
  },
  (playing) =>
    (target(playing) as HTMLElement).style.setProperty(
      playing.pick(['color', 'background-color']),
      `rgb(${playing.number(255)}, 0, 0)`,
    ),
  (playing) => {
    const texts = playing
      .all()
      .flatMap(({ childNodes }) => [...childNodes])
      .filter(({ nodeType }) => nodeType === 3);
    if (texts.length) (playing.pick(texts) as Text).data = `changed ${playing.number(1000)}`;
  },
  (playing) => {
    const element = playing.pick(containers(playing));
    if (!isBody(element) && playing.next() < 0.3)
      element.replaceChildren(make(playing), 'replaced');
  },
  (playing) => {
    const input = playing.pick(named(playing, 'input')) as HTMLInputElement | undefined;
    if (!input) return;
    if (playing.next() < 0.3)
      input.type = playing.pick([
        'text',
        'checkbox',
        'radio',
        ...(playing.masks ? ['password'] : ['search']),
        'number',
      ]);
    if (input.type === 'checkbox' || input.type === 'radio') input.checked = playing.next() < 0.5;
    else input.value = String(playing.number(100));
  },
  (playing) => {
    const select = playing.pick(named(playing, 'select')) as HTMLSelectElement | undefined;
    if (!select) return;
    if (playing.next() < 0.3) select.prepend(new playing.view.Option('first'));
    select.selectedIndex = playing.number(select.options.length);
  },
  (playing) => {
    const area = playing.pick(named(playing, 'textarea')) as HTMLTextAreaElement | undefined;
    if (!area) return;
    if (playing.next() < 0.3) area.textContent = 'default';
    else area.value = `line\n${playing.number(99)}`;
  },
];
