// What the observer reported since the last flush, as marks only: which nodes were touched, which texts and attributes have to be
// read again, what has to be told anew. Nothing is read before the flush but what the policy decides by.
import type { OpWriter } from '../../protocol/opWriter.ts';
import type { NodeId } from '../../protocol/ids.ts';
import { maskAttribute, maskText } from '../privacy/mask.ts';
import { careBits } from '../privacy/policy.ts';
import type { Care, PrivacyPolicy } from '../privacy/policy.ts';
import { switched } from './alternatives.ts';
import { hasNoChildren, isFrame, isPlaceholder, isSheetOwner } from './contentOf.ts';
import type { Sheets } from './sheets.ts';
import type { NodeIds } from './nodeIds.ts';
import type { Shown } from './shownState.ts';

/** What an attribute's name says about a change of it, found out once for each name. */
interface AttributeInfo {
  /** It takes part in what the policy decides about an element. */
  readonly isDecisive: boolean;
  /** It decides what a slot shows, and how. */
  readonly isOfSlot: boolean;
  /** The sheet's op tells it. */
  readonly isOfSheet: boolean;
  readonly isOfLayer: boolean;
}
const infos = new Map<string, AttributeInfo>();
const MOST_NAMES = 4096;

function attributeInfo(name: string): AttributeInfo {
  let info = infos.get(name);
  if (info) return info;
  info = {
    isDecisive:
      /^(data-alongside|type|autocomplete|name|id|placeholder|aria-label|aria-labelledby|slot|label|value)$/.test(
        name,
      ),
    isOfSlot: /^(data-alongside|slot|name)$/.test(name),
    isOfSheet: /^(href|rel|media|title)$/.test(name),
    isOfLayer: /^(open|popover)$/.test(name),
  };
  if (infos.size < MOST_NAMES) infos.set(name, info);
  return info;
}

export interface Changes {
  /** Added or removed somewhere. */
  readonly touched: Set<Node>;
  /** To be told anew with all that is in them: new ids, and the policy's decision of now. */
  readonly anew: Set<Node>;
  /** Documents that have another element or doctype. */
  readonly renewed: Set<Document>;
  /** True when nothing but attributes of elements was reported that the last flush has told as well: something moves by itself. */
  mark(records: readonly MutationRecord[]): boolean;
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
  /** What the slots of the node's shadow tree show may be under another care. */
  markSlots(node: Node): void;
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
  markSlots,
}: ChangesContext): Changes {
  const touched = new Set<Node>();
  const anew = new Set<Node>();
  const renewed = new Set<Document>();
  /** By name. */
  let attributes = new Map<string, Set<Element>>();
  /** Told with the last flush that told any. */
  let moving: typeof attributes = new Map();
  const texts = new Set<Text>();

  function markChildren({ target, addedNodes, removedNodes }: MutationRecord): void {
    markSlots(target);
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
    const marked = attributes.get(name);
    const info = attributeInfo(name);
    // What the policy decides by is looked at every time: the page may set it twice before anything is sent.
    if (marked?.has(element) && !info.isDecisive) return;
    const id = ids.idOf(element);
    if (!id) return;
    if (info.isOfSlot) markSlots(element);
    const decidedAnew = info.isDecisive && policy.careOf(element) !== careOf(id);
    // A link becomes a sheet, or stops being one.
    if (decidedAnew || (name === 'rel' && element.localName === 'link'))
      return void anew.add(element);
    // The viewer has a box in its place.
    if (careOf(id) & careBits.blocked || isPlaceholder(element)) return;
    if (isSheetOwner(element)) {
      if (name === 'disabled') switched(element);
      sheets.look(element);
      if (info.isOfSheet) return;
    }
    if (info.isOfLayer) shown.layer(element);
    shown.touched(element);
    if (name === 'src' && isFrame(element)) return;
    if (marked) marked.add(element);
    else attributes.set(name, new Set([element]));
  }

  return {
    touched,
    anew,
    renewed,
    mark(records) {
      let isMotion = records.length > 0;
      for (const record of records) {
        const { type } = record;
        if (type === 'attributes') {
          const name = qualified(record);
          markAttribute(record.target as Element, name);
          isMotion &&= moving.get(name)?.has(record.target as Element) === true;
          continue;
        }
        isMotion = false;
        if (type === 'childList') markChildren(record);
        else markText(record.target);
      }
      return isMotion;
    },
    write(firstNew) {
      for (const text of texts) {
        const id = ids.idOf(text);
        if (id && id < firstNew) writer.text(id, maskText(text.data, careOf(id)));
      }
      for (const [name, elements] of attributes) {
        for (const element of elements) {
          const id = ids.idOf(element);
          if (!id || id >= firstNew) continue;
          const value = element.getAttribute(name);
          writer.attribute(
            id,
            name,
            value === null ? null : maskAttribute(name, value, careOf(id), element.localName),
          );
        }
      }
      texts.clear();
      moving = attributes;
      attributes = new Map();
    },
    clear() {
      for (const marks of [touched, anew, renewed, attributes, moving, texts]) marks.clear();
    },
  };
}
