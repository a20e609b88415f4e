// Runs in the applications' pages before all else: keeps which events reached them, and at what, across page loads.
// What a page hears of a pointer merely passing is left out: hands differ.

const KEPT = 'heard-by-the-application';
const types =
  'pointerdown mousedown pointerup mouseup click dblclick auxclick contextmenu keydown keypress keyup beforeinput input change submit reset focusin focusout dragstart drop dragend';

function nameOf(target: EventTarget | undefined): string {
  if (!(target instanceof Element)) return 'page';
  const written = ['name', 'id', 'aria-label', 'title'].map((name) => target.getAttribute(name));
  const words = target.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  return `${target.localName} ${written.find(Boolean) ?? (words.length < 24 ? words : '')}`.trim();
}

/** With a picker of the browser's own, people get there by other ways than the panel: that the value changed is what counts. */
const isPicked = (target: EventTarget | undefined): boolean =>
  target instanceof Element &&
  target.matches('select,option,[type=date],[type=time],[type=color],[type=range]');

/** What the value of a number is changed by has another name in every browser. */
const isSpun = (target: EventTarget | undefined, key: string | undefined): boolean =>
  target instanceof Element && target.matches('[type=number]') && key === undefined;

/** When a key comes up, and where the focus has got to by then, is the hand's; that it does, is not. */
const kept = { heard: [] as string[], up: [] as string[] };
Object.assign(kept, JSON.parse(sessionStorage.getItem(KEPT) ?? '{}'));
const { heard, up } = kept;

function hear(event: Event): void {
  const [target] = event.composedPath();
  const { key, inputType, data, detail } = event as KeyboardEvent & InputEvent;
  // Alone they do nothing; the key or press that they are held with says so.
  if (/^(Shift|Control|Alt|Meta)$/.test(key)) return;
  if (event.type === 'keyup' && !isPicked(target)) up.push(`keyup ${key}`);
  if (event.type === 'keyup') return;
  const inside = target instanceof Node && document.querySelector('main')?.contains(hostOf(target));
  if (!inside) return;
  if (isPicked(target) && !/^(input|change)$/.test(event.type)) return;
  // Whether a menu opens as the right button goes down or comes up is the platform's.
  if ((event as MouseEvent).button === 2 && /^(pointerup|mouseup|auxclick)$/.test(event.type))
    return;
  const carried =
    isPicked(target) || isSpun(target, key) || event.type === 'contextmenu'
      ? ''
      : (key ?? (inputType && `${inputType} ${data}`) ?? (detail || ''));
  const line = [event.type, nameOf(target), carried].filter(Boolean).join(' ');
  // A slider or a date passes through values on its way.
  if (isPicked(target) && heard.slice(-2).includes(line)) return;
  heard.push(line);
}

function hostOf(node: Node): Node {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? hostOf(root.host) : node;
}

for (const type of types.split(' ')) document.addEventListener(type, hear, true);
window.addEventListener('pagehide', () => sessionStorage.setItem(KEPT, JSON.stringify(kept)));

Object.assign(window, {
  appHeard: () => [...heard, ...up],
  appForget: () => {
    heard.length = 0;
    up.length = 0;
    sessionStorage.removeItem(KEPT);
  },
});
