// Writes ops, one after another, into the payload of a snapshot or batch. Strings go to one heap that is encoded once;
// names and short values are sent once per snapshot and referred to by number afterwards (opReader.ts mirrors this).
import * as encoding from 'lib0/encoding';
import type { NodeId } from './ids.ts';
import type { MaskedText } from './maskedText.ts';
import {
  fieldBits,
  namespaces,
  motionKinds,
  opCodes,
  records,
  sheetTexts,
  tabled,
  topLayerStates,
} from './opCodes.ts';
import type { FieldState, MotionKind, RuleEdit, TextFix, TopLayerState } from './opCodes.ts';
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

  const uint = (value: number) => encoding.writeVarUint(encoder, value);
  const byte = (value: number) => encoding.writeUint8(encoder, value);
  const start = (code: number) => {
    empty = false;
    byte(code);
  };

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
      uint(parent);
      uint(next);
      uint(firstId);
    },
    element(namespace: string | null, name: string, careBits: number): void {
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
      byte(records.text);
      string(value);
    },
    commentNode: () => byte(records.comment),
    instructionNode: () => byte(records.instruction),
    doctype(name: string, publicId: string, systemId: string): void {
      byte(records.doctype);
      string(name);
      string(publicId);
      string(systemId);
    },
    shadow: (isManual: boolean) => byte(isManual ? records.manualShadow : records.shadow),
    /** `base` is what relative addresses in it resolve against. */
    document(base: MaskedText, quirks: boolean): void {
      byte(records.document);
      string(base);
      byte(quirks ? 1 : 0);
    },
    known(node: NodeId): void {
      byte(records.known);
      uint(node);
    },
    /** Width and height in CSS pixels, sent in hundredths. Has no content and no `end`. */
    blocked(name: string, display: string, width: number, height: number): void {
      byte(records.blocked);
      string(name);
      string(display);
      uint(Math.round(width * 100));
      uint(Math.round(height * 100));
    },
    /** Has no content and no `end`. */
    placeholder(name: string): void {
      byte(records.placeholder);
      string(name);
    },
    /** `count` nodes, numbered in document order; `sum` is that of their tree once fixed (treeSum.ts). */
    html(text: MaskedText, count: number, sum: number, fixes: readonly TextFix[]): void {
      byte(records.html);
      uint(count);
      uint(sum >>> 0);
      uint(fixes.length);
      let last = 0;
      for (const fix of fixes) {
        uint(fix.at - last);
        last = fix.at;
        uint('splitAt' in fix ? fix.splitAt * 2 : fix.emptyAtDepth * 2 + 1);
      }
      string(text);
    },
    end: () => byte(records.end),

    remove(nodes: readonly NodeId[]): void {
      start(opCodes.remove);
      uint(nodes.length);
      for (const node of nodes) uint(node);
    },
    attribute(node: NodeId, name: string, value: MaskedText | null): void {
      start(opCodes.attribute);
      uint(node);
      string(name);
      string(value);
    },
    text(node: NodeId, value: MaskedText): void {
      start(opCodes.text);
      uint(node);
      string(value);
    },
    field(node: NodeId, state: FieldState<MaskedText>): void {
      start(opCodes.field);
      uint(node);
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
    scroll(node: NodeId, left: number, top: number): void {
      start(opCodes.scroll);
      uint(node);
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
      uint(owner);
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
      uint(owner);
      lengths(rules);
      sheetText(rules.join(''));
      string(base);
      string(media);
      byte(disabled ? 1 : 0);
    },
    /** One after another; `count` is how many rules the sheet had before, as a check. */
    ruleEdits(owner: NodeId, count: number, edits: readonly RuleEdit<MaskedText>[]): void {
      start(opCodes.ruleEdits);
      uint(owner);
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
      uint(owner);
      string(media);
      byte(disabled ? 1 : 0);
    },
    /** The constructed sheets of a document or shadow root, in order. */
    adopted(root: NodeId, sheets: readonly NodeId[]): void {
      start(opCodes.adopted);
      uint(root);
      uint(sheets.length);
      for (const sheet of sheets) uint(sheet);
    },
    topLayer(node: NodeId, state: TopLayerState): void {
      start(opCodes.topLayer);
      uint(node);
      byte(topLayerStates.indexOf(state));
    },
    /** Names of custom elements that are not defined. */
    undefinedNames(names: readonly string[]): void {
      start(opCodes.undefinedNames);
      uint(names.length);
      for (const name of names) string(name);
    },
    /** What a slot shows that is assigned by hand. */
    slotted(slot: NodeId, nodes: readonly NodeId[]): void {
      start(opCodes.slotted);
      uint(slot);
      uint(nodes.length);
      for (const node of nodes) uint(node);
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
      uint(hovered);
      uint(active);
      uint(focused);
      byte(focusVisible ? 1 : 0);
      uint(target);
    },

    /** All nodes that a pseudo-class holds for, by its name. */
    stated(name: string, nodes: readonly NodeId[]): void {
      start(opCodes.stated);
      string(name);
      uint(nodes.length);
      for (const node of nodes) uint(node);
    },
    /** An animation by its number; what `numbers` and `texts` mean is between both ends (motion.ts). */
    motion(
      animation: number,
      node: NodeId,
      kind: MotionKind,
      numbers: readonly number[],
      texts: readonly MaskedText[],
    ): void {
      start(opCodes.motion);
      uint(animation);
      uint(node);
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
    },
  };
}
