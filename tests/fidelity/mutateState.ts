// Random changes of what a page is besides its tree: sheets, slots, layers, scroll positions, focus, selections, frames' documents.
import { make } from './mutateTree.ts';
import type { Playing, Way } from './mutateTree.ts';

type Root = Document | ShadowRoot;

const named = ({ all, pick }: Playing, name: string) =>
  pick(all().filter(({ localName }) => localName === name)) as Element | undefined;
/** A root that something on the page is in. */
const rootOf = ({ all, pick }: Playing) => pick(all()).getRootNode() as Root;
const documentOf = (root: Root) => root.ownerDocument ?? (root as Document);
const viewOf = (root: Root) => documentOf(root).defaultView as Window & typeof globalThis;

function sheetOf(playing: Playing): CSSStyleSheet | undefined {
  const root = rootOf(playing);
  return playing.pick(
    [...root.styleSheets, ...root.adoptedStyleSheets].filter(({ href }) => !href),
  );
}
const colour = ({ number }: Playing) => `rgb(0, ${number(255)}, ${number(255)})`;
const rule = (playing: Playing) =>
  playing.pick([
    `p { font-size: ${10 + playing.number(10)}px }`,
    `.v${playing.number(9)} { background-color: ${colour(playing)} }`,
    `@media all { b:focus-within, div:hover { color: ${colour(playing)} } }`,
    `li::before { content: "${playing.number(9)}" }`,
    `section > * { margin-left: ${playing.number(9)}px }`,
  ]);

/** What the platform does not allow just now, nobody has done. */
const attempt =
  (way: Way): Way =>
  (playing) => {
    try {
      way(playing);
    } catch (error) {
      if (!(error as { name?: string }).name?.endsWith('Error')) throw error;
      if (error instanceof TypeError || error instanceof ReferenceError) throw error;
    }
  };

export const moreWays: readonly Way[] = [
  (playing) => {
    const style = playing.page.createElement('style');
    style.textContent = rule(playing);
    const root = rootOf(playing);
    (root.nodeType === 9 ? (root as Document).head : root).append(style);
  },
  (playing) => {
    const style = playing.pick([...rootOf(playing).querySelectorAll('style')]);
    if (style) style.textContent = playing.next() < 0.2 ? '' : rule(playing) + rule(playing);
  },
  attempt((playing) => {
    const sheet = sheetOf(playing);
    if (!sheet) return;
    if (playing.next() < 0.3 && sheet.cssRules.length > 1)
      sheet.deleteRule(playing.number(sheet.cssRules.length));
    else sheet.insertRule(rule(playing), playing.number(sheet.cssRules.length + 1));
  }),
  (playing) => {
    const sheet = sheetOf(playing);
    const edited = sheet && (playing.pick([...sheet.cssRules]) as CSSStyleRule | undefined);
    if (!edited?.selectorText) return;
    if (playing.next() < 0.3) edited.selectorText = `.v${playing.number(9)}, u`;
    else edited.style.setProperty('color', colour(playing));
  },
  (playing) => {
    const root = rootOf(playing);
    const sheet = new (viewOf(root).CSSStyleSheet)();
    sheet.replaceSync(rule(playing));
    const list = root.adoptedStyleSheets;
    const way = playing.next();
    if (way < 0.4) list.push(sheet);
    else if (way < 0.6) list.splice(playing.number(list.length + 1), 1, sheet);
    else if (way < 0.8) root.adoptedStyleSheets = [...list].reverse();
    else if (way < 0.9) root.adoptedStyleSheets = [];
    else list[0]?.replaceSync(rule(playing));
  },
  (playing) => {
    const sheet = sheetOf(playing);
    if (sheet) sheet.disabled = playing.next() < 0.3;
  },
  (playing) => {
    const shadows = playing.all().flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot] : []));
    if (shadows.length) playing.pick(shadows).append(make(playing));
  },
  (playing) => {
    const hand = named(playing, 'x-hand');
    const slot = hand?.shadowRoot?.querySelector('slot');
    if (!slot || hand!.shadowRoot!.slotAssignment !== 'manual') return;
    hand!.append(make(playing));
    slot.assign(...[...hand!.children].filter(() => playing.next() < 0.6));
  },
  (playing) => {
    const details = named(playing, 'details') as HTMLDetailsElement | undefined;
    if (details) details.open = !details.open;
  },
  attempt((playing) => {
    const dialog = named(playing, 'dialog') as HTMLDialogElement | undefined;
    if (!dialog) return;
    if (dialog.open) dialog.close();
    else if (playing.next() < 0.5) dialog.show();
    else dialog.showModal();
  }),
  attempt((playing) => {
    const popover = playing.pick(
      playing.all().filter((element) => element.hasAttribute('popover')),
    ) as HTMLElement | undefined;
    popover?.togglePopover();
  }),
  (playing) => {
    const scroller = playing.pick(
      playing.all().filter(({ localName }) => /^(div|section|p)$/.test(localName)),
    ) as HTMLElement | undefined;
    if (!scroller) return;
    Object.assign(scroller.style, { overflow: 'auto', height: '40px', width: '90px' });
    const tall = playing.page.createElement('u');
    tall.style.cssText = 'display:block;height:300px;width:300px';
    scroller.append(tall);
    scroller.scrollTo(playing.number(90), playing.number(200));
  },
  (playing) => {
    const scrolled = playing.all().filter(({ scrollTop, scrollLeft }) => scrollTop || scrollLeft);
    playing.pick(scrolled)?.scrollTo(playing.number(90), playing.number(200));
  },
  (playing) => {
    const view = viewOf(rootOf(playing));
    view?.scrollTo(0, playing.number(400));
  },
  (playing) => {
    const field = playing.pick(
      playing.all().filter(({ localName }) => /^(input|textarea|select)$/.test(localName)),
    ) as HTMLElement | undefined;
    if (playing.next() < 0.7) field?.focus();
    else (field?.ownerDocument.activeElement as HTMLElement | null)?.blur();
  },
  attempt((playing) => {
    const field = playing.pick(
      playing.all().filter(({ localName }) => /^(input|textarea)$/.test(localName)),
    ) as HTMLInputElement | undefined;
    if (field) field.setSelectionRange(playing.number(3), 3 + playing.number(3));
    else playing.page.getSelection()?.selectAllChildren(playing.pick(playing.all()));
  }),
  (playing) => {
    const frame = named(playing, 'iframe') as HTMLIFrameElement | undefined;
    const inner = frame?.contentDocument;
    if (!frame || !inner) return;
    const way = playing.next();
    const text = `<body data-there><b>written ${playing.number(99)}</b>`;
    if (way < 0.3) {
      // What is there until it has loaded is not what it was given.
      inner.body?.removeAttribute('data-there');
      frame.srcdoc = text;
    } else if (way < 0.6) {
      inner.open();
      inner.write(`<!doctype html>${text}`);
      inner.close();
    } else {
      const body = inner.createElement('body');
      body.dataset['there'] = '';
      body.append(make(playing), 'new body');
      inner.body?.replaceWith(body);
    }
  },
];
