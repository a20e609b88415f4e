// What a page holds besides its tree: field states, layers, scroll positions, where it is and how large it is shown. Each is read when it is
// written, and written when it differs from what the viewer was told last.
import type { TopLayerState } from '../../protocol/opCodes.ts';
import type { OpWriter } from '../../protocol/opWriter.ts';
import type { NodeId } from '../../protocol/ids.ts';
import { maskAddress, maskText } from '../privacy/mask.ts';
import type { Care, PrivacyPolicy } from '../privacy/policy.ts';
import { careBits } from '../privacy/policy.ts';
import { fieldKey, isField, readField } from './fieldState.ts';
import type { Field } from './fieldState.ts';
import type { MirrorOptions } from './mirror.ts';
import type { NodeIds } from './nodeIds.ts';
import { layerRank, topLayerState } from './topLayer.ts';

/** Told of no state yet, or what was told may not hold any more. */
const UNTOLD = '';
const DOUBTED = '?';
const NO_LAYER = 'none 0';

export interface Shown {
  /** Its state has to be told, whatever was told before. */
  field(field: Field): void;
  /** An event says that the state of this field may be another, or of every field in this form. */
  fieldChanged(target: EventTarget | null): void;
  /** Looks for fields whose state no event reported, for so long, one after another over several calls; `Infinity`: at all of them. */
  look(forMs: number): void;
  /** The viewport may have another size. */
  resized(): void;
  /** The element may have entered or left a layer. */
  layer(element: Element): void;
  scrolled(node: Node): void;
  /** What it shows was assigned by hand, or may have been. */
  slot(slot: HTMLSlotElement): void;
  /** Moved with all that is in it, which the viewer has by a removal and an insertion: they end what is told here. */
  moved(node: Node): void;
  /** Something about the element changed that may have changed its state in the viewer. */
  touched(element: Element): void;
  forget(element: Element): void;
  clear(): void;
  write(): void;
}

export function createShownState(
  view: Window,
  writer: OpWriter,
  ids: NodeIds,
  policy: PrivacyPolicy,
  careOf: (id: NodeId) => Care,
  anew: (field: Field) => void,
  placed: MirrorOptions['placed'],
): Shown {
  const page = view.document;
  const fields = new Map<Field, string>();
  const changed = new Set<Field>();
  let looking = fields.keys();
  let sized = false;
  const layers = new Map<Element, string>();
  const scrolled = new Set<Node>();
  /** Told of another place than where everything begins. */
  const away = new Set<Node>();
  const slots = new Set<HTMLSlotElement>();
  let place = UNTOLD;
  let viewport = UNTOLD;

  function writeField(field: Field): void {
    const id = ids.idOf(field);
    if (!id) return;
    const state = readField(field, careOf(id));
    const key = fieldKey(state);
    const before = fields.get(field);
    if (key === before) return;
    // Labels and styles may say only now what is being typed. What is new has just been judged.
    if (before !== UNTOLD && policy.careOf(field) !== careOf(id)) return anew(field);
    fields.set(field, key);
    writer.field(id, state);
  }

  function writeFields(): void {
    for (const field of changed) if (fields.has(field)) writeField(field);
    changed.clear();
  }

  /** To choose one radio button is to leave another. */
  function markGroup(name: string): void {
    for (const field of fields.keys())
      if (field.name === name && field.type === 'radio') changed.add(field);
  }

  function writeLayers(): void {
    const moving: { rank: number; id: NodeId; state: TopLayerState }[] = [];
    for (const [element, told] of layers) {
      const id = ids.idOf(element);
      const state = topLayerState(element);
      const rank = state === 'none' ? 0 : layerRank(element);
      const now = `${state} ${Math.floor(rank)}`;
      if (!id || now === told) continue;
      layers.set(element, now);
      moving.push({ rank, id, state });
    }
    moving.sort((one, other) => one.rank - other.rank);
    for (const { id, state } of moving) writer.topLayer(id, state);
  }

  function writeScroll(): void {
    for (const node of scrolled) {
      const id = ids.idOf(node);
      // By the platform's own getter: a picture of this name stands in the way of the document's.
      const isDocument = Reflect.get(Node.prototype, 'nodeType', node) === 9;
      const element = isDocument ? (node as Document).scrollingElement : (node as Element);
      const [left, top] = [element?.scrollLeft ?? 0, element?.scrollTop ?? 0];
      // What is not drawn says that it is nowhere, and is where it was as soon as it is drawn again.
      if (id && element && !left && !top && element.getClientRects().length === 0) continue;
      scrolled.delete(node);
      if (!id || !element) continue;
      if (left || top) away.add(node);
      // How far a masked value has moved says how long it is.
      const saysLength = !isDocument && isField(node as Element) && careOf(id) & careBits.masked;
      if (!saysLength) writer.scroll(id, left, top);
    }
  }

  function writeSlots(): void {
    for (const slot of slots) {
      const id = ids.idOf(slot);
      const root = slot.getRootNode() as ShadowRoot;
      if (!id || root.slotAssignment !== 'manual') continue;
      writer.slotted(id, slot.assignedNodes().map(ids.idOf).filter(Boolean));
    }
    slots.clear();
  }

  function writePlace(): void {
    const now = `${page.location.href}\n${page.title}`;
    if (now === place) return;
    place = now;
    const care = careOf(ids.idOf(page.documentElement));
    const title = page.querySelector('title:not(svg *)');
    const told = [
      maskAddress(page.location.href, care),
      maskText(page.title, title ? policy.careOf(title) : care),
    ] as const;
    writer.page(...told);
    placed?.(...told);
  }

  function writeViewport(): void {
    // To ask for its width makes the browser lay the page out.
    if (!sized) return;
    sized = false;
    const width = page.documentElement?.clientWidth || view.innerWidth;
    const now = `${width} ${view.innerHeight} ${view.devicePixelRatio}`;
    if (now === viewport) return;
    viewport = now;
    writer.viewport(width, view.innerHeight, view.devicePixelRatio);
  }

  function mark(field: Field, as = UNTOLD): void {
    fields.set(field, as);
    changed.add(field);
  }

  return {
    field: (field) => mark(field),
    fieldChanged(target) {
      const field = target as Field;
      if (fields.has(field)) {
        changed.add(field);
        if (field.type === 'radio') markGroup(field.name);
      } else if ((target as Element | null)?.localName === 'form') {
        for (const element of (target as HTMLFormElement).elements) changed.add(element as Field);
      }
    },
    look(forMs) {
      sized = true;
      if (forMs === Infinity) looking = fields.keys();
      const endsMs = view.performance.now() + forMs;
      for (let seen = 1; ; seen++) {
        const next = looking.next();
        if (next.done) return void (looking = fields.keys());
        writeField(next.value);
        if (seen % 16 === 0 && view.performance.now() > endsMs) return;
      }
    },
    resized: () => void (sized = true),
    layer: (element) => layers.set(element, layers.get(element) ?? NO_LAYER),
    scrolled: (node) => scrolled.add(node),
    slot: (slot) => slots.add(slot),
    moved(node) {
      for (const element of layers.keys()) if (node.contains(element)) layers.set(element, UNTOLD);
      for (const element of away) if (node.contains(element)) scrolled.add(element);
    },
    touched(element) {
      if (fields.has(element as Field)) mark(element as Field, DOUBTED);
    },
    forget(element) {
      fields.delete(element as Field);
      layers.delete(element);
      away.delete(element);
    },
    clear() {
      for (const told of [fields, changed, layers, scrolled, away, slots]) told.clear();
      place = viewport = UNTOLD;
      sized = true;
    },
    write() {
      writeFields();
      writeLayers();
      writeSlots();
      writeScroll();
      writePlace();
      writeViewport();
    },
  };
}
