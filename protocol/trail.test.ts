// The chain of a trail: what is done to it afterwards shows, and where.
import { describe, expect, test } from 'vitest';
import type { Entry } from './entry.ts';
import type { SessionId } from './ids.ts';
import type { MaskedText } from './maskedText.ts';
import { canonical, firstHead, linkTo, verifyTrail } from './trail.ts';
import type { Head, Link } from './trail.ts';

const session = 'session-1' as SessionId;
const page = (title: string): Entry => ({
  kind: 'page',
  address: 'https://shop.example/' as MaskedText,
  title: title as MaskedText,
});

function chain(length: number): Link[] {
  const links: Link[] = [];
  let head = firstHead(session);
  for (let at = 1; at <= length; at++)
    links.push((head = linkTo(head, at * 1000, at, page(`Page ${at}`))) as Link);
  return links;
}
const links = chain(6);
const head: Head = links.at(-1)!;
const without = (position: number) => links.filter((link) => link.position !== position);
const withChanged = (position: number, change: Partial<Link>) =>
  links.map((link) => (link.position === position ? { ...link, ...change } : link));

describe('[TRAIL-1] a chain', () => {
  test('[TRAIL-1] as it was written holds together, whole or up to a head of earlier', () => {
    expect(verifyTrail(session, links, [head, links[2]!])).toEqual([]);
    expect(verifyTrail(session, [], [])).toEqual([]);
  });

  test('[TRAIL-1] belongs to its session', () => {
    expect(verifyTrail('session-2' as SessionId, links, [])).toEqual([
      { is: 'edited', position: 1 },
    ]);
  });

  test.each([
    ['its text', { detail: canonical({ address: 'https://shop.example/', title: 'Other' }) }],
    ['its spelling', { detail: `${links[2]!.detail} ` }],
    ['its time', { atMs: 1 }],
    ['its kind', { kind: 'paused' }],
    ['its number', { number: null }],
    ['its hash', { hash: '0'.repeat(64) }],
  ] as const)('[TRAIL-1] an edit of %s shows', (_what, change) => {
    const problems = verifyTrail(session, withChanged(3, change), [head]);
    expect(problems[0]).toEqual({ is: 'edited', position: 3 });
  });

  test('[TRAIL-1] an edit with a hash that fits shows at the next entry', () => {
    const forged = linkTo(links[1]!, 3000, 3, page('Forged'));
    const edited = links.map((link) => (link.position === 3 ? forged : link));
    expect(verifyTrail(session, edited, [head])).toEqual([{ is: 'edited', position: 4 }]);
  });

  test('[TRAIL-1] a chain written anew from some entry on shows by the head', () => {
    const rewritten = [...links.slice(0, 2)];
    for (let at = 3; at <= 6; at++)
      rewritten.push(linkTo(rewritten.at(-1)!, at * 1000, at, page('Forged')));
    expect(verifyTrail(session, rewritten, [])).toEqual([]);
    expect(verifyTrail(session, rewritten, [head])).toEqual([{ is: 'otherHead', position: 6 }]);
    expect(verifyTrail(session, rewritten, [links[1]!, links[3]!])).toEqual([
      { is: 'otherHead', position: 4 },
    ]);
  });

  test('[TRAIL-1] a gap shows', () => {
    expect(verifyTrail(session, without(3), [head])).toEqual([{ is: 'missing', position: 3 }]);
    expect(verifyTrail(session, without(1), [head])).toEqual([{ is: 'missing', position: 1 }]);
  });

  test('[TRAIL-1] a gap closed by counting on shows', () => {
    const closed = without(3).map((link) =>
      link.position > 3 ? { ...link, position: link.position - 1 } : link,
    );
    expect(verifyTrail(session, closed, [head])[0]).toEqual({ is: 'edited', position: 3 });
  });

  test('[TRAIL-1] a removed tail shows by the head', () => {
    expect(verifyTrail(session, links.slice(0, 4), [head])).toEqual([{ is: 'cut', position: 5 }]);
    expect(verifyTrail(session, [], [head])).toEqual([{ is: 'cut', position: 1 }]);
  });

  test('[TRAIL-1] another order shows', () => {
    const [one, two, three, four, five, six] = links as [Link, Link, Link, Link, Link, Link];
    expect(verifyTrail(session, [one, two, four, three, five, six], [head])).toEqual([
      { is: 'moved', position: 3 },
    ]);
    // Two that have changed places, positions and all.
    const swapped = [one, two, { ...four, position: 3 }, { ...three, position: 4 }, five, six];
    expect(verifyTrail(session, swapped, [head]).map(({ position }) => position)).toEqual([
      3, 4, 5,
    ]);
  });

  test('[TRAIL-1] an entry put in twice, or made up between two, shows', () => {
    expect(verifyTrail(session, [...links, links[2]!], [head])).toEqual([
      { is: 'moved', position: 3 },
    ]);
    const added = links.flatMap((link) =>
      link.position === 3 ? [link, linkTo(link, 1, null, page('Made up'))] : [link],
    );
    expect(verifyTrail(session, added, [head]).length).toBeGreaterThan(0);
  });
});

test('[TRAIL-1] there is one way to write a detail', () => {
  expect(canonical({ b: [1, { d: null, c: 'ü"' }], a: true })).toBe(
    '{"a":true,"b":[1,{"c":"ü\\"","d":null}]}',
  );
});
