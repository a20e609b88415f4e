// Ops there and back: what opWriter.ts writes, opReader.ts hands on, call for call.
import { expect, test } from 'vitest';
import type { NodeId } from './ids.ts';
import type { MaskedText } from './maskedText.ts';
import { createOpReader } from './opReader.ts';
import type { OpSink } from './opReader.ts';
import { createOpWriter } from './opWriter.ts';
import type { OpWriter } from './opWriter.ts';
import { documentModes, motionKinds, namespaces, tabled, topLayerStates } from './opCodes.ts';
import { createRandom } from './testing/random.ts';
import type { Random } from './testing/random.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 1e9);
type Call = readonly unknown[];

const masked = (text: string) => text as MaskedText;
const id = (value: number) => value as NodeId;

/** A sink that writes down every call it gets. */
function recorder() {
  const calls: Call[] = [];
  const sink = new Proxy({} as OpSink, {
    get:
      (_, name) =>
      (...values: unknown[]) => {
        calls.push([name, ...values]);
      },
  });
  return { calls, reader: createOpReader(sink) };
}

/** Writes one op at random and returns the calls that its reader must make. */
function writeOne(writer: OpWriter, random: Random): Call[] {
  const text = () => masked(random.text(random.pick([8, 200])));
  // Distances between them have to be numbers too.
  const node = () => id(random.uint() % 2 ** 51);
  const number = () => random.below(5000);
  switch (random.below(11)) {
    case 0: {
      const [address, title] = [text(), text()];
      writer.page(address, title);
      return [['page', address, title]];
    }
    case 1: {
      const [width, height] = [number(), number()];
      writer.viewport(width, height, 1.25);
      return [['viewport', width, height, 1.25]];
    }
    case 2:
      return writeTree(writer, random);
    case 3: {
      const nodes = random.list(node);
      writer.remove(nodes);
      return [['remove', nodes]];
    }
    case 4: {
      const [target, name, value] = [node(), random.text(8), random.flag() ? text() : null];
      writer.attribute(target, name, value);
      return [['attribute', target, name, value]];
    }
    case 5: {
      const [target, value] = [node(), text()];
      writer.text(target, value);
      return [['text', target, value]];
    }
    case 6: {
      const target = node();
      const checked = random.pick([null, true, false]);
      const state = {
        value: random.flag() ? text() : null,
        checked,
        indeterminate: checked !== null && random.flag(),
        selected: random.flag() ? random.list(number) : null,
        selection: random.flag() ? ([number(), number()] as const) : null,
      };
      writer.field(target, state);
      return [['field', target, state]];
    }
    case 7: {
      const [target, left, top] = [node(), -number(), number()];
      writer.scroll(target, left, top);
      return [['scroll', target, left, top]];
    }
    case 8: {
      const [owner, value, base, media, disabled] = [
        node(),
        text(),
        random.flag() ? text() : null,
        random.flag() ? text() : null,
        random.flag(),
      ];
      writer.sheet(owner, value, base, media, disabled);
      const sheets = random.list(node);
      writer.adopted(owner, sheets);
      return [
        ['sheet', owner, value, base, media, disabled],
        ['adopted', owner, sheets],
      ];
    }
    case 9: {
      const [owner, base, disabled, count] = [node(), text(), random.flag(), random.uint()];
      const rules = random.list(text);
      writer.sheetRules(owner, rules, base, null, disabled);
      const edits = random.list(() => ({
        at: number(),
        removed: number(),
        texts: random.list(text),
      }));
      writer.ruleEdits(owner, count, edits);
      writer.sheetState(owner, base, disabled);
      return [
        ['sheetRules', owner, rules, base, null, disabled],
        ['ruleEdits', owner, count, edits],
        ['sheetState', owner, base, disabled],
      ];
    }
    default: {
      const [target, state] = [node(), random.pick(topLayerStates)];
      writer.topLayer(target, state);
      const focusVisible = random.flag();
      writer.states(target, id(0), id(0), focusVisible, target);
      const names = random.list(() => random.text(8));
      writer.undefinedNames(names);
      const shownThere = random.list(node);
      writer.slotted(target, shownThere);
      const environment = {
        features: number(),
        schemes: random.below(4),
        pixelRatio: 1.75,
        screenWidth: number(),
        screenHeight: number(),
      };
      writer.environment(
        environment.features,
        environment.schemes,
        environment.pixelRatio,
        environment.screenWidth,
        environment.screenHeight,
      );
      const [from, until] = [number(), number()];
      writer.selection(target, from, id(0), until);
      writer.seen(-from, until, from, until);
      writer.stated('user-invalid', shownThere);
      const kind = random.pick(motionKinds);
      const numbers = [0.5, Infinity, number()];
      const texts = random.list(text);
      writer.motion(7, target, kind, numbers, texts);
      const address = masked(random.text(20));
      writer.base(target, address);
      return [
        ['topLayer', target, state],
        ['states', target, 0, 0, focusVisible, target],
        ['undefinedNames', names],
        ['slotted', target, shownThere],
        ['environment', environment],
        ['selection', target, from, 0, until],
        ['seen', -from, until, from, until],
        ['stated', 'user-invalid', shownThere],
        ['motion', 7, target, kind, numbers, texts],
        ['base', target, address],
      ];
    }
  }
}

function writeTree(writer: OpWriter, random: Random): Call[] {
  const [parent, next] = [id(random.uint() % 2 ** 51), id(random.uint() % 2 ** 51)];
  let fresh = 1 + random.below(1000);
  writer.insert(parent, next, id(fresh));
  const calls: Call[] = [['insertStart', parent, next]];
  const element = (depth: number) => {
    const namespace = random.pick([...namespaces, 'urn:other']);
    const name = random.pick(['div', 'p', 'x-widget']);
    const attributes = random.list(
      () => [random.pick(['class', 'id', 'title']), masked(random.text())] as const,
      3,
    );
    const care = random.below(4);
    writer.element(namespace, name, care);
    for (const [key, value] of attributes) writer.elementAttribute(key, value);
    writer.attributesEnd();
    calls.push(['element', fresh++, namespace, name, care, attributes]);
    if (depth < 4) for (let count = random.below(4); count > 0; count--) child(depth + 1);
    writer.end();
    calls.push(['end']);
  };
  const child = (depth: number) => {
    const value = masked(random.text());
    switch (random.below(10)) {
      case 0:
        writer.textNode(value);
        calls.push(['textNode', fresh++, value]);
        break;
      case 1:
        writer.commentNode();
        calls.push(['commentNode', fresh++]);
        break;
      case 2:
        writer.instructionNode();
        calls.push(['instructionNode', fresh++]);
        break;
      case 3:
        writer.known(id(7));
        calls.push(['known', 7]);
        break;
      case 4:
        writer.blocked('div', 'block', 10.5, 20);
        calls.push(['blocked', fresh++, 'div', 'block', 10.5, 20]);
        break;
      case 5:
        writer.placeholder('script');
        calls.push(['placeholder', fresh++, 'script']);
        break;
      case 6:
        writer.shadow(depth > 2);
        calls.push(['shadow', fresh++, depth > 2]);
        element(depth);
        writer.end();
        calls.push(['end']);
        break;
      case 7:
        const mode = random.pick(documentModes);
        writer.document(value, mode);
        calls.push(['document', fresh++, value, mode]);
        writer.doctype('html', '', '');
        calls.push(['doctype', fresh++, 'html', '', '']);
        writer.end();
        calls.push(['end']);
        break;
      case 8: {
        const count = 1 + random.below(50);
        const sum = (random.uint() * (random.flag() ? 1 : -1)) | 0;
        const fixes = [
          { at: 3, splitAt: random.below(300) },
          { at: 3 + random.below(4), emptyAtDepth: random.below(9) },
        ];
        writer.html(value, count, sum, fixes);
        calls.push(['html', fresh, value, count, sum, fixes]);
        fresh += count;
        break;
      }
      default:
        element(depth);
    }
  };
  do element(0);
  while (random.flag());
  writer.end();
  calls.push(['insertEnd']);
  return calls;
}

test(`[PROTO-4] ops arrive as they were written, over many payloads (SEED=${seed})`, () => {
  const random = createRandom(seed);
  const writer = createOpWriter();
  const { calls, reader } = recorder();
  for (let payload = 0; payload < 200; payload++) {
    const expected: Call[] = [];
    for (let op = random.below(6); op > 0; op--) expected.push(...writeOne(writer, random));
    expect(writer.isEmpty()).toBe(expected.length === 0);
    expect(reader.read(writer.take())).toBe(true);
    expect(calls.splice(0)).toEqual(expected);
    if (random.below(40) === 0) {
      writer.reset();
      reader.reset();
    }
  }
});

test('[PROTO-4] a name is sent once per snapshot, a long text every time', () => {
  const writer = createOpWriter();
  const bytesFor = (text: string) => {
    writer.text(id(1), masked(text));
    return writer.take().length;
  };
  const short = 'x'.repeat(tabled.maxLength);
  const long = 'x'.repeat(tabled.maxLength + 1);
  expect(bytesFor(short)).toBeGreaterThan(tabled.maxLength);
  expect(bytesFor(short)).toBeLessThan(10);
  expect(bytesFor(long)).toBe(bytesFor(long));
  writer.reset();
  expect(bytesFor(short)).toBeGreaterThan(tabled.maxLength);
});

test('[MIRROR-41] a sheet’s text is sent once, wherever it stands', () => {
  const writer = createOpWriter();
  const { calls, reader } = recorder();
  const text = masked('p { color: red }'.repeat(100));
  const bytes = [1, 2, 3].map((owner) => {
    writer.sheet(id(owner), text, null, null, false);
    const payload = writer.take();
    expect(reader.read(payload)).toBe(true);
    return payload.length;
  });
  expect(bytes[0]).toBeGreaterThan(text.length);
  expect(bytes[2]).toBeLessThan(16);
  expect(calls.map(([, , shown]) => shown)).toEqual([text, text, text]);
});

test('[PROTO-4] a reader without the table of names refuses to guess', () => {
  const writer = createOpWriter();
  writer.text(id(1), masked('name'));
  writer.take();
  writer.text(id(2), masked('name'));
  const { reader } = recorder();
  expect(reader.read(writer.take())).toBe(false);
});

test('[PROTO-4] what a sink refuses ends the reading, and nothing is thrown', () => {
  const writer = createOpWriter();
  writer.text(id(1), masked('one'));
  writer.text(id(2), masked('two'));
  const seen: number[] = [];
  const refusing = {
    text(node: NodeId) {
      seen.push(node);
      throw new Error('unknown node');
    },
  } as unknown as OpSink;
  expect(createOpReader(refusing).read(writer.take())).toBe(false);
  expect(seen).toEqual([1]);
});

test(`[PROTO-4] ops that are cut or damaged are read or refused, never thrown (SEED=${seed})`, () => {
  const random = createRandom(seed);
  let refused = 0;
  for (let count = 0; count < 1500; count++) {
    const writer = createOpWriter();
    for (let op = 1 + random.below(4); op > 0; op--) writeOne(writer, random);
    const payload = writer.take();
    const damaged = payload.slice(0, random.flag() ? payload.length : random.below(payload.length));
    if (damaged.length > 0) damaged[random.below(damaged.length)]! ^= 1 << random.below(8);
    if (!recorder().reader.read(damaged)) refused++;
  }
  expect(refused).toBeGreaterThan(0);
});

test('[PROTO-4] a count far beyond the payload is refused before anything is made for it', () => {
  // remove, 2^32 nodes, in a payload of seven bytes with an empty heap.
  const payload = Uint8Array.from([6, 4, 0x80, 0x80, 0x80, 0x80, 0x10, 0]);
  expect(recorder().reader.read(payload)).toBe(false);
});
