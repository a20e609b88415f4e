// Notices what does not load in the viewer's documents. An element says so itself; a font says which family it was meant for; of what a sheet
// draws there is no word, so what the browser has fetched for it is tried once more as a picture.

export interface LoadingEvents {
  /** Whether a sheet, a background or a poster refers to it, and the customer's page could have it where the agent's browser does not. */
  readonly isOurs: (address: string) => boolean;
  readonly failed: (element: Element) => void;
  readonly unloaded: (address: string) => void;
  readonly fontFailed: (family: string) => void;
}

type Root = Document | ShadowRoot;

const MOST_PROBES = 500;
const fontFace = /@font-face\s*\{([^}]*)\}/gi;
const cssUrl = /url\(\s*(?:"((?:[^"\\]|\\[^])*)"|'((?:[^'\\]|\\[^])*)'|([^)"'\s]*))\s*\)/gi;

export const urlsIn = (css: string): string[] =>
  Array.from(css.matchAll(cssUrl), ([, one, two, bare]) => one ?? two ?? bare ?? '');

const plainFamily = (name: string) =>
  name
    .trim()
    .replace(/^["']|["']$/g, '')
    .toLowerCase();

/** Each family that a sheet declares, and the first address that it comes from. */
export function fontsIn(css: string): { readonly family: string; readonly url: string }[] {
  if (!/@font-face/i.test(css)) return [];
  return Array.from(css.matchAll(fontFace), ([, block = '']) => ({
    family: plainFamily(/font-family\s*:([^;]*)/i.exec(block)?.[1] ?? ''),
    url: urlsIn(block)[0] ?? '',
  })).filter(({ url }) => url !== '');
}

const isFont = (address: string) => /\.(woff2?|ttf|otf|eot)([?#]|$)/i.test(address);

export function watchLoading({ isOurs, failed, unloaded, fontFailed }: LoadingEvents) {
  const roots = new Set<Root>();
  const observed = new WeakSet<Window>();
  const probed = new Set<string>();

  function probe(document: Document, address: string): void {
    if (probed.has(address) || probed.size >= MOST_PROBES) return;
    if (!/^https?:/.test(address) || isFont(address) || !isOurs(address)) return;
    probed.add(address);
    const image = document.createElement('img');
    image.addEventListener('error', () => unloaded(address));
    image.src = address;
  }

  const erred = ({ target }: Event): void => {
    if ((target as Node).nodeType === 1) failed(target as Element);
  };
  const fontErred = ({ fontfaces }: FontFaceSetLoadEvent): void => {
    for (const { family } of fontfaces) fontFailed(plainFamily(family));
  };

  /** A document that is written anew has lost its listeners: the same ones again are none too many. */
  function hear(root: Root): void {
    root.addEventListener('error', erred, { capture: true });
    const view = root.nodeType === 9 ? (root as Document).defaultView : null;
    if (!view) return;
    (root as Document).fonts.addEventListener('loadingerror', fontErred);
    if (observed.has(view)) return;
    observed.add(view);
    const { PerformanceObserver: Observer } = view as Window & typeof globalThis;
    new Observer((list) => {
      for (const { name, initiatorType } of list.getEntries() as PerformanceResourceTiming[])
        if (/^(css|video|img)$/.test(initiatorType)) probe(root as Document, name);
    }).observe({ type: 'resource', buffered: true });
  }

  return {
    root(root: Root): void {
      roots.add(root);
      hear(root);
    },
    roots: (): Iterable<Root> => roots,
    reset(): void {
      roots.clear();
      probed.clear();
    },
  };
}
