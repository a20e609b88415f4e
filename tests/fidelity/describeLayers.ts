// What stands above the page, in its order: no platform tells that order, but what lies at the middle of each layer does.
import { frameDocument, shadowOf } from '../../snippet/mirror/contentOf.ts';
import { isInTopLayer } from './describeStyle.ts';

/** The hit node and all it is in, out of shadow roots too. */
function* chain(from: Element): Generator<Element> {
  for (let at: Element | null = from; at;) {
    yield at;
    at = at.parentElement ?? ((at.getRootNode() as ShadowRoot).host as Element | undefined) ?? null;
  }
}

/** `isExact`: where something is hidden, sizes and so middles may differ. */
export function describeLayers(page: Document, isExact: boolean): string[] {
  const layers: Element[] = [];
  const inner: Document[] = [];
  function find(root: Document | ShadowRoot): void {
    for (const element of root.querySelectorAll('*')) {
      if (element.localName === 'alongside-ui') continue;
      if (isInTopLayer(element)) layers.push(element);
      const shadow = shadowOf(element);
      if (shadow) find(shadow);
      const framed = frameDocument(element);
      if (framed) inner.push(framed);
    }
  }
  find(page);
  const nameOf = (layer: Element) => `${layer.localName}#${layers.indexOf(layer)}`;

  function orderAt(layer: Element): string {
    const { x, y, width, height } = layer.getBoundingClientRect();
    const order = new Set<string>();
    for (const hit of page.elementsFromPoint(x + width / 2, y + height / 2)) {
      const holder = [...chain(hit)].find((element) => layers.includes(element));
      if (holder) order.add(nameOf(holder));
    }
    return [...order].join(' over ');
  }
  return [
    ...layers.map((layer) => `layer ${nameOf(layer)}: ${isExact ? orderAt(layer) : ''}`),
    ...inner.flatMap((document) => describeLayers(document, isExact)),
  ];
}
