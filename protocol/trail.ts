// The trail's chain: every entry's hash takes in the one before, so that a gap, an edit, a cut or another order shows. Pure, and without a
// platform: the relay writes by it, and whoever has the entries checks by it.
import type { Entry } from './entry.ts';
import type { SessionId } from './ids.ts';
import { sha256 } from './sha256.ts';
import { toUtf8 } from './utf8.ts';

/** An entry as it is kept. */
export interface Link {
  /** From 1. */
  readonly position: number;
  /** By the relay's clock. */
  readonly atMs: number;
  /** The customer's page's own numbering; null where the relay itself wrote it. */
  readonly number: number | null;
  readonly kind: Entry['kind'];
  /** The rest of the entry, as canonical JSON. */
  readonly detail: string;
  readonly hash: string;
}

/** The last position of a chain and its hash: whoever has it can tell later whether anything up to there was touched. */
export interface Head {
  readonly position: number;
  readonly hash: string;
}

/** Before the first entry, which says when the session was created. */
export const firstHead = (session: SessionId): Head => ({
  position: 0,
  hash: sha256(toUtf8(`alongside trail ${session}`)),
});

/** One way to write a value: names in the order of their characters, no space. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`;
}

const hashOf = (before: string, { position, atMs, number, kind, detail }: Omit<Link, 'hash'>) =>
  sha256(toUtf8(`${before}[${position},${atMs},${number},${JSON.stringify(kind)},${detail}]`));

/** The entry that follows `head`. */
export function linkTo(head: Head, atMs: number, number: number | null, entry: Entry): Link {
  const { kind, ...rest } = entry;
  const link = { position: head.position + 1, atMs, number, kind, detail: canonical(rest) };
  return { ...link, hash: hashOf(head.hash, link) };
}

export type TrailProblem =
  /** No entry has this position. */
  | { readonly is: 'missing'; readonly position: number }
  /** This entry is not what was written after the one before it. */
  | { readonly is: 'edited'; readonly position: number }
  /** This entry does not stand at its place. */
  | { readonly is: 'moved'; readonly position: number }
  /** The trail went on from here once. */
  | { readonly is: 'cut'; readonly position: number }
  /** What was recorded elsewhere of this entry is another hash. */
  | { readonly is: 'otherHead'; readonly position: number };

/** All that does not hold together, by position; nothing when it does. `heads` were recorded elsewhere, each at its time. */
export function verifyTrail(
  session: SessionId,
  links: readonly Link[],
  heads: readonly Head[],
): TrailProblem[] {
  const problems: TrailProblem[] = [];
  let last = firstHead(session);
  const seen = new Set<number>();
  for (const link of links) {
    const { position } = link;
    if (position <= last.position) {
      problems.push({ is: 'moved', position });
      seen.add(position);
      continue;
    }
    const isNext = position === last.position + 1;
    if (isNext && link.hash !== hashOf(last.hash, link)) problems.push({ is: 'edited', position });
    seen.add(position);
    last = link;
  }
  for (let position = 1; position <= last.position; position++)
    if (!seen.has(position)) problems.push({ is: 'missing', position });
  for (const head of heads) {
    const link = links.find(({ position }) => position === head.position);
    if (link && link.hash !== head.hash)
      problems.push({ is: 'otherHead', position: head.position });
    if (head.position > last.position) problems.push({ is: 'cut', position: last.position + 1 });
  }
  return problems.toSorted((one, other) => one.position - other.position);
}
