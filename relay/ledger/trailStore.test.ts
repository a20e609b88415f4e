// Trails over a database: kept once, and what somebody does to the file afterwards shows.
import { expect, test } from 'vitest';
import type { SessionId } from '../../protocol/ids.ts';
import { linkTo, verifyTrail } from '../../protocol/trail.ts';
import { openData } from '../hosts/node/openData.ts';
import { createTrailStore } from './trailStore.ts';

const session = 'session-1' as SessionId;

function filled() {
  const { sql } = openData(':memory:');
  const store = createTrailStore(sql);
  for (let at = 1; at <= 5; at++)
    store.add(session, [
      linkTo(store.head(session), at * 1000, at, { kind: 'paused', by: 'customer', rule: `${at}` }),
    ]);
  const problems = () => {
    const head = store.recordedHead(session);
    return verifyTrail(session, store.links(session), head ? [head] : []);
  };
  return { sql, store, problems };
}

test('[TRAIL-5] entries are kept once, with the head beside them, each session’s by itself', () => {
  const { store, problems } = filled();
  const links = store.links(session);
  expect(problems()).toEqual([]);
  expect(store.told(session)).toBe(5);
  expect(store.recordedHead(session)).toEqual({ position: 5, hash: links[4]!.hash });
  // Handed on twice, as after a failure, and late.
  store.add(session, links.slice(0, 3));
  expect(store.links(session)).toEqual(links);
  expect(store.recordedHead(session)?.position).toBe(5);
  expect(store.links(session, 3)).toEqual(links.slice(3));
  expect(store.links('session-2')).toEqual([]);
  expect(store.head('session-2' as SessionId).position).toBe(0);
});

test.each([
  ['edits an entry', `UPDATE entries SET detail = '{}' WHERE position = 2`, 'edited', 2],
  ['changes a time', 'UPDATE entries SET at_ms = 1 WHERE position = 4', 'edited', 4],
  ['removes an entry', 'DELETE FROM entries WHERE position = 3', 'missing', 3],
  ['removes the last entries', 'DELETE FROM entries WHERE position > 3', 'cut', 4],
  ['removes all entries', 'DELETE FROM entries', 'cut', 1],
  ['removes the first entry', 'DELETE FROM entries WHERE position = 1', 'missing', 1],
  [
    'changes places',
    'UPDATE entries SET position = CASE position WHEN 2 THEN 102 ELSE 103 END WHERE position IN (2, 3);',
    'missing',
    2,
  ],
] as const)(
  '[TRAIL-1] who %s in the data file shows, and where',
  (_who, statement, is, position) => {
    const { sql, problems } = filled();
    sql(statement);
    expect(problems()[0]).toEqual({ is, position });
  },
);
