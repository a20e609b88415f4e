// Writes ops, one after another, into the payload of a snapshot or batch. Strings go to one heap that is encoded once;
// names and short values are sent once per snapshot and referred to by number afterwards (opReader.ts mirrors this).
import * as encoding from 'lib0/encoding';
import type { NodeId } from './ids.ts';
import type { MaskedText } from './maskedText.ts';
import {
  documentModes,
  fieldBits,
  motionKinds,
  namespaces,
  opCodes,
  records,
  sheetTexts,
  tabled,
  topLayerStates,
} from './opCodes.ts';
import type {
  DocumentMode,
  FieldState,
  MotionKind,
  RuleEdit,
  TextFix,
  TopLayerState,
} from './opCodes.ts';
import { toUtf8 } from './utf8.ts';

export type OpWriter = ReturnType<typeof createOpWriter>;

/** References: 0 none, 1 a literal, 2 a literal to be kept in the table, from 3 on a table entry. */
export function createOpWriter() {
  const table = new Map<string, number>();
  const sheetTable = new Map<string, number>();
  let sheetsLeft: number = sheetTexts.maxLength;
  let encoder = encoding.createEncoder();
  let heap = '';
  let empty = true;
  /** The node that was named last: the next is mostly near. */
  let last = 0;
  /** What the next new node is numbered, if numbers were given to nothing else. */
  let expected = 0;

  const uint = (value: number) => encoding.writeVarUint(encoder, value);
  const byte = (value: number) => encoding.writeUint8(encoder, value);
  const start = (code: number) => {
    empty = false;
    byte(code);
  };

  /** 0 as it is, everything else by its distance from the last. */
  function node(id: number): void {
    if (id === 0) return byte(0);
    const distance = id - last;
    uint(distance >= 0 ? distance * 2 + 1 : distance * -2);
    last = id;
  }
  function nodes(list: readonly number[]): void {
    uint(list.length);
    for (const id of list) node(id);
  }

  function string(value: string | null): void {
    if (value === null) return byte(0);
    if (value.length > tabled.maxLength) {
      byte(1);
    } else {
      const known = table.get(value);
      if (known !== undefined) return uint(known + 3);
      if (table.size < tabled.maxEntries) {
        table.set(value, table.size);
        byte(2);
      } else byte(1);
    }
    uint(value.length);
    heap += value;
  }

  /** References: 0 a literal, 1 a literal to be kept, from 2 on one that was kept. */
  function sheetText(text: string): void {
    const known = sheetTable.get(text);
    if (known !== undefined) return uint(known + 2);
    const kept = text.length <= sheetsLeft && sheetTable.size < sheetTexts.maxEntries;
    if (kept) {
      sheetTable.set(text, sheetTable.size);
      sheetsLeft -= text.length;
    }
    byte(kept ? 1 : 0);
    uint(text.length);
    heap += text;
  }

  /** Several texts as one: their lengths, and where each ends follows from them. */
  function lengths(texts: readonly string[]): void {
    uint(texts.length);
    for (const text of texts) uint(text.length);
  }

  return {
    /** Where the customer is. */
    page(address: MaskedText, title: MaskedText): void {
      start(opCodes.page);
      string(address);
      string(title);
    },
    /** CSS pixels of the layout viewport, and device pixels per CSS pixel in hundredths. */
    viewport(width: number, height: number, pixelRatio: number): void {
      start(opCodes.viewport);
      uint(width);
      uint(height);
      uint(Math.round(pixelRatio * 100));
    },
    /**
     * Opens an insertion; the records of one tree or more follow, and an `end`. New nodes are numbered from `firstId` in the order
     * of their records. `parent` 0 replaces the whole page; `next` 0 appends. A `known` record makes it a move.
     */
    insert(parent: NodeId | 0, next: NodeId | 0, firstId: NodeId): void {
      start(opCodes.insert);
      node(parent);
      node(next);
      encoding.writeVarInt(encoder, firstId - expected);
      expected = firstId;
    },
    element(namespace: string | null, name: string, careBits: number): void {
      expected++;
      byte(records.element);
      const index = namespaces.indexOf(namespace as (typeof namespaces)[0]);
      byte(index < 0 ? namespaces.length : index);
      if (index < 0) string(namespace ?? '');
      string(name);
      byte(careBits);
    },
    /** Attributes follow their element at once, each by this, closed by `attributesEnd`. */
    elementAttribute(name: string, value: MaskedText): void {
      string(name);
      string(value);
    },
    attributesEnd: () => byte(0),
    textNode(value: MaskedText): void {
      expected++;
      byte(records.text);
      string(value);
    },
    commentNode(): void {
      expected++;
      byte(records.comment);
    },
    instructionNode(): void {
      expected++;
      byte(records.instruction);
    },
    doctype(name: string, publicId: string, systemId: string): void {
      expected++;
      byte(records.doctype);
      string(name);
      string(publicId);
      string(systemId);
    },
    shadow(isManual: boolean): void {
      expected++;
      byte(isManual ? records.manualShadow : records.shadow);
    },
    /** `base` is what relative addresses in it resolve against. */
    document(base: MaskedText, mode: DocumentMode): void {
      expected++;
      byte(records.document);
      string(base);
      byte(documentModes.indexOf(mode));
    },
    known(id: NodeId): void {
      byte(records.known);
      node(id);
    },
    /** Width and height in CSS pixels, sent in hundredths. Has no content and no `end`. */
    blocked(name: string, display: string, width: number, height: number): void {
      expected++;
      byte(records.blocked);
      string(name);
      string(display);
      uint(Math.round(width * 100));
      uint(Math.round(height * 100));
    },
    /** Has no content and no `end`. */
    placeholder(name: string): void {
      expected++;
      byte(records.placeholder);
      string(name);
    },
    /** `count` nodes, numbered in document order; `sum` is that of their tree once fixed (treeSum.ts). */
    html(text: MaskedText, count: number, sum: number, fixes: readonly TextFix[]): void {
      expected += count;
      byte(records.html);
      uint(count);
      uint(sum >>> 0);
      uint(fixes.length);
      let before = 0;
      for (const fix of fixes) {
        uint(fix.at - before);
        before = fix.at;
        uint('splitAt' in fix ? fix.splitAt * 2 : fix.emptyAtDepth * 2 + 1);
      }
      string(text);
    },
    end: () => byte(records.end),

    remove(list: readonly NodeId[]): void {
      start(opCodes.remove);
      nodes(list);
    },
    attribute(id: NodeId, name: string, value: MaskedText | null): void {
      start(opCodes.attribute);
      node(id);
      string(name);
      string(value);
    },
    text(id: NodeId, value: MaskedText): void {
      start(opCodes.text);
      node(id);
      string(value);
    },
    field(id: NodeId, state: FieldState<MaskedText>): void {
      start(opCodes.field);
      node(id);
      byte(
        (state.value !== null ? fieldBits.value : 0) |
          (state.checked !== null ? fieldBits.checkable : 0) |
          (state.checked ? fieldBits.checked : 0) |
          (state.indeterminate ? fieldBits.indeterminate : 0) |
          (state.selected !== null ? fieldBits.selected : 0) |
          (state.selection !== null ? fieldBits.selection : 0),
      );
      if (state.value !== null) string(state.value);
      if (state.selected !== null) {
        uint(state.selected.length);
        for (const index of state.selected) uint(index);
      }
      if (state.selection !== null) {
        uint(state.selection[0]);
        uint(state.selection[1]);
      }
    },
    /** CSS pixels; negative where the writing direction runs so. */
    scroll(id: NodeId, left: number, top: number): void {
      start(opCodes.scroll);
      node(id);
      encoding.writeVarInt(encoder, Math.round(left));
      encoding.writeVarInt(encoder, Math.round(top));
    },
    /** The whole text of a sheet: `owner` is a style or link element, or the number of a constructed sheet. `base` null: the document's. */
    sheet(
      owner: NodeId,
      text: MaskedText,
      base: MaskedText | null,
      media: MaskedText | null,
      disabled: boolean,
    ): void {
      start(opCodes.sheet);
      node(owner);
      sheetText(text);
      string(base);
      string(media);
      byte(disabled ? 1 : 0);
    },
    /** As `sheet`, rule by rule: from now on its rules can be told one at a time. */
    sheetRules(
      owner: NodeId,
      rules: readonly MaskedText[],
      base: MaskedText | null,
      media: MaskedText | null,
      disabled: boolean,
    ): void {
      start(opCodes.sheetRules);
      node(owner);
      lengths(rules);
      sheetText(rules.join(''));
      string(base);
      string(media);
      byte(disabled ? 1 : 0);
    },
    /** One after another; `count` is how many rules the sheet had before, as a check. */
    ruleEdits(owner: NodeId, count: number, edits: readonly RuleEdit<MaskedText>[]): void {
      start(opCodes.ruleEdits);
      node(owner);
      uint(count);
      uint(edits.length);
      for (const { at, removed, texts } of edits) {
        uint(at);
        uint(removed);
        lengths(texts);
        heap += texts.join('');
      }
    },
    /** What applies to the sheet as a whole. */
    sheetState(owner: NodeId, media: MaskedText | null, disabled: boolean): void {
      start(opCodes.sheetState);
      node(owner);
      string(media);
      byte(disabled ? 1 : 0);
    },
    /** The constructed sheets of a document or shadow root, in order. */
    adopted(root: NodeId, sheets: readonly NodeId[]): void {
      start(opCodes.adopted);
      node(root);
      nodes(sheets);
    },
    topLayer(id: NodeId, state: TopLayerState): void {
      start(opCodes.topLayer);
      node(id);
      byte(topLayerStates.indexOf(state));
    },
    /** Names of custom elements that are not defined. */
    undefinedNames(names: readonly string[]): void {
      start(opCodes.undefinedNames);
      uint(names.length);
      for (const name of names) string(name);
    },
    /** From now on, what relative addresses in a document resolve against. */
    base(document: NodeId, address: MaskedText): void {
      start(opCodes.base);
      node(document);
      string(address);
    },
    /** What a slot shows that is assigned by hand. */
    slotted(slot: NodeId, list: readonly NodeId[]): void {
      start(opCodes.slotted);
      node(slot);
      nodes(list);
    },
    /** The innermost node under the customer's pointer, the pressed one, the focused one, the one that the address points at; 0 for none. */
    states(
      hovered: NodeId,
      active: NodeId,
      focused: NodeId,
      focusVisible: boolean,
      target: NodeId,
    ): void {
      start(opCodes.states);
      node(hovered);
      node(active);
      node(focused);
      byte(focusVisible ? 1 : 0);
      node(target);
    },

    /** As in `Environment`; the ratio is sent in hundredths. */
    environment(
      features: number,
      schemes: number,
      pixelRatio: number,
      screenWidth: number,
      screenHeight: number,
    ): void {
      start(opCodes.environment);
      uint(features);
      uint(schemes);
      uint(Math.round(pixelRatio * 100));
      uint(screenWidth);
      uint(screenHeight);
    },
    /** Where a selection of the page's text began and where it ends; `NO_NODE` for none. Both at one place: a caret. */
    selection(anchor: NodeId, anchorOffset: number, focus: NodeId, focusOffset: number): void {
      start(opCodes.selection);
      node(anchor);
      uint(anchorOffset);
      node(focus);
      uint(focusOffset);
    },
    /** The part of the viewport that a pinch has brought near, in CSS pixels; without a size when all of it is seen. */
    seen(left: number, top: number, width: number, height: number): void {
      start(opCodes.seen);
      encoding.writeVarInt(encoder, left);
      encoding.writeVarInt(encoder, top);
      uint(width);
      uint(height);
    },

    /** All nodes that a pseudo-class holds for, by its name. */
    stated(name: string, list: readonly NodeId[]): void {
      start(opCodes.stated);
      string(name);
      nodes(list);
    },
    /** An animation by its number; what `numbers` and `texts` mean is between both ends (motion.ts). */
    motion(
      animation: number,
      target: NodeId,
      kind: MotionKind,
      numbers: readonly number[],
      texts: readonly MaskedText[],
    ): void {
      start(opCodes.motion);
      uint(animation);
      node(target);
      byte(motionKinds.indexOf(kind));
      uint(numbers.length);
      for (const number of numbers) encoding.writeFloat64(encoder, number);
      uint(texts.length);
      for (const text of texts) string(text);
    },

    isEmpty: () => empty,
    /** What was written since the last call. */
    take(): Uint8Array {
      const ops = encoding.toUint8Array(encoder);
      encoder = encoding.createEncoder();
      encoding.writeVarUint8Array(encoder, ops);
      encoding.writeVarUint8Array(encoder, toUtf8(heap));
      const payload = encoding.toUint8Array(encoder);
      encoder = encoding.createEncoder();
      heap = '';
      empty = true;
      last = 0;
      return payload;
    },
    /** Forgets the table: the next payload starts a snapshot. */
    reset(): void {
      table.clear();
      sheetTable.clear();
      sheetsLeft = sheetTexts.maxLength;
      encoder = encoding.createEncoder();
      heap = '';
      empty = true;
      last = expected = 0;
    },
  };
}
