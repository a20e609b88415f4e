// Runs in a page: every node with what the other side must agree on. With a policy it describes the customer's page as the
// policy lets it be seen; without one, the viewer's.
import {
  frameDocument,
  hasNoChildren,
  isPlaceholder,
  isSheetOwner,
  shadowOf,
} from '../../../snippet/mirror/contentOf.ts';
import { fieldKey, isField, readField } from '../../../snippet/mirror/fieldState.ts';
import { maskAttribute, maskText } from '../../../snippet/privacy/mask.ts';
import { careBits } from '../../../snippet/privacy/policy.ts';
import type { Care, PrivacyPolicy } from '../../../snippet/privacy/policy.ts';
import type { NodeRecord } from './nodeRecord.ts';

/** What the viewer's sanitiser changes or drops by rule. */
const screened =
  /^(on.*|href|xlink:href|src|srcset|sizes|poster|preload|data|background|style|open|popover|contenteditable|tabindex|target|action|name|rel|media|type|alongside-.*|ping|download|autofocus|accesskey|form(action|target|method)|xmlns.*|is|value|disabled|srcdoc|nonce|integrity|attributionsrc|autoplay|data-alongside)$/i;
const sampled = [
  'display',
  'visibility',
  'opacity',
  'color',
  'background-color',
  'background-image',
  'font-family',
  'font-size',
  'font-weight',
  'border-top-width',
  'transform',
] as const;
const pictures = /^(img|canvas|video|iframe|object|embed)$/;

type Mutable = { -readonly [K in keyof NodeRecord]: NodeRecord[K] };

export function describeNodes(
  page: Document,
  policy: PrivacyPolicy | null,
  idOf: (node: Node) => number,
): NodeRecord[] {
  const records: NodeRecord[] = [];

  function add(node: Node, parent: number, name: string, quiet: boolean): Mutable {
    const record = {
      id: idOf(node),
      parent,
      name,
      facts: {},
      size: null,
      picture: null,
      hidden: null,
      isDrawn: false,
      isQuiet: quiet,
    };
    records.push(record);
    return record;
  }

  function attributes(element: Element, care: Care, facts: Record<string, string>): void {
    // By the platform's own getter: a form's field named `attributes` stands in the way of the property.
    const list = Reflect.get(Element.prototype, 'attributes', element) as NamedNodeMap;
    for (const { name, value } of list) {
      if (screened.test(name)) continue;
      const kept = policy ? maskAttribute(name, value, care, element.localName) : value;
      if (kept !== null) facts[`attribute ${name}`] = kept;
    }
  }

  function looks(element: Element, record: Mutable, facts: Record<string, string>): void {
    const style = element.ownerDocument.defaultView?.getComputedStyle(element);
    if (!style) return;
    for (const name of sampled) {
      const value = style.getPropertyValue(name);
      // Addresses are rewritten on the way; whether the picture arrives is looked at by itself.
      facts[name] = name === 'background-image' ? value.replace(/url\([^)]*\)/g, 'url()') : value;
    }
    const { width, height } = element.getBoundingClientRect();
    record.size = [Math.round(width), Math.round(height)];
  }

  function describeElement(element: Element, parent: number, care: Care, outer: boolean): void {
    const tag = element.localName;
    const placed = element.getClientRects().length > 0;
    const box = element.getBoundingClientRect();
    const drawn = placed && box.width * box.height > 0 && element.checkVisibility();
    const masked = (care & careBits.masked) !== 0 || element.hasAttribute('alongside-masked');
    const blocked = (care & careBits.blocked) !== 0 || element.hasAttribute('alongside-blocked');
    const placeholder = isPlaceholder(element) || element.hasAttribute('alongside-placeholder');
    const quiet = outer || masked || blocked || placeholder || tag === 'head';
    const at = records.length;
    const record = add(element, parent, nameOf(element), quiet);
    record.isDrawn = drawn;
    const facts: Record<string, string> = {};
    record.facts = facts;
    if (pictures.test(tag) && drawn && element.ownerDocument === page && !masked)
      record.picture = [box.x, box.y, box.width, box.height];
    if ((masked || blocked) && !outer && drawn && element.ownerDocument === page)
      record.hidden = [box.x, box.y, box.width, box.height];
    if (placeholder) return void (facts['element'] = 'left out');
    if (blocked) return void (facts['element'] = 'blocked');
    facts['element'] = isSheetOwner(element) ? 'style sheet' : tag;
    attributes(element, care, facts);
    if (isSheetOwner(element)) return;
    if (!quiet && element.checkVisibility()) looks(element, record, facts);
    if (isField(element))
      facts['field'] = fieldKey({ ...readField(element, care), selection: null });
    if (element.scrollTop || element.scrollLeft)
      facts['scrolled'] = `${Math.round(element.scrollLeft)}, ${Math.round(element.scrollTop)}`;
    if (tag === 'img' && !masked && (element as HTMLImageElement).complete)
      facts['picture'] = (element as HTMLImageElement).naturalWidth > 0 ? 'loaded' : 'none';
    const shadow = shadowOf(element);
    if (shadow) {
      const root = records.length;
      add(shadow, at, '#shadow', quiet);
      for (const child of shadow.childNodes) describe(child, root, care, quiet);
    }
    if (tag === 'iframe' || tag === 'frame') {
      const inner = frameDocument(element);
      const foreign = policy ? !inner : element.hasAttribute('alongside-foreign');
      if (foreign) facts['content'] = policy ? 'a page of another origin' : 'a labelled box';
      else if (inner) {
        const root = records.length;
        add(inner, at, '#document', quiet);
        for (const child of inner.childNodes) describe(child, root, care, quiet);
      }
    }
    if (hasNoChildren(element)) return;
    for (const child of element.childNodes) describe(child, at, care, quiet);
  }

  function describe(node: Node, parent: number, parentCare: Care, quiet: boolean): void {
    if (node.nodeName === 'ALONGSIDE-UI') return;
    const care = policy ? policy.careWithin(parentCare, node) : 0;
    if (node.nodeType === 1) return describeElement(node as Element, parent, care, quiet);
    // A doctype inside a frame is told by the frame's mode.
    if (node.nodeType === 10 && node.ownerDocument !== page) return;
    const isText = node.nodeType === 3;
    const record = add(
      node,
      parent,
      isText ? '#text' : node.nodeType === 10 ? '#doctype' : '#comment',
      quiet,
    );
    if (isText) record.facts = { text: maskText((node as Text).data, care) };
  }

  add(page, -1, '#document', false);
  for (const child of page.childNodes) describe(child, 0, 0, false);
  return records;
}

function nameOf(element: Element): string {
  const named = element.getAttribute('id');
  const id = named ? `#${named}` : '';
  const classes = (element.getAttribute('class') ?? '').match(/\S+/g)?.slice(0, 2) ?? [];
  return `${element.localName}${id}${classes.map((name) => `.${name}`).join('')}`.slice(0, 80);
}
