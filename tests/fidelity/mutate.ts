// Runs in the browser: random changes to the customer's page, by a seed, over every op the mirror knows.

/** Mulberry32, a small seeded generator. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Does `outer` contain `node`, in shadow roots too? */
function holds(outer: Element, node: Node | null): boolean {
  for (let at = node; at; at = at.parentNode ?? (at as ShadowRoot).host ?? null)
    if (at === outer) return true;
  return false;
}

const tags = [
  'div',
  'p',
  'span',
  'ul',
  'li',
  'section',
  'table',
  'input',
  'textarea',
  'select',
  'x-card',
  'svg',
  'b',
  'details',
];

export function mutate(view: Window & typeof globalThis, seed: number, steps: number): void {
  const next = random(seed);
  const document = view.document;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const stash: Element[] = [];

  function all(): Element[] {
    const found: Element[] = [];
    const pending: ParentNode[] = [document.body];
    for (let root = pending.pop(); root; root = pending.pop()) {
      for (const element of root.querySelectorAll('*')) {
        if (element.closest('select, svg, style, script, alongside-ui')) continue;
        found.push(element);
        if (element.shadowRoot) pending.push(element.shadowRoot);
      }
    }
    found.push(document.body);
    return found;
  }
  const containers = () =>
    all().filter(
      (element) =>
        !/^(input|textarea|select|iframe|svg|style|script|img|br|hr)$/.test(element.localName),
    );

  function make(): Element {
    const tag = pick(tags);
    if (tag === 'svg') {
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      svg.append(document.createElementNS('http://www.w3.org/2000/svg', 'linearGradient'));
      return svg;
    }
    const element = document.createElement(tag);
    if (tag === 'select') for (let i = 0; i < 3; i++) element.append(new view.Option(`o${i}`));
    else if (tag === 'x-card')
      element.attachShadow({ mode: 'open' }).innerHTML =
        '<style>p { color: teal }</style><p>in</p><slot></slot>';
    else if (tag !== 'input' && tag !== 'textarea' && next() < 0.6)
      element.append(`t${Math.floor(next() * 1000)}`);
    if (next() < 0.1)
      element.setAttribute('data-alongside', pick(['mask', 'block', 'lock', 'unmask']));
    return element;
  }

  const steps_: (() => void)[] = [
    () => pick(containers()).append(make()),
    () => pick(containers()).prepend(make(), document.createComment('c'), 'txt', make()),
    () => {
      const target = pick(all());
      if (target !== document.body) target.before(make());
    },
    () => {
      const target = pick(all());
      if (target === document.body) return;
      target.remove();
      if (next() < 0.5) stash.push(target);
    },
    () => {
      const target = stash.pop();
      if (target) pick(containers()).append(target);
    },
    () => {
      const target = pick(all());
      const into = pick(containers());
      if (target !== document.body && !holds(target, into))
        into.insertBefore(target, pick([null, ...into.childNodes]));
    },
    () => {
      // An element changes places with what contains it.
      const inner = pick(all());
      const outer = inner.parentElement;
      if (
        !outer ||
        outer === document.body ||
        inner === document.body ||
        inner.localName.match(/^(input|textarea|select|svg)$/)
      )
        return;
      outer.before(inner);
      inner.append(outer);
    },
    () => {
      const target = pick(all());
      if (target === document.body || target.localName === 'svg') return;
      const wrapper = document.createElement('div');
      target.replaceWith(wrapper);
      wrapper.append(target, 'wrapped');
    },
    () =>
      pick(all()).setAttribute(
        pick(['class', 'id', 'title', 'data-x', 'lang']),
        `v${Math.floor(next() * 9)}`,
      ),
    () => pick(all()).toggleAttribute('hidden'),
    () => pick(all()).removeAttribute(pick(['class', 'title', 'data-alongside'])),
    () => pick(all()).setAttribute('data-alongside', pick(['mask', 'unmask', 'block', 'lock', ''])),
    () => {
      const element = pick(all());
      if (element instanceof view.HTMLElement)
        element.style.color = `rgb(${Math.floor(next() * 255)}, 0, 0)`;
    },
    () => {
      const texts = all()
        .flatMap((element) => [...element.childNodes])
        .filter((node) => node.nodeType === 3);
      if (texts.length) (pick(texts) as Text).data = `changed ${Math.floor(next() * 1000)}`;
    },
    () => {
      const element = pick(containers());
      if (element !== document.body && next() < 0.3) element.replaceChildren(make(), 'replaced');
    },
    () => {
      const input = pick(all().filter((element) => element.localName === 'input')) as
        | HTMLInputElement
        | undefined;
      if (!input) return;
      if (next() < 0.3) input.type = pick(['text', 'checkbox', 'radio', 'password', 'number']);
      if (input.type === 'checkbox' || input.type === 'radio') input.checked = next() < 0.5;
      else input.value = String(Math.floor(next() * 100));
    },
    () => {
      const select = pick(all().filter((element) => element.localName === 'select')) as
        | HTMLSelectElement
        | undefined;
      if (!select) return;
      if (next() < 0.3) select.prepend(new view.Option('first'));
      select.selectedIndex = Math.floor(next() * select.options.length);
    },
    () => {
      const style = document.createElement('style');
      style.textContent = `.v${Math.floor(next() * 9)} { background-color: rgb(0, ${Math.floor(next() * 255)}, 0) }`;
      document.head.append(style);
    },
    () => {
      const sheet = [...document.styleSheets].find((each) => !each.href);
      sheet?.insertRule(
        `p { font-size: ${10 + Math.floor(next() * 10)}px }`,
        sheet.cssRules.length,
      );
    },
    () => {
      const sheet = new view.CSSStyleSheet();
      sheet.replaceSync(`[title] { color: rgb(0, 0, ${Math.floor(next() * 255)}) }`);
      document.adoptedStyleSheets = next() < 0.3 ? [] : [...document.adoptedStyleSheets, sheet];
    },
    () => {
      const shadows = all().flatMap((element) => (element.shadowRoot ? [element.shadowRoot] : []));
      if (shadows.length) pick(shadows).append(make());
    },
  ];

  for (let step = 0; step < steps; step++) {
    if (all().length > 400) document.body.lastElementChild?.remove();
    pick(steps_)();
  }
}
