// What the observer reported since the last flush, as marks only: which nodes were touched, which texts and attributes have to be
// read again, what has to be told anew. Nothing is read before the flush but what the policy decides by.
import type { OpWriter } from '../../protocol/opWriter.ts';
import type { NodeId } from '../../protocol/ids.ts';
import { maskAttribute, maskText } from '../privacy/mask.ts';
import type { Care, PrivacyPolicy } from '../privacy/policy.ts';
import { hasNoChildren, isSheetOwner } from './contentOf.ts';
import type { Sheets } from './sheets.ts';
import type { NodeIds } from './nodeIds.ts';
import type { Shown } from './shownState.ts';

/** Attributes that take part in what the policy decides about an element. */
const decisive =
  /^(data-alongside|type|autocomplete|name|id|placeholder|aria-label|aria-labelledby|slot|label|value)$/;
/** Attributes of a sheet's owner that the sheet's op tells. */
const ofSheet = /^(href|rel|media)$/;

export interface Changes {
  /** Added or removed somewhere. */
  readonly touched: Set<Node>;
  /** To be told anew with all that is in them: new ids, and the policy's decision of now. */
  readonly anew: Set<Node>;
  /** Documents that have another element or doctype. */
  readonly renewed: Set<Document>;
  mark(records: readonly MutationRecord[]): void;
  /** Writes texts and attributes. Nodes from `firstNew` on have just been written with their trees. */
  write(firstNew: NodeId): void;
  clear(): void;
}

export interface ChangesContext {
  readonly writer: OpWriter;
  readonly ids: NodeIds;
  readonly policy: PrivacyPolicy;
  readonly shown: Shown;
  careOf(id: NodeId): Care;
  readonly sheets: Sheets;
}

const prefixes: Readonly<Record<string, string>> = {
  'http://www.w3.org/1999/xlink': 'xlink:',
  'http://www.w3.org/XML/1998/namespace': 'xml:',
};

/** A record tells an attribute's local name; by its prefix it is known to the viewer. */
function qualified({ target, attributeName, attributeNamespace }: MutationRecord): string {
  if (!attributeNamespace) return attributeName!;
  const now = (target as Element).getAttributeNodeNS(attributeNamespace, attributeName!);
  return now?.name ?? (prefixes[attributeNamespace] ?? '') + attributeName;
}

export function createChanges({
  writer,
  ids,
  policy,
  shown,
  careOf,
  sheets,
}: ChangesContext): Changes {
  const touched = new Set<Node>();
  const anew = new Set<Node>();
  const renewed = new Set<Document>();
  const attributes = new Map<Element, Set<string>>();
  const texts = new Set<Text>();

  function markChildren({ target, addedNodes, removedNodes }: MutationRecord): void {
    // A document takes one element and one doctype: what replaces them is told with the whole of it.
    if (target.nodeType === 9) return void renewed.add(target as Document);
    if (target.nodeType === 1 && hasNoChildren(target as Element)) {
      if (isSheetOwner(target as Element)) sheets.mark(target as HTMLStyleElement);
      return;
    }
    addedNodes.forEach((node) => touched.add(node));
    removedNodes.forEach((node) => touched.add(node));
  }

  function markText(node: Node): void {
    const parent = node.parentElement;
    if (parent && isSheetOwner(parent)) sheets.mark(parent);
    else if (node.nodeType === 3) texts.add(node as Text);
  }

  function markAttribute(element: Element, name: string): void {
    const id = ids.idOf(element);
    if (!id) return;
    const owner = isSheetOwner(element);
    const decidedAnew = decisive.test(name) && policy.careOf(element) !== careOf(id);
    // A link becomes a sheet, or stops being one.
    if (decidedAnew || (element.localName === 'link' && name === 'rel'))
      return void anew.add(element);
    if (owner) sheets.look(element);
    if (name === 'open' || name === 'popover') shown.layer(element);
    shown.touched(element);
    if (owner && ofSheet.test(name)) return;
    if (element.localName === 'iframe' && name === 'src') return;
    const names = attributes.get(element);
    if (names) names.add(name);
    else attributes.set(element, new Set([name]));
  }

  return {
    touched,
    anew,
    renewed,
    mark(records) {
      for (const record of records) {
        if (record.type === 'childList') markChildren(record);
        else if (record.type === 'attributes')
          markAttribute(record.target as Element, qualified(record));
        else markText(record.target);
      }
    },
    write(firstNew) {
      for (const text of texts) {
        const id = ids.idOf(text);
        if (id && id < firstNew) writer.text(id, maskText(text.data, careOf(id)));
      }
      for (const [element, names] of attributes) {
        const id = ids.idOf(element);
        if (!id || id >= firstNew) continue;
        for (const name of names) {
          const value = element.getAttribute(name);
          writer.attribute(
            id,
            name,
            value === null ? null : maskAttribute(name, value, careOf(id), element.localName),
          );
        }
      }
      texts.clear();
      attributes.clear();
    },
    clear() {
      for (const marks of [touched, anew, renewed, attributes, texts]) marks.clear();
    },
  };
}
