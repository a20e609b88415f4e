// Reads the payload that opWriter.ts wrote and hands each op and record to a sink, in order.
// Malformed bytes and whatever the sink throws end in one typed result; nothing is ever guessed.
import * as decoding from 'lib0/decoding';
import { malformed } from './codec.ts';
import type { Environment } from './environment.ts';
import type { NodeId } from './ids.ts';
import { limits } from './limits.ts';
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

export interface OpSink {
  page(address: string, title: string): void;
  viewport(width: number, height: number, pixelRatio: number): void;
  insertStart(parent: NodeId | 0, next: NodeId | 0): void;
  element(
    id: NodeId,
    namespace: string,
    name: string,
    care: number,
    attributes: readonly (readonly [string, string])[],
  ): void;
  textNode(id: NodeId, value: string): void;
  commentNode(id: NodeId): void;
  instructionNode(id: NodeId): void;
  doctype(id: NodeId, name: string, publicId: string, systemId: string): void;
  shadow(id: NodeId, isManual: boolean): void;
  document(id: NodeId, base: string, mode: DocumentMode): void;
  known(id: NodeId): void;
  blocked(id: NodeId, name: string, display: string, width: number, height: number): void;
  placeholder(id: NodeId, name: string): void;
  /** Nodes from `firstId` on, `count` of them in document order. `sum`: treeSum.ts, of the tree with its fixes. */
  html(firstId: NodeId, text: string, count: number, sum: number, fixes: readonly TextFix[]): void;
  /** Closes the innermost open element, shadow root or document. */
  end(): void;
  insertEnd(): void;
  remove(nodes: readonly NodeId[]): void;
  attribute(node: NodeId, name: string, value: string | null): void;
  text(node: NodeId, value: string): void;
  field(node: NodeId, state: FieldState): void;
  scroll(node: NodeId, left: number, top: number): void;
  sheet(
    owner: NodeId,
    text: string,
    base: string | null,
    media: string | null,
    disabled: boolean,
  ): void;
  sheetRules(
    owner: NodeId,
    rules: readonly string[],
    base: string | null,
    media: string | null,
    disabled: boolean,
  ): void;
  ruleEdits(owner: NodeId, count: number, edits: readonly RuleEdit[]): void;
  sheetState(owner: NodeId, media: string | null, disabled: boolean): void;
  adopted(root: NodeId, sheets: readonly NodeId[]): void;
  topLayer(node: NodeId, state: TopLayerState): void;
  states(
    hovered: NodeId,
    active: NodeId,
    focused: NodeId,
    focusVisible: boolean,
    target: NodeId,
  ): void;
  undefinedNames(names: readonly string[]): void;
  slotted(slot: NodeId, nodes: readonly NodeId[]): void;
  environment(environment: Environment): void;
  selection(anchor: NodeId, anchorOffset: number, focus: NodeId, focusOffset: number): void;
  seen(left: number, top: number, width: number, height: number): void;
  stated(name: string, nodes: readonly NodeId[]): void;
  motion(
    animation: number,
    node: NodeId,
    kind: MotionKind,
    numbers: readonly number[],
    texts: readonly string[],
  ): void;
  base(document: NodeId, address: string): void;
}

/** Ids in one list: more would be a way to fill the reader's memory, not a page. */
const LONGEST_LIST = 1 << 20;

export type OpReader = ReturnType<typeof createOpReader>;

/** Keeps the string table between payloads; `reset` before a snapshot's. */
export function createOpReader(sink: OpSink) {
  const table: string[] = [];
  const sheets: string[] = [];
  let sheetsLeft: number = sheetTexts.maxLength;
  let decoder: decoding.Decoder = decoding.createDecoder(new Uint8Array());
  let heap = '';
  let heapAt = 0;
  let last = 0;
  let expected = 0;

  const uint = () => decoding.readVarUint(decoder);
  /** opWriter.ts: 0 as it is, everything else by its distance from the last. */
  function id(): NodeId {
    const value = uint();
    if (value === 0) return 0 as NodeId;
    last += value % 2 ? (value - 1) / 2 : value / -2;
    return last > 0 ? (last as NodeId) : malformed('node');
  }
  const ids = () => Array.from({ length: count() }, id);
  const byte = () =>
    decoding.hasContent(decoder) ? decoding.readUint8(decoder) : malformed('end of ops');

  /** A count of things of at least one byte each cannot exceed the bytes that are left, and no list is longer than this. */
  function count(): number {
    const value = uint();
    return value <= Math.min(decoder.arr.length - decoder.pos, LONGEST_LIST)
      ? value
      : malformed('count');
  }

  function literal(length: number): string {
    if (heapAt + length > heap.length) malformed('heap');
    heapAt += length;
    return heap.slice(heapAt - length, heapAt);
  }

  function optional(): string | null {
    const reference = uint();
    if (reference === 0) return null;
    if (reference > 2) return table[reference - 3] ?? malformed('reference');
    const value = literal(uint());
    if (reference === 2) {
      if (table.length >= tabled.maxEntries) malformed('table');
      table.push(value);
    }
    return value;
  }
  const string = () => optional() ?? malformed('string');

  function sheetText(): string {
    const reference = uint();
    if (reference > 1) return sheets[reference - 2] ?? malformed('sheet reference');
    const text = literal(uint());
    if (reference === 1) {
      sheetsLeft -= text.length;
      if (sheetsLeft < 0 || sheets.length >= sheetTexts.maxEntries) malformed('sheet table');
      sheets.push(text);
    }
    return text;
  }

  const lengths = () => Array.from({ length: count() }, uint);

  function rules(): string[] {
    const list = lengths();
    const text = sheetText();
    let at = 0;
    const texts = list.map((length) => text.slice(at, (at += length)));
    return at === text.length ? texts : malformed('rules');
  }

  const edit = (): RuleEdit => ({ at: uint(), removed: uint(), texts: lengths().map(literal) });

  function tree(): void {
    expected += decoding.readVarInt(decoder);
    if (expected < 0) malformed('first');
    let depth = 0;
    const fresh = () => expected++ as NodeId;
    for (;;) {
      const record = byte();
      switch (record) {
        case records.end:
          if (depth === 0) return;
          depth--;
          sink.end();
          break;
        case records.element: {
          const at = byte();
          const namespace = namespaces[at] ?? string();
          const name = string();
          const careBits = byte();
          const attributes: [string, string][] = [];
          for (let key = optional(); key !== null; key = optional())
            attributes.push([key, string()]);
          sink.element(fresh(), namespace, name, careBits, attributes);
          depth++;
          break;
        }
        case records.text:
          sink.textNode(fresh(), string());
          break;
        case records.comment:
          sink.commentNode(fresh());
          break;
        case records.instruction:
          sink.instructionNode(fresh());
          break;
        case records.doctype:
          sink.doctype(fresh(), string(), string(), string());
          break;
        case records.shadow:
        case records.manualShadow:
          sink.shadow(fresh(), record === records.manualShadow);
          depth++;
          break;
        case records.document:
          sink.document(fresh(), string(), documentModes[byte()] ?? malformed('mode'));
          depth++;
          break;
        case records.known:
          sink.known(id());
          break;
        case records.blocked:
          sink.blocked(fresh(), string(), string(), uint() / 100, uint() / 100);
          break;
        case records.placeholder:
          sink.placeholder(fresh(), string());
          break;
        case records.html: {
          const first = expected as NodeId;
          const nodes = uint();
          if (nodes > limits.runNodes) malformed('run');
          const sum = uint() | 0;
          const list = fixes();
          expected += nodes;
          sink.html(first, string(), nodes, sum, list);
          break;
        }
        default:
          malformed('record');
      }
    }
  }

  function fixes(): TextFix[] {
    let at = 0;
    return Array.from({ length: count() }, () => {
      at += uint();
      const value = uint();
      return value % 2 ? { at, emptyAtDepth: (value - 1) / 2 } : { at, splitAt: value / 2 };
    });
  }

  function field(): FieldState {
    const bits = byte();
    const value = bits & fieldBits.value ? string() : null;
    const selected = bits & fieldBits.selected ? Array.from({ length: count() }, uint) : null;
    const selection = bits & fieldBits.selection ? ([uint(), uint()] as const) : null;
    return {
      value,
      checked: bits & fieldBits.checkable ? (bits & fieldBits.checked) !== 0 : null,
      indeterminate: (bits & fieldBits.indeterminate) !== 0,
      selected,
      selection,
    };
  }

  function readOp(): void {
    switch (byte()) {
      case opCodes.page:
        return sink.page(string(), string());
      case opCodes.viewport:
        return sink.viewport(uint(), uint(), uint() / 100);
      case opCodes.insert:
        sink.insertStart(id(), id());
        tree();
        return sink.insertEnd();
      case opCodes.remove:
        return sink.remove(ids());
      case opCodes.attribute:
        return sink.attribute(id(), string(), optional());
      case opCodes.text:
        return sink.text(id(), string());
      case opCodes.field:
        return sink.field(id(), field());
      case opCodes.scroll:
        return sink.scroll(id(), decoding.readVarInt(decoder), decoding.readVarInt(decoder));
      case opCodes.sheet:
        return sink.sheet(id(), sheetText(), optional(), optional(), byte() === 1);
      case opCodes.sheetRules:
        return sink.sheetRules(id(), rules(), optional(), optional(), byte() === 1);
      case opCodes.ruleEdits:
        return sink.ruleEdits(id(), uint(), Array.from({ length: count() }, edit));
      case opCodes.sheetState:
        return sink.sheetState(id(), optional(), byte() === 1);
      case opCodes.adopted:
        return sink.adopted(id(), ids());
      case opCodes.topLayer:
        return sink.topLayer(id(), topLayerStates[byte()] ?? malformed('top layer'));
      case opCodes.states:
        return sink.states(id(), id(), id(), byte() === 1, id());
      case opCodes.undefinedNames:
        return sink.undefinedNames(Array.from({ length: count() }, string));
      case opCodes.slotted:
        return sink.slotted(id(), ids());
      case opCodes.stated:
        return sink.stated(string(), ids());
      case opCodes.motion:
        return sink.motion(
          uint(),
          id(),
          motionKinds[byte()] ?? malformed('motion'),
          Array.from({ length: count() }, () => decoding.readFloat64(decoder)),
          Array.from({ length: count() }, string),
        );
      case opCodes.environment:
        return sink.environment({
          features: uint(),
          schemes: uint(),
          pixelRatio: uint() / 100,
          screenWidth: uint(),
          screenHeight: uint(),
        });
      case opCodes.selection:
        return sink.selection(id(), uint(), id(), uint());
      case opCodes.seen:
        return sink.seen(
          decoding.readVarInt(decoder),
          decoding.readVarInt(decoder),
          uint(),
          uint(),
        );
      case opCodes.base:
        return sink.base(id(), string());
      default:
        malformed('op');
    }
  }

  return {
    /** False when the payload was malformed or the sink refused an op; the sink may have taken the ops before it. */
    read(payload: Uint8Array): boolean {
      try {
        const outer = decoding.createDecoder(payload);
        decoder = decoding.createDecoder(decoding.readVarUint8Array(outer));
        heap = decoding.readVarString(outer);
        heapAt = 0;
        last = 0;
        while (decoding.hasContent(decoder)) readOp();
        return true;
      } catch {
        // The one answer to a payload that does not hold together is a fresh snapshot.
        return false;
      }
    },
    reset(): void {
      table.length = sheets.length = 0;
      sheetsLeft = sheetTexts.maxLength;
      expected = 0;
    },
  };
}
