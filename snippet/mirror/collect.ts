// Writes nodes with all that is in them as tree records, without recursion, through the privacy policy: what is plain throughout as
// HTML, the rest node by node. New nodes are numbered in the order of their records; the viewer counts along.
import { limits } from '../../protocol/limits.ts';
import { namespaces, care as careShown } from '../../protocol/opCodes.ts';
import type { OpWriter } from '../../protocol/opWriter.ts';
import type { NodeId } from '../../protocol/ids.ts';
import { maskAttribute, maskText } from '../privacy/mask.ts';
import { careBits } from '../privacy/policy.ts';
import type { Care, PrivacyPolicy } from '../privacy/policy.ts';
import { baseOf } from './bases.ts';
import {
  frameDocument,
  hasNoChildren,
  isFrame,
  isPlaceholder,
  isSheetOwner,
  shadowOf,
} from './contentOf.ts';
import { documentMode } from './documentMode.ts';
import { isField } from './fieldState.ts';
import type { Field } from './fieldState.ts';
import type { NodeIds } from './nodeIds.ts';
import { plainRun } from './plainRun.ts';
import { readForest } from './readForest.ts';
import type { Forest } from './readForest.ts';

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
  /** A node that stands here although the viewer has it elsewhere. True: it may stay as it is, and is only moved. Otherwise it is told later. */
  known(node: Node, id: NodeId, care: Care): boolean;
  /** Not written, and neither are its next siblings: there was too much for one go. */
  later(node: Node): void;
}

const attributesOf = (element: Element) =>
  Reflect.get(Element.prototype, 'attributes', element) as NamedNodeMap;

export interface Collector {
  /** Writes `first` and its next siblings up to, and without, `end`; their parent's care is `parentCare`. About `most` nodes. */
  write(first: Node, end: Node | null, parentCare: Care, most: number): void;
  /** This element does not come out of a parser as it is: node by node from now on. */
  inexact(element: Node): void;
  /** Everything node by node from now on. */
  exactOnly(): void;
  careOf(id: NodeId): Care;
  forget(id: NodeId): void;
  clear(): void;
}

/** What is gone through: a run of siblings, the elements that are open in it, and the care of each. */
interface Level extends Forest {
  at: number;
  /** Where the open elements end, the innermost last. */
  readonly ends: number[];
  /** Of the run's parent, then of each open element. */
  readonly cares: Care[];
  /** Ends to write after it: of a shadow root, of a document and its frame. */
  readonly closes: number;
}

/** To parse less than this takes longer than to make it node by node. */
const LEAST_RUN = 8;

/** What masks HTML relies on it: an older browser writes a bracket in an attribute as it is. */
function writesBracketsAsReferences(): boolean {
  const probe = document.createElement('i');
  probe.title = '<>';
  return probe.outerHTML.includes('&lt;&gt;');
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
  const inexact = new WeakSet<Node>();
  let left = 0;
  let usesHtml = writesBracketsAsReferences();
  /** Siblings that are plain throughout, in the innermost level: from index `runFrom` up to where it is. */
  let runFrom = -1;

  const reading = {
    isOwn,
    isKnown: (node: Node) => ids.idOf(node) !== 0,
    later: found.later,
  };

  function add(node: Node, care: Care): NodeId {
    const id = ids.add(node);
    if (care) cares.set(id, care);
    found.written(node);
    return id;
  }

  function attributes(element: Element, care: Care, leaveOut: RegExp | null): void {
    // A form's field of that name stands in the way of the property.
    const isForm = element.localName === 'form';
    const list = isForm ? attributesOf(element) : element.attributes;
    for (let i = 0; i < list.length; i++) {
      const { name, value } = list[i]!;
      if (leaveOut?.test(name)) continue;
      const masked = maskAttribute(name, value, care, element.localName);
      if (masked !== null) writer.elementAttribute(name, masked);
    }
    writer.attributesEnd();
  }

  function enter(first: Node | null, end: Node | null, care: Care, closes: number): void {
    const forest = readForest(first, end, Math.max(left, 1), reading);
    left -= forest.nodes.length;
    levels.push({ ...forest, at: 0, ends: [], cares: [care], closes });
  }

  /** True when what is in the element is next in its level. */
  function openElement(element: Element, care: Care): boolean {
    if (isPlaceholder(element)) {
      add(element, care);
      writer.placeholder(element.localName);
      return false;
    }
    if (care & careBits.blocked) {
      add(element, care);
      found.blocked(element);
      const { width, height } = element.getBoundingClientRect();
      const display =
        element.ownerDocument.defaultView?.getComputedStyle(element).display ?? 'block';
      writer.blocked(element.localName, display, width, height);
      return false;
    }
    // By the platform's own getter: a form's field of this name stands in the way of the property.
    const namespace = Reflect.get(Element.prototype, 'namespaceURI', element) as string | null;
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
      owner ? /^(href|rel|media|title)$/i : isFrame(element) ? /^(src|name)$/i : null,
    );
    if (owner) found.sheetOwner(element as HTMLStyleElement, care);
    else if (isField(element)) found.field(element);
    else found.element(element);

    const inner = frameDocument(element);
    if (inner) {
      openDocument(inner, element, care);
      // Its document's end, and its own.
      enter(inner.firstChild, null, care, 2);
      return false;
    }
    if (hasNoChildren(element)) {
      writer.end();
      return false;
    }
    const shadow = shadowOf(element);
    if (shadow) {
      add(shadow, care);
      writer.shadow(shadow.slotAssignment === 'manual');
      found.root(shadow, element, care);
      enter(shadow.firstChild, null, care, 1);
    }
    return true;
  }

  function openDocument(document: Document, frame: Element | null, care: Care): void {
    add(document, care);
    writer.document(
      baseOf(document, policy.careOf(document.documentElement ?? document)),
      documentMode(document),
    );
    found.root(document, frame, care);
  }

  /** Writes a node; true when what is in it is next in its level. */
  function open(node: Node, care: Care): boolean {
    const known = ids.idOf(node);
    if (known) {
      if (found.known(node, known, care)) writer.known(known);
      return false;
    }
    switch (node.nodeType) {
      case 1:
        return openElement(node as Element, care);
      case 3:
        add(node, care);
        writer.textNode(maskText((node as Text).data, care));
        return false;
      case 7:
        add(node, care);
        writer.instructionNode();
        return false;
      case 9:
        openDocument(node as Document, null, care);
        return true;
      case 10: {
        const type = node as DocumentType;
        add(node, care);
        writer.doctype(type.name, type.publicId, type.systemId);
        return false;
      }
      default:
        // Comments, and whatever else counts as a sibling without a picture.
        add(node, care);
        writer.commentNode();
        return false;
    }
  }

  /** Writes the run that ends here. Where something in it needs care after all, goes back to where it begins. */
  function endRun(level: Level): void {
    if (runFrom < 0) return;
    const { nodes, sizes, codes } = level;
    const from = runFrom;
    const to = level.at;
    runFrom = -1;
    if (to - from < LEAST_RUN) {
      level.at = from;
      codes.fill(0, from, to);
      return;
    }
    const run = plainRun(level, from, to);
    if (run) {
      for (let at = from; at < to; at++) add(nodes[at]!, 0);
      return writer.html(run.html, run.count, run.sum, run.fixes);
    }
    level.at = from;
    const isAlone = to === from + sizes[from]!;
    for (let at = from; at < to; at += sizes[at]!)
      if (isAlone || !plainRun(level, at, at + sizes[at]!)) codes[at] = 0;
  }

  function isPlain({ nodes, sizes, codes, at }: Level, care: Care): boolean {
    if (care !== 0 || codes[at] === 0 || sizes[at]! > limits.runNodes || !usesHtml) return false;
    const node = nodes[at]!;
    const type = node.nodeType;
    // Text alone is shorter as it is.
    if (type !== 1) return runFrom >= 0 && (type === 3 || type === 8);
    if (inexact.has(node) || policy.speaksIn(node as Element)) return false;
    return (
      (node as Element).namespaceURI === namespaces[0] ||
      /^(svg|math)$/.test((node as Element).localName)
    );
  }

  /** One node further, or out of what ends here. */
  function step(level: Level): void {
    const { nodes, sizes, ends, cares: above } = level;
    const end = ends[ends.length - 1] ?? nodes.length;
    const at = level.at;
    if (at >= end) {
      endRun(level);
      if (level.at < at) return;
      if (ends.pop() === undefined) {
        levels.pop();
        for (let i = 0; i < level.closes; i++) writer.end();
      } else {
        above.pop();
        writer.end();
      }
      return;
    }
    const size = sizes[at]!;
    const care = policy.careWithin(above[above.length - 1]!, nodes[at]!);
    const plain = isPlain(level, care);
    if (!plain || (runFrom >= 0 && at + size - runFrom > limits.runNodes)) {
      endRun(level);
      if (level.at < at) return;
    }
    if (plain) {
      if (runFrom < 0) runFrom = at;
      level.at = at + size;
    } else if (open(nodes[at]!, care)) {
      ends.push(at + size);
      above.push(care);
      level.at = at + 1;
    } else level.at = at + size;
  }

  return {
    write(first, end, parentCare, most) {
      left = most;
      runFrom = -1;
      enter(first, end, parentCare, 0);
      for (let level = levels[0]; level; level = levels[levels.length - 1]) step(level);
    },
    inexact: (element) => inexact.add(element),
    exactOnly: () => void (usesHtml = false),
    careOf: (id) => cares.get(id) ?? 0,
    forget: (id) => void cares.delete(id),
    clear() {
      cares.clear();
      levels.length = 0;
    },
  };
}
