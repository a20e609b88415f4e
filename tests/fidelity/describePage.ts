// A page as lines of text, so that two of them can be compared: structure, attributes, texts, field states, layers, scroll positions,
// and of a sample of its elements boxes and styles. The customer's page is described as the policy and the sanitiser let it be seen.
import { fieldKey, isField, readField } from '../../snippet/mirror/fieldState.ts';
import {
  frameDocument,
  hasNoChildren,
  isPlaceholder,
  isSheetOwner,
  shadowOf,
} from '../../snippet/mirror/contentOf.ts';
import { maskAttribute, maskText } from '../../snippet/privacy/mask.ts';
import { careBits } from '../../snippet/privacy/policy.ts';
import type { Care, PrivacyPolicy } from '../../snippet/privacy/policy.ts';
import { describeLayers } from './describeLayers.ts';
import { boxOf, describeStyle } from './describeStyle.ts';

/** Attributes that the sanitiser changes or drops by rule; their own tests are the sanitiser's. */
const screened =
  /^(on.*|href|xlink:href|src|srcset|sizes|poster|preload|data|background|style|open|popover|contenteditable|tabindex|target|action|name|rel|media|alongside-.*|ping|is|command(for)?|popovertarget.*|download|autofocus|accesskey|formaction|xmlns.*|is|value|disabled|srcdoc)$/;

/** So many elements of the page's own tree have their style read, and so many in shadow roots and frames. */
const SAMPLE = 120;

/** An element whose style may be told, and where that stands. */
interface Candidate {
  readonly element: Element;
  readonly at: number;
  readonly indent: string;
}

/** Is it taken in by a slot, as is all that it is in? What no slot takes in is not drawn; browsers differ with themselves in what style they give it. */
function isSlotted(element: Element): boolean {
  for (let at: Element | null = element; at;) {
    const parent: Element | null = at.parentElement;
    const shadow = parent && shadowOf(parent);
    const inner = at;
    if (shadow && !slotsOf(shadow).some((slot) => slot.assignedNodes().includes(inner)))
      return false;
    at = parent ?? ((at.getRootNode() as ShadowRoot).host as Element | undefined) ?? null;
  }
  return element.isConnected;
}
const slotsOf = (shadow: ShadowRoot) => [...shadow.querySelectorAll('slot')];

/** In a frame that is not drawn, a browser keeps what it was before. */
function isDrawn(element: Element): boolean {
  const frame = element.ownerDocument.defaultView?.frameElement;
  return element.checkVisibility() && (frame ? isDrawn(frame) : true);
}

/** `most` of a list, from all over it. */
function sample<T>(list: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, list.length / most);
  return list.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

const placeOf = ({ element, indent }: Candidate) =>
  `${indent}  ↕ ${Math.round(element.scrollLeft)},${Math.round(element.scrollTop)}`;

export function describePage(document: Document, policy: PrivacyPolicy | null): string[] {
  const lines: string[] = [];
  const outside: Candidate[] = [];
  const inside: Candidate[] = [];
  const scrolled: Candidate[] = [];
  /** Elements met so far that are masked or blocked. */
  let hidden = 0;

  function attributes(element: Element, care: Care, indent: string, quiet: boolean): void {
    const shown: string[] = [];
    // By the platform's own getter: a form's field named `attributes` stands in the way of the property.
    const list = Reflect.get(Element.prototype, 'attributes', element) as NamedNodeMap;
    for (const { name, value } of list) {
      if (screened.test(name) || (name === 'type' && quiet)) continue;
      // Names a set of sheets.
      if (name === 'title' && isSheetOwner(element)) continue;
      const kept = policy ? maskAttribute(name, value, care) : value;
      // The viewer adds its states as parts, for sheets outside of the root.
      if (kept !== null) shown.push(`${name}=${kept.replace(/,? ?alongside-[\w-]+/g, '')}`);
    }
    for (const line of shown.sort()) lines.push(`${indent}  @ ${line}`);
  }

  function describeElement(
    element: Element,
    care: Care,
    indent: string,
    outerQuiet: boolean,
  ): void {
    const name = element.localName;
    if (isPlaceholder(element) || element.hasAttribute('alongside-placeholder'))
      return void lines.push(`${indent}placeholder`);
    if (care & careBits.blocked || element.hasAttribute('alongside-blocked')) {
      hidden++;
      return void lines.push(`${indent}blocked`);
    }
    lines.push(`${indent}<${isSheetOwner(element) ? 'sheet' : name}>`);
    // Masked text is as wide as its dots, and what holds it as wide as that.
    const quiet =
      outerQuiet ||
      (care & careBits.masked) !== 0 ||
      name === 'head' ||
      element.hasAttribute('alongside-masked');
    attributes(element, care, indent, quiet);
    if (isSheetOwner(element)) return;
    if (care & careBits.masked || element.hasAttribute('alongside-masked')) hidden++;
    if (!quiet)
      (element.getRootNode() === document ? outside : inside).push({
        element,
        at: lines.length,
        indent,
      });
    describeInside(element, care, indent, quiet);
  }

  function describeInside(element: Element, care: Care, indent: string, quiet: boolean): void {
    const name = element.localName;
    if (isField(element)) {
      const state = readField(element, care);
      lines.push(`${indent}  = ${fieldKey({ ...state, selection: null })}`);
    }
    if (name === 'details' || name === 'dialog')
      lines.push(`${indent}  open ${element.hasAttribute('open')}`);
    if (element.scrollTop || element.scrollLeft)
      scrolled.push({ element, at: lines.length, indent });
    const shadow = shadowOf(element);
    if (shadow) {
      lines.push(`${indent}  #shadow`);
      for (const child of shadow.childNodes) describe(child, care, `${indent}    `, quiet);
    }
    const inner = frameDocument(element);
    if (inner) {
      lines.push(`${indent}  #document ${inner.compatMode}`);
      for (const child of inner.childNodes)
        if (child.nodeType !== 10) describe(child, care, `${indent}    `, quiet);
    }
    if (hasNoChildren(element) || name === 'style') return;
    for (const child of element.childNodes) describe(child, care, `${indent}  `, quiet);
  }

  function describe(node: Node, parentCare: Care, indent: string, quiet: boolean): void {
    if (node.nodeName === 'ALONGSIDE-UI') return;
    const care = policy ? policy.careWithin(parentCare, node) : 0;
    if (node.nodeType === 1) describeElement(node as Element, care, indent, quiet);
    else if (node.nodeType === 3)
      lines.push(`${indent}${JSON.stringify(maskText((node as Text).data, care))}`);
    else if (node.nodeType === 10) lines.push(`${indent}!${(node as DocumentType).name}`);
    else lines.push(`${indent}#`);
  }

  /** Where the element is drawn, and as large as on the customer's screen: nothing on the page is hidden whose size is not known. */
  function drawn({ element, indent }: Candidate): string[] {
    if (!isSlotted(element)) return [];
    const told = describeStyle(element);
    if (!told) return [];
    const around = told.generated.map((line) => `${indent}  ~${line}`);
    const isMeasured = hidden === 0 && isDrawn(element);
    return [
      ...(isMeasured ? [`${indent}  □ ${boxOf(element)} | ${told.measures}`] : []),
      `${indent}  ~ ${told.style}`,
      ...around,
    ];
  }

  lines.push(document.compatMode);
  for (const child of document.childNodes) describe(child, 0, '', false);
  const chosen = [...sample(outside, SAMPLE), ...sample(inside, SAMPLE)];
  const layers = describeLayers(document, hidden === 0);
  const told = [
    ...chosen.map((one) => ({ at: one.at, lines: drawn(one) })),
    ...scrolled.map((one) => ({ at: one.at, lines: hidden === 0 ? [placeOf(one)] : [] })),
  ].sort((one, other) => other.at - one.at);
  for (const { at, lines: more } of told) lines.splice(at, 0, ...more);
  return [...lines, ...layers];
}
