// Takes ops and makes the page in the frame's own document, node by node through the sanitiser. An unknown node id throws:
// the reader turns that into one answer, a fresh snapshot. Nothing is guessed.
import type { Environment } from '../../protocol/environment.ts';
import type { MessageOf } from '../../protocol/frame.ts';
import { NO_NODE, streamOf } from '../../protocol/ids.ts';
import type { NodeId } from '../../protocol/ids.ts';
import { createNumbering } from '../../protocol/numbering.ts';
import { limits } from '../../protocol/limits.ts';
import { care as careShown, namespaces } from '../../protocol/opCodes.ts';
import type { DocumentMode } from '../../protocol/opCodes.ts';
import type { OpSink } from '../../protocol/opReader.ts';
import type { Box } from './geometry.ts';
import { doctypes, writeDocument } from './frameSource.ts';
import { createCustomerSelection } from './customerSelection.ts';
import type { AssetSupply } from './assetStore.ts';
import { createViewerAssets } from './createViewerAssets.ts';
import { createMotionPlayer } from './motion.ts';
import { openPickerOf } from './openPicker.ts';
import { parseRun } from './parseRun.ts';
import { rewriteCss } from './rewriteCss.ts';
import { holds, rewriteMedia } from './rewriteMedia.ts';
import {
  createPlaceholder,
  createScreened,
  forgetAsked,
  isHarmless,
  screenAttribute,
  asking,
  tellAsked,
} from './screen.ts';
import type { ScreenContext } from './screen.ts';
import { showField } from './showField.ts';
import { showLayer } from './showLayer.ts';
import { createStateMarks } from './states.ts';
import { createViewerSheets } from './viewerSheets.ts';

const HTML = namespaces[0];
const UNDEFINED = 'alongside-undefined';
/** Far beyond any page that people read. Parsers stop at a depth of 512; from a few thousand on, the browser's own layout breaks down. */
const DEEPEST = 1024;
const MOST_NODES = 1_000_000;

const isFrame = ({ localName }: Element) => localName === 'iframe' || localName === 'frame';

export interface BuildEvents {
  page(address: string, title: string): void;
  viewport(width: number, height: number): void;
  /** The root has to be a document of this mode from now on. */
  mode(mode: DocumentMode): void;
  scheme(preferred: 'light' | 'dark'): void;
  /** The part of the viewport that the customer sees; null for all of it. */
  seen(part: Box | null): void;
  /** Runs work that would move the focus into the frame, and leaves the focus where it was. */
  keepingFocus(work: () => void): void;
  readonly assets: AssetSupply | null;
}

const isRoot = (node: Node): node is Document | ShadowRoot =>
  node.nodeType === 9 || (node.nodeType === 11 && 'host' in node);

export type PageBuilder = ReturnType<typeof createPageBuilder>;

/** `stream`: whose ids its nodes have. */
export function createPageBuilder(root: () => Document, events: BuildEvents, stream = 0) {
  const nodes = new Map<NodeId, Node>();
  const ids = createNumbering();
  const bases = new WeakMap<Document, string>();
  /** Documents of frames, built in a fragment until their frame is in the page. */
  const unplaced: {
    frame: HTMLIFrameElement;
    id: NodeId;
    content: DocumentFragment;
    base: string;
    mode: DocumentMode;
  }[] = [];
  const scrolls = new Map<Node, readonly [number, number]>();
  const reasons = new WeakMap<Node, 'masked' | 'locked' | 'blocked'>();
  const sheets = createViewerSheets(root, stream === 0, {
    resolve: (address, from) => assets.resolve(address, from),
    media: (queries) => media(queries),
  });
  const selection = createCustomerSelection();
  const open: Node[] = [];
  /** Names of custom elements that are not defined on the customer's page. */
  let undefinedNames: ReadonlySet<string> = new Set();
  /** The field whose list or picker is open. */
  let picking: NodeId = NO_NODE;
  let inexact: MessageOf<'inexact'>['runs'] = [];
  /** Bases of the documents around the one that is being built. */
  const outerBases: string[] = [];
  let target: { parent: Node; next: Node | null } | null = null;
  /** A form looks at all its fields for each one that comes: what belongs into one comes together. By what it goes into. */
  const together = new Map<Node, DocumentFragment>();
  /** How deep `target` lies. */
  let depth = 0;
  let base = 'about:blank';

  const parentOf = (node: Node): Node | null =>
    node.parentNode ??
    (node as ShadowRoot).host ??
    (node as Document).defaultView?.frameElement ??
    null;
  const marks = createStateMarks((node) => (node === root() ? null : parentOf(node)));

  function nodeOf(id: NodeId): Node {
    const node = nodes.get(id);
    if (!node) throw new Error('unknown node');
    return node;
  }
  const elementOf = (id: NodeId): Element => {
    const node = nodeOf(id);
    if (node.nodeType !== 1) throw new Error('not an element');
    return node as Element;
  };

  function keep(id: NodeId, node: Node): void {
    // A page that numbers its nodes as another's would have the agent act on that one.
    if (streamOf(id) !== stream) throw new Error('node id of another stream');
    if (nodes.has(id)) throw new Error('node id used twice');
    if (nodes.size >= MOST_NODES) throw new Error('too many nodes');
    nodes.set(id, node);
    ids.set(node, id);
    if (undefinedNames.size > 0) markUndefined(node as Element);
  }

  function markUndefined(node: Element): void {
    if (undefinedNames.has(node.localName)) node.setAttribute(UNDEFINED, '');
  }

  /** What the customer's browser answers; until it is told, what the agent's does. */
  let environment: Environment | null = null;
  const media = (queries: string) => (environment ? rewriteMedia(queries, environment) : queries);
  function answerAnew(): void {
    sheets.answerAnew();
    for (const node of nodes.values()) {
      if (node.nodeType !== 1) continue;
      for (const name of asking) {
        const asked = (node as Element).getAttribute(`alongside-${name}`);
        if (asked !== null) (node as Element).setAttribute(name, media(asked));
      }
    }
  }

  const assets = createViewerAssets({
    page: root,
    baseOf: (node) => baseOf(node),
    idOf: (node) => ids.of(node) as NodeId,
    nodeOf: (id) => nodes.get(id),
    supply: events.assets,
    setAttribute(element, name, value) {
      base = baseOf(element);
      setAttribute(element, name, value);
    },
    setSheet: (id) => sheets.answerAnew(id),
  });
  const context: ScreenContext = {
    resolve: (address) => assets.resolve(address, base),
    used: (address) => assets.used(address, base),
    css: (text) => rewriteCss(text, (address) => assets.resolve(address, base), media),
    media,
  };
  const motion = createMotionPlayer({
    page: root,
    elementOf: (id) => elementOf(id),
    roots: () => Array.from(nodes.values()).filter(isRoot),
    css: (value, element) =>
      rewriteCss(value, (address) => assets.resolve(address, baseOf(element)), media),
  });
  const baseOf = (node: Node) =>
    bases.get(node.nodeType === 9 ? (node as Document) : node.ownerDocument!) ?? base;

  function setAttribute(element: Element, name: string, value: string): void {
    if (isHarmless(name, value)) return element.setAttribute(name, value);
    tellAsked(element, name, value);
    const screened = screenAttribute(element.localName, name, value, context);
    try {
      if (!screened) element.removeAttribute(name);
      else if (screened.namespace)
        element.setAttributeNS(screened.namespace, screened.name, screened.value);
      else element.setAttribute(screened.name, screened.value);
    } catch {
      // A name the parser takes and the DOM does not. It cannot be asked for by a selector either.
    }
    if (value.includes('blob:')) assets.lacks(element, name, value);
    if (element.localName === 'use' && name.endsWith('href') && !value.startsWith('#'))
      assets.uses(element, name, value);
  }

  function place(node: Node): void {
    const parent = open[open.length - 1];
    const into = parent ?? target?.parent;
    if (!into) throw new Error('no place');
    const fragment = together.get(into);
    if (fragment) return void fragment.appendChild(node);
    // A sheet's text comes rewritten, by its own op.
    if ((into as Element).localName === 'style') throw new Error('in a sheet');
    into.insertBefore(node, parent ? null : target!.next);
  }

  function gather(into: Node): void {
    together.set(into, root().createDocumentFragment());
  }

  /** What was gathered for it goes into it. */
  function release(into: Node, next: Node | null): void {
    const fragment = together.get(into);
    together.delete(into);
    if (fragment) into.insertBefore(fragment, next);
  }

  /** Elements are put in their place when they are complete: sheets and pictures start once. */
  function placeWhole(node: Node): void {
    place(node);
    if (!open.length && !together.size) placeFrames();
  }

  function placeFrames(): void {
    for (const { frame, id, content, base: address, mode } of unplaced.splice(0)) {
      const inner = frame.contentDocument;
      if (!inner) throw new Error('frame without a document');
      writeDocument(inner, doctypes[mode]);
      inner.replaceChildren();
      bases.set(inner, address);
      assets.watch(inner);
      inner.append(...content.childNodes);
      keep(id, inner);
      sheets.adopt(inner, []);
    }
  }

  function forget(node: Node): void {
    const pending: Node[] = [node];
    for (let at = pending.pop(); at; at = pending.pop()) {
      const id = ids.of(at) as NodeId;
      if (id) {
        nodes.delete(id);
        if ((at as Element).localName === 'style') sheets.forget(id);
      }
      ids.set(at, NO_NODE);
      scrolls.delete(at);
      assets.forget(at);
      for (let child = at.firstChild; child; child = child.nextSibling) pending.push(child);
      if ((at as Element).shadowRoot) pending.push((at as Element).shadowRoot!);
      if (at.nodeType === 1 && isFrame(at as Element)) {
        const inner = (at as HTMLIFrameElement).contentDocument;
        if (inner) pending.push(inner);
      }
    }
  }

  function scrollTo(node: Node, [left, top]: readonly [number, number]): void {
    const scroller = node.nodeType === 9 ? (node as Document).scrollingElement : (node as Element);
    scroller?.scrollTo({ left, top, behavior: 'instant' });
  }

  function sheetOwner(id: NodeId): HTMLStyleElement | null {
    const owner = nodes.get(id);
    if (owner && (owner as Element).localName !== 'style') throw new Error('not a sheet');
    return (owner as HTMLStyleElement | undefined) ?? null;
  }
  function baseOfSheet(id: NodeId, address: string | null): string {
    const owner = nodes.get(id);
    return address ?? baseOf(owner ?? root());
  }

  const sink: OpSink = {
    page: events.page,
    viewport: events.viewport,
    insertStart(parent, next) {
      open.length = outerBases.length = depth = 0;
      together.clear();
      if (parent === 0) return void (target = null);
      const container = nodeOf(parent);
      const before = next === 0 ? null : nodeOf(next);
      if (before && before.parentNode !== container) throw new Error('not its child');
      base = baseOf(container);
      target = { parent: container, next: before };
      for (let at: Node | null = container; at; at = parentOf(at)) depth++;
      const isSheet = (container as Element).localName === 'style';
      if (!isSheet && (container as Element).closest?.('form')) gather(container);
    },
    insertEnd() {
      if (!target) return;
      release(target.parent, target.next);
      target = null;
      placeFrames();
      sheets.restore();
    },
    element(id, namespace, name, care, attributes) {
      if (depth + open.length >= DEEPEST) throw new Error('too deep');
      const element = createScreened(root(), namespace, name);
      keep(id, element);
      for (const [key, value] of attributes) setAttribute(element, key, value);
      if (care & careShown.masked) {
        reasons.set(element, 'masked');
        element.setAttribute('alongside-masked', '');
      } else if (care & careShown.locked) reasons.set(element, 'locked');
      if (isFrame(element)) element.setAttribute('alongside-foreign', '');
      if (element.localName === 'form') gather(element);
      assets.met(id, element, open[open.length - 1], (care & careShown.masked) !== 0);
      open.push(element);
    },
    textNode(id, value) {
      const node = root().createTextNode(value);
      keep(id, node);
      placeWhole(node);
    },
    commentNode(id) {
      const node = root().createComment('');
      keep(id, node);
      placeWhole(node);
    },
    instructionNode(id) {
      const node = root().createComment('');
      keep(id, node);
      placeWhole(node);
    },
    doctype(id, name, publicId, systemId) {
      const node = root().implementation.createDocumentType(name || 'html', publicId, systemId);
      keep(id, node);
      const parent = open[open.length - 1];
      // A fragment cannot hold a doctype; the mode of a frame's document is set when it is opened.
      if (parent?.nodeType !== 11) placeWhole(node);
    },
    shadow(id, isManual) {
      const host = open[open.length - 1] as Element | undefined;
      if (!host || host.nodeType !== 1) throw new Error('shadow root without a host');
      // What a root says of its host gives way to what is said outside of it, and may not give way to us.
      host.setAttribute('alongside-host', '');
      const shadow = host.attachShadow({
        mode: 'open',
        slotAssignment: isManual ? 'manual' : 'named',
      });
      keep(id, shadow);
      assets.watch(shadow);
      sheets.adopt(shadow, []);
      open.push(shadow);
    },
    document(id, address, mode) {
      const frame = open[open.length - 1];
      if (frame) {
        if (!isFrame(frame as Element)) throw new Error('document without a frame');
        (frame as Element).removeAttribute('alongside-foreign');
        const content = root().createDocumentFragment();
        unplaced.push({ frame: frame as HTMLIFrameElement, id, content, base: address, mode });
        open.push(content);
        outerBases.push(base);
        base = address;
        return;
      }
      events.mode(mode);
      const page = root();
      page.replaceChildren();
      bases.set(page, address);
      base = address;
      assets.watch(page);
      keep(id, page);
      sheets.adopt(page, []);
      open.push(page);
    },
    known(id) {
      const node = nodeOf(id);
      placeWhole(node);
    },
    blocked(id, name, display, width, height) {
      const box = createScreened(root(), HTML, name === 'iframe' ? 'div' : name) as HTMLElement;
      box.style.display = display;
      box.style.width = `${width}px`;
      box.style.height = `${height}px`;
      box.setAttribute('alongside-blocked', '');
      reasons.set(box, 'blocked');
      keep(id, box);
      placeWhole(box);
    },
    html(firstId, text, count, sum, fixes) {
      const run = parseRun(text, count, sum, fixes, DEEPEST - depth - open.length, context);
      if (run) {
        for (let index = 0; index < count; index++)
          keep((firstId + index) as NodeId, run.nodes[index]!);
        assets.metRun(run.content);
        return placeWhole(run.content);
      }
      // Told node by node in a moment. Until then each has something to be found by.
      inexact.push({ first: firstId, count });
      for (let index = 0; index < count; index++) {
        const node = root().createComment('');
        keep((firstId + index) as NodeId, node);
        place(node);
      }
    },
    placeholder(id, name) {
      const node = createPlaceholder(root(), name);
      keep(id, node);
      placeWhole(node);
    },
    end() {
      const node = open.pop()!;
      release(node, null);
      if (node.nodeType === 9) return placeFrames();
      if (node.nodeType !== 11) return placeWhole(node);
      // The end of a shadow root, or of a frame's document.
      if (!(node as ShadowRoot).host) base = outerBases.pop() ?? base;
    },
    remove(list) {
      const removed = list.map(nodeOf);
      for (const node of removed) node.parentNode?.removeChild(node);
      for (const node of removed) forget(node);
    },
    attribute(id, name, value) {
      const element = elementOf(id);
      base = baseOf(element);
      if (
        name === 'open' &&
        value === null &&
        element.localName === 'dialog' &&
        element.matches(':modal')
      ) {
        events.keepingFocus(() => (element as HTMLDialogElement).close());
      }
      if (value === null) {
        element.removeAttribute(name);
        forgetAsked(element, name);
      } else setAttribute(element, name, value);
      assets.touched(element, name);
    },
    text(id, value) {
      const node = nodeOf(id);
      if (node.nodeType !== 3) throw new Error('not a text');
      (node as Text).data = value;
    },
    field(id, state) {
      const field = elementOf(id);
      showField(field, state, reasons.get(field) === 'masked');
      selection.field(field, state.selection);
    },
    scroll(id, left, top) {
      const node = nodeOf(id);
      // Where everything begins: to go there would make the browser lay out a page that is not complete yet.
      if (left === 0 && top === 0 && !scrolls.has(node)) return;
      scrolls.set(node, [left, top]);
      scrollTo(node, [left, top]);
    },
    sheet(id, text, address, queries, disabled) {
      const from = baseOfSheet(id, address);
      sheets.set(id, sheetOwner(id), text, from, queries, disabled);
      assets.sheet(id, text, from);
    },
    sheetRules(id, rules, address, queries, disabled) {
      const from = baseOfSheet(id, address);
      sheets.set(id, sheetOwner(id), [...rules], from, queries, disabled);
      assets.sheet(id, rules.join('\n'), from);
    },
    ruleEdits(id, count, edits) {
      const { text, base: from } = sheets.edit(id, count, edits);
      if (edits.some(({ texts }) => texts.some((rule) => rule.includes('url('))))
        assets.sheet(id, text(), from);
    },
    sheetState: sheets.setState,
    adopted(id, list) {
      const node = nodeOf(id);
      if (node.nodeType !== 9 && node.nodeType !== 11) throw new Error('not a root');
      sheets.adopt(node as Document | ShadowRoot, list);
      assets.adopted(id, list);
    },
    topLayer(id, state) {
      const element = elementOf(id);
      events.keepingFocus(() => showLayer(element, state));
    },
    undefinedNames(list) {
      const before = undefinedNames;
      undefinedNames = new Set(list);
      for (const node of nodes.values()) {
        if (before.has((node as Element).localName)) (node as Element).removeAttribute(UNDEFINED);
        markUndefined(node as Element);
      }
    },
    base(id, address) {
      const node = nodeOf(id);
      if (node.nodeType !== 9) throw new Error('not a document');
      bases.set(node as Document, address);
    },
    slotted: (slot, list) =>
      (elementOf(slot) as HTMLSlotElement).assign(
        ...list.map((id) => nodeOf(id) as Element | Text),
      ),
    stated(name, list) {
      marks.tell(name, list.map(elementOf));
      if (name === 'open') picking = list[0] ?? NO_NODE;
    },
    motion: motion.show,
    selection(anchor, anchorOffset, focus, focusOffset) {
      const [from, to] = [nodes.get(anchor), nodes.get(focus)];
      selection.page(
        from ? { node: from, offset: anchorOffset } : null,
        to ? { node: to, offset: focusOffset } : null,
      );
    },
    seen: (x, y, width, height) =>
      events.seen(width > 0 && height > 0 ? { x, y, width, height } : null),
    environment(told) {
      environment = told;
      events.scheme(holds(told, '(prefers-color-scheme:dark)') ? 'dark' : 'light');
      sheets.setSchemes(told.schemes);
      answerAnew();
    },
    states: (hovered, active, focused, focusVisible, pointedAt) =>
      marks.show({
        hovered: nodes.get(hovered),
        active: nodes.get(active),
        focused: nodes.get(focused),
        focusVisible,
        target: nodes.get(pointedAt),
      }),
  };

  return {
    sink,
    /** Runs that did not parse to what was sent, since the last call. */
    takeInexact() {
      const taken = inexact;
      inexact = [];
      return taken.slice(0, limits.inexactRuns);
    },
    idOf: (node: Node) => ids.of(node) as NodeId,
    nodeOf: (id: NodeId): Node | undefined => nodes.get(id),
    parentOf,
    reasonOf: (node: Node) => reasons.get(node) ?? null,
    selectionBoxes: selection.boxes,
    openPicker: () => openPickerOf(nodes.get(picking)),
    receive: assets.receive,
    /** Pictures and fonts that arrive late change heights: what was scrolled has to be scrolled again. */
    restoreScroll(): void {
      for (const [node, at] of scrolls) scrollTo(node, at);
      motion.retry();
    },
    /** Nothing of the page is left, and nothing of it is kept here. */
    clear: assets.clear,
    reset(): void {
      const isScrolled = Array.from(scrolls.keys()).some((node) => node === root());
      nodes.clear();
      undefinedNames = new Set();
      picking = NO_NODE;
      selection.clear();
      environment = null;
      scrolls.clear();
      sheets.clear();
      assets.reset();
      marks.clear();
      motion.clear();
      open.length = 0;
      together.clear();
      unplaced.length = 0;
      target = null;
      root().replaceChildren();
      // Where the last page was scrolled to says nothing about the next one. Only asked for where it was: it makes the browser lay out.
      if (isScrolled) root().defaultView?.scrollTo({ left: 0, top: 0, behavior: 'instant' });
    },
  };
}
