// The ledger over a database in memory.
import { expect, test } from 'vitest';
import type { SessionId } from '../../protocol/ids.ts';
import { openData } from '../hosts/node/openData.ts';
import { createLedger } from './ledger.ts';

const one = 'session-1' as SessionId;
const hourMs = 60 * 60_000;

function ledger() {
  const { sql } = openData(':memory:');
  const created = createLedger(sql);
  created.addAgent('sam', 'Sam Carter', 1);
  created.createSession(one, 'sam', 100);
  return { ...created, sql };
}

test('[LEDGER-1] a session’s start, end and reason are kept, the first of each', () => {
  const { session, sessionStarted, sessionEnded } = ledger();
  const created = { id: one, agent: 'sam', createdMs: 100 };
  expect(session(one)).toEqual({ ...created, startedMs: null, endedMs: null, reason: null });
  sessionStarted(one, 200);
  sessionStarted(one, 250);
  sessionEnded(one, 'endedByCustomer', 300);
  sessionEnded(one, 'agentGone', 400);
  expect(session(one)).toEqual({
    ...created,
    startedMs: 200,
    endedMs: 300,
    reason: 'endedByCustomer',
  });
  expect(session('session-2')).toBeNull();
});

test('[LEDGER-1] an agent’s open sessions are counted', () => {
  const { createSession, openSessionsOf, sessionEnded } = ledger();
  createSession('session-2' as SessionId, 'sam', 100);
  expect(openSessionsOf('sam', 99)).toBe(2);
  expect(openSessionsOf('sam', 100)).toBe(0);
  sessionEnded(one, 'endedByAgent', 200);
  expect(openSessionsOf('sam', 99)).toBe(1);
  expect(openSessionsOf('kim', 0)).toBe(0);
});

test('[KEY-2] a key works once, and until its last millisecond', () => {
  const { addKey, useKey } = ledger();
  addKey('a', one, 1000, 100);
  addKey('b', one, 1000, 100);
  expect(useKey('a', 999)).toEqual({ type: 'used', session: one });
  expect(useKey('a', 999)).toEqual({ type: 'keyUsed' });
  expect(useKey('b', 1000)).toEqual({ type: 'keyExpired' });
});

test('[KEY-4] unknown, used and expired are told apart for an hour', () => {
  const { addKey, useKey } = ledger();
  addKey('used', one, 1000, 100);
  addKey('expired', one, 1000, 100);
  useKey('used', 500);
  addKey('later', one, 2 * hourMs, hourMs + 999);
  expect(useKey('used', hourMs + 999)).toEqual({ type: 'keyUsed' });
  expect(useKey('expired', hourMs + 999)).toEqual({ type: 'keyExpired' });
  expect(useKey('never', hourMs + 999)).toEqual({ type: 'keyUnknown' });
  addKey('latest', one, 2 * hourMs, hourMs + 1000);
  expect(useKey('used', hourMs + 1000)).toEqual({ type: 'keyUnknown' });
  expect(useKey('expired', hourMs + 1000)).toEqual({ type: 'keyUnknown' });
});

test('[KEY-2] no two sessions have the same key while one of them is remembered', () => {
  const { addKey, createSession } = ledger();
  const two = 'session-2' as SessionId;
  createSession(two, 'sam', 100);
  expect(addKey('a', one, 1000, 100)).toBe(true);
  expect(addKey('a', two, 1000, 100)).toBe(false);
  expect(addKey('a', two, 3 * hourMs, hourMs + 1000)).toBe(true);
});

test('[KEY-7] the end of a session voids its key', () => {
  const { addKey, useKey, sessionEnded } = ledger();
  addKey('a', one, 1000, 100);
  sessionEnded(one, 'endedByAgent', 200);
  expect(useKey('a', 300)).toEqual({ type: 'keyExpired' });
});

test('[LEDGER-2] a data file that has its tables already is opened as it is', () => {
  const { sql, session } = ledger();
  expect(createLedger(sql).session(one)).toEqual(session(one));
});
