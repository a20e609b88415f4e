// Writes a node with all that is in it as tree records, in one pass without recursion, through the privacy policy.
// New nodes are numbered in the order of their records; the viewer counts along.
import { namespaces, care as careShown } from '../../protocol/opCodes.ts';
import type { OpWriter } from '../../protocol/opWriter.ts';
import type { NodeId } from '../../protocol/ids.ts';
import { maskAddress, maskAttribute, maskText } from '../privacy/mask.ts';
import { careBits } from '../privacy/policy.ts';
import type { Care, PrivacyPolicy } from '../privacy/policy.ts';
import {
  frameDocument,
  hasNoChildren,
  isPlaceholder,
  isSheetOwner,
  shadowOf,
} from './contentOf.ts';
import { isField } from './fieldState.ts';
import type { Field } from './fieldState.ts';
import type { NodeIds } from './nodeIds.ts';

/** What the mirror has to look after from now on, told as it is met. */
export interface Found {
  /** `host` is the shadow host or the frame element; null for the page's own document. */
  root(root: Document | ShadowRoot, host: Element | null, care: Care): void;
  sheetOwner(owner: HTMLStyleElement | HTMLLinkElement, care: Care): void;
  field(field: Field): void;
  /** Shown as an empty box of its size. */
  blocked(element: Element): void;
  /** Any other element: it may be scrolled, or in the top layer. */
  element(element: Element): void;
  /** Every node that was written as new. */
  written(node: Node): void;
  /** A node that stands here although the viewer has it elsewhere. True: it may stay as it is, and is only moved. */
  known(node: Node, id: NodeId, care: Care): boolean;
}

export interface Collector {
  /** Writes the tree of `node`, whose parent's care is `parentCare`. */
  write(node: Node, parentCare: Care): void;
  careOf(id: NodeId): Care;
  forget(id: NodeId): void;
  clear(): void;
}

interface Level {
  next: Node | null;
  readonly care: Care;
}

export function createCollector(
  writer: OpWriter,
  ids: NodeIds,
  policy: PrivacyPolicy,
  isOwn: (node: Node) => boolean,
  found: Found,
): Collector {
  /** Only what is not zero: most of a page needs no care. */
  const cares = new Map<NodeId, Care>();
  const levels: Level[] = [];

  function add(node: Node, care: Care): NodeId {
    const id = ids.add(node);
    if (care) cares.set(id, care);
    found.written(node);
    return id;
  }

  function attributes(element: Element, care: Care, leaveOut: RegExp | null): void {
    const list = element.attributes;
    for (let i = 0; i < list.length; i++) {
      const { name, value } = list[i]!;
      if (leaveOut?.test(name)) continue;
      const masked = maskAttribute(name, value, care, element.localName);
      if (masked !== null) writer.elementAttribute(name, masked);
    }
    writer.attributesEnd();
  }

  function enter(node: Node, care: Care): void {
    levels.push({ next: node.firstChild, care });
  }

  function openElement(element: Element, care: Care): void {
    if (isPlaceholder(element)) {
      add(element, care);
      return writer.placeholder(element.localName);
    }
    if (care & careBits.blocked) {
      add(element, care);
      found.blocked(element);
      const { width, height } = element.getBoundingClientRect();
      const display =
        element.ownerDocument.defaultView?.getComputedStyle(element).display ?? 'block';
      return writer.blocked(element.localName, display, width, height);
    }
    const namespace = element.namespaceURI;
    add(element, care);
    const shown =
      (care & careBits.masked ? careShown.masked : 0) |
      (care & careBits.locked ? careShown.locked : 0);
    writer.element(
      namespace,
      namespace === namespaces[0] ? element.localName : element.nodeName,
      shown,
    );
    const owner = isSheetOwner(element);
    attributes(
      element,
      care,
      owner ? /^(href|rel|media)$/i : element.localName === 'iframe' ? /^(src|name)$/i : null,
    );
    if (owner) found.sheetOwner(element as HTMLStyleElement, care);
    else if (isField(element)) found.field(element);
    else found.element(element);

    const inner = frameDocument(element);
    if (hasNoChildren(element) && !inner) return writer.end();
    if (inner) {
      // The frame's own end, written when its one document has been.
      levels.push({ next: null, care });
      return openDocument(inner, element, care);
    }
    enter(element, care);
    const shadow = shadowOf(element);
    if (shadow) {
      add(shadow, care);
      writer.shadow();
      found.root(shadow, element, care);
      enter(shadow, care);
    }
  }

  function openDocument(document: Document, frame: Element | null, care: Care): void {
    add(document, care);
    const base = document.baseURI;
    writer.document(
      maskAddress(
        /^https?:/.test(base) ? base : (document.location?.href ?? ''),
        policy.careOf(document.documentElement ?? document),
      ),
      document.compatMode === 'BackCompat',
    );
    found.root(document, frame, care);
    enter(document, care);
  }

  function open(node: Node, parentCare: Care): void {
    if (isOwn(node)) return;
    const care = policy.careWithin(parentCare, node);
    const known = ids.idOf(node);
    if (known && found.known(node, known, care)) return writer.known(known);
    switch (node.nodeType) {
      case 1:
        return openElement(node as Element, care);
      case 3:
        add(node, care);
        return writer.textNode(maskText((node as Text).data, care));
      case 7:
        add(node, care);
        return writer.instructionNode();
      case 9:
        return openDocument(node as Document, null, care);
      case 10: {
        const type = node as DocumentType;
        add(node, care);
        return writer.doctype(type.name, type.publicId, type.systemId);
      }
      default:
        // Comments, and whatever else counts as a sibling without a picture.
        add(node, care);
        return writer.commentNode();
    }
  }

  return {
    write(root, parentCare) {
      const floor = levels.length;
      open(root, parentCare);
      while (levels.length > floor) {
        const level = levels[levels.length - 1]!;
        const node = level.next;
        if (node) {
          level.next = node.nextSibling;
          open(node, level.care);
        } else {
          levels.pop();
          writer.end();
        }
      }
    },
    careOf: (id) => cares.get(id) ?? 0,
    forget: (id) => void cares.delete(id),
    clear() {
      cares.clear();
      levels.length = 0;
    },
  };
}
