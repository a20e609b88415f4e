// What a page holds besides its tree: field states, layers, scroll positions, where it is and how large it is shown. Each is read when it is
// written, and written when it differs from what the viewer was told last.
import type { OpWriter } from '../../protocol/opWriter.ts';
import type { NodeId } from '../../protocol/ids.ts';
import { maskAddress, maskText } from '../privacy/mask.ts';
import type { Care, PrivacyPolicy } from '../privacy/policy.ts';
import { fieldKey, readField } from './fieldState.ts';
import type { Field } from './fieldState.ts';
import type { NodeIds } from './nodeIds.ts';
import { topLayerState } from './topLayer.ts';

/** Told of no state yet. */
const UNTOLD = '';
const NO_LAYER = 'none';

export interface Shown {
  /** Its state has to be told, whatever was told before. */
  field(field: Field): void;
  /** The element may have entered or left a layer. */
  layer(element: Element): void;
  scrolled(node: Node): void;
  /** What it shows was assigned by hand, or may have been. */
  slot(slot: HTMLSlotElement): void;
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
): Shown {
  const page = view.document;
  const fields = new Map<Field, string>();
  const layers = new Map<Element, string>();
  const scrolled = new Set<Node>();
  const slots = new Set<HTMLSlotElement>();
  let place = UNTOLD;
  let viewport = UNTOLD;

  function writeFields(): void {
    for (const [field, told] of fields) {
      const id = ids.idOf(field);
      if (!id) continue;
      const state = readField(field, careOf(id));
      const key = fieldKey(state);
      if (key === told) continue;
      fields.set(field, key);
      writer.field(id, state);
    }
  }

  function writeLayers(): void {
    for (const [element, told] of layers) {
      const id = ids.idOf(element);
      const state = topLayerState(element);
      if (!id || state === told) continue;
      layers.set(element, state);
      writer.topLayer(id, state);
    }
  }

  function writeScroll(): void {
    for (const node of scrolled) {
      const id = ids.idOf(node);
      const element = node.nodeType === 9 ? (node as Document).scrollingElement : (node as Element);
      if (id && element) writer.scroll(id, element.scrollLeft, element.scrollTop);
    }
    scrolled.clear();
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
    const title = page.querySelector('title');
    writer.page(
      maskAddress(page.location.href, care),
      maskText(page.title, title ? policy.careOf(title) : care),
    );
  }

  function writeViewport(): void {
    const width = page.documentElement?.clientWidth || view.innerWidth;
    const now = `${width} ${view.innerHeight} ${view.devicePixelRatio}`;
    if (now === viewport) return;
    viewport = now;
    writer.viewport(width, view.innerHeight, view.devicePixelRatio);
  }

  return {
    field: (field) => fields.set(field, UNTOLD),
    layer: (element) => layers.set(element, layers.get(element) ?? NO_LAYER),
    scrolled: (node) => scrolled.add(node),
    slot: (slot) => slots.add(slot),
    touched(element) {
      if (fields.has(element as Field)) fields.set(element as Field, UNTOLD);
    },
    forget(element) {
      fields.delete(element as Field);
      layers.delete(element);
    },
    clear() {
      for (const told of [fields, layers, scrolled, slots]) told.clear();
      place = viewport = UNTOLD;
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
