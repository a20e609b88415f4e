// A page as lines of text, so that two of them can be compared: structure, attributes, texts, field states, scroll positions
// and sampled computed styles. The customer's page is described as the policy and the sanitiser let it be seen.
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

/** Attributes that the sanitiser changes or drops by rule; their own tests are the sanitiser's. */
const screened =
  /^(on.*|href|xlink:href|src|srcset|poster|data|background|style|open|popover|contenteditable|tabindex|target|action|name|rel|media|alongside-.*|ping|download|autofocus|accesskey|formaction|xmlns.*|is|value|disabled|srcdoc)$/;
/** A table is as wide as all that is in it: where something on the page is hidden, widths in tables are left out. */
const IN_TABLE = '\u229e';
const inTable = /\u229e(\S+)/;
const sampled = ['display', 'color', 'backgroundColor', 'fontSize', 'width', 'visibility'] as const;

function isSlotted(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (at.parentElement?.shadowRoot && !at.assignedSlot) return false;
  }
  return element.isConnected;
}

export function describePage(document: Document, policy: PrivacyPolicy | null): string[] {
  const lines: string[] = [];
  /** Elements met so far that are masked or blocked. */
  let hidden = 0;

  /** `holdsHidden`: something in it is masked or blocked, as wide as its dots, and so may be what holds it. */
  function styleOf(element: Element, indent: string, holdsHidden: boolean): string | null {
    const view = element.ownerDocument.defaultView;
    // What no slot takes in is not drawn; browsers differ with themselves in what style they give it.
    if (!view || !isSlotted(element)) return null;
    const computed = view.getComputedStyle(element);
    // What a closed `details` holds is as wide as when it was last laid out, if ever.
    const hasWidth = element.checkVisibility() && !holdsHidden;
    const mark = element.closest('table') ? IN_TABLE : '';
    const sample = sampled.map((name) =>
      name !== 'width' ? computed[name] : hasWidth ? mark + computed.width : '',
    );
    return `${indent}  ~ ${sample.join(' | ')}`;
  }

  function attributes(element: Element, care: Care, indent: string, quiet: boolean): void {
    const shown: string[] = [];
    // By the platform's own getter: a form's field named `attributes` stands in the way of the property.
    const list = Reflect.get(Element.prototype, 'attributes', element) as NamedNodeMap;
    for (const { name, value } of list) {
      if (screened.test(name) || (name === 'type' && quiet)) continue;
      const kept = policy ? maskAttribute(name, value, care) : value;
      if (kept !== null) shown.push(`${name}=${kept}`);
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
    if (isPlaceholder(element) || name === 'alongside-placeholder')
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
    const hiddenBefore = hidden;
    const styleAt = lines.length;
    describeInside(element, care, indent, quiet);
    if (quiet || name === 'iframe' || element.getRootNode() !== element.ownerDocument) return;
    const style = styleOf(element, indent, hidden > hiddenBefore);
    if (style) lines.splice(styleAt, 0, style);
  }

  function describeInside(element: Element, care: Care, indent: string, quiet: boolean): void {
    const name = element.localName;
    if (isField(element)) {
      const state = readField(element, care);
      lines.push(`${indent}  = ${fieldKey({ ...state, selection: null })}`);
    }
    if (element.scrollTop || element.scrollLeft)
      lines.push(`${indent}  ↕ ${element.scrollLeft},${element.scrollTop}`);
    const shadow = shadowOf(element);
    if (shadow) {
      lines.push(`${indent}  #shadow`);
      for (const child of shadow.childNodes) describe(child, care, `${indent}    `, quiet);
    }
    const inner = frameDocument(element);
    if (inner) {
      lines.push(`${indent}  ${inner.compatMode}`);
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

  lines.push(document.compatMode);
  for (const child of document.childNodes) describe(child, 0, '', false);
  return lines.map((line) => line.replace(inTable, hidden > 0 ? '' : '$1'));
}
