// The customer's nodes against the viewer's, one by one by their ids. What follows from another difference is not counted again.
import type { Difference } from './inspection.ts';
import type { NodeRecord } from './page/nodeRecord.ts';

const LONGEST = 120;
/** Sizes are rounded on both sides, and text is laid out in fractions of a pixel. */
const TOLERANCE_PX = 1;

export interface Compared {
  readonly nodes: number;
  readonly differences: readonly Difference[];
  /** Pictures of their own that both sides have in the same place: what they show is to be compared. */
  readonly pictures: readonly {
    readonly path: string;
    readonly box: NonNullable<NodeRecord['picture']>;
  }[];
}

export function compareNodes(
  customer: readonly NodeRecord[],
  viewer: readonly NodeRecord[],
): Compared {
  const seen = new Map<number, { record: NodeRecord; parentId: number }>();
  for (const record of viewer)
    if (record.id) seen.set(record.id, { record, parentId: viewer[record.parent]?.id ?? 0 });
  const differing = new Set<number>();
  const differences: Difference[] = [];
  const pictures: Compared['pictures'][number][] = [];
  const differs = (index: number, expected: string, found: string) => {
    if (differing.has(index)) return;
    differing.add(index);
    differences.push({ path: pathOf(customer, index), expected: cut(expected), seen: cut(found) });
  };

  const known = new Set<number>();
  customer.forEach((record, index) => {
    known.add(record.id);
    const other = record.id ? seen.get(record.id) : undefined;
    if (!other) return differs(index, describe(record), 'nothing');
    const problem = compare(record, other.record);
    if (problem) differs(index, ...problem);
    else if ((customer[record.parent]?.id ?? 0) !== other.parentId)
      differs(index, 'in its place', 'somewhere else');
    else if (record.picture && other.record.picture && near(record.picture, other.record.picture))
      pictures.push({ path: pathOf(customer, index), box: record.picture });
  });
  addSizes(customer, seen, differs);
  viewer.forEach((record, index) => {
    if (known.has(record.id) || isBelowForeign(viewer, index)) return;
    differences.push({
      path: pathOf(viewer, index),
      expected: 'nothing',
      seen: cut(describe(record)),
    });
  });
  return { nodes: customer.length, differences, pictures };
}

function compare(
  customer: NodeRecord,
  viewer: NodeRecord,
): [expected: string, seen: string] | null {
  if (viewer.facts['element'] === 'left out') {
    const isOurs = customer.facts['element'] === 'left out';
    const isFine = !customer.isDrawn || (isOurs && !/^(object|embed|applet)\b/.test(customer.name));
    return isFine ? null : [`${customer.name}, drawn`, 'left out: it cannot be mirrored'];
  }
  for (const name of new Set([...Object.keys(customer.facts), ...Object.keys(viewer.facts)])) {
    const expected = customer.facts[name];
    const found = viewer.facts[name];
    if (expected === found) continue;
    // Whether a picture that the customer does not have either is there matters to nobody.
    if (name === 'picture' && (expected !== 'loaded' || found === undefined)) continue;
    return [`${name}: ${expected ?? 'none'}`, `${name}: ${found ?? 'none'}`];
  }
  return null;
}

/** A box that is larger only because of what it holds is not a difference of its own. */
function addSizes(
  customer: readonly NodeRecord[],
  seen: ReadonlyMap<number, { record: NodeRecord }>,
  differs: (index: number, expected: string, found: string) => void,
): void {
  const explained = new Set<number>();
  for (let index = customer.length - 1; index > 0; index--) {
    const record = customer[index]!;
    const size = seen.get(record.id)?.record.size ?? null;
    const isOther =
      record.size !== null &&
      size !== null &&
      (Math.abs(record.size[0] - size[0]) > TOLERANCE_PX ||
        Math.abs(record.size[1] - size[1]) > TOLERANCE_PX);
    const isReason =
      record.isQuiet && record.facts['text'] !== undefined && record.facts['text'].trim() !== '';
    if (isOther && !explained.has(index))
      differs(index, `size: ${record.size!.join(' × ')}`, `size: ${size!.join(' × ')}`);
    if (isOther || isReason || explained.has(index)) explained.add(record.parent);
  }
}

const near = (a: readonly number[], b: readonly number[]) =>
  a.every((value, index) => Math.abs(value - b[index]!) <= 2);

function isBelowForeign(records: readonly NodeRecord[], index: number): boolean {
  for (let at = records[index]; at; at = records[at.parent])
    if (at.name === '#document' && at.parent >= 0) return at.id === 0;
  return false;
}

const describe = ({ name, facts }: NodeRecord) =>
  facts['text'] !== undefined ? `text: ${facts['text']}` : name;

function pathOf(records: readonly NodeRecord[], index: number): string {
  const names: string[] = [];
  for (let at = records[index]; at && at.parent >= 0; at = records[at.parent])
    names.unshift(at.name);
  const from = names.findIndex((name) => /^(body|frameset)\b/.test(name));
  return names.slice(Math.max(from, 0)).join(' > ') || '#document';
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
