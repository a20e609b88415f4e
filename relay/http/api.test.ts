// The API without a host: what it does when something under it breaks.
import { expect, test } from 'vitest';
import { issueAgentToken } from '../admission/agentToken.ts';
import { createSecret } from '../admission/secret.ts';
import { openData } from '../hosts/node/openData.ts';
import { createLedger } from '../ledger/ledger.ts';
import { createTrailStore } from '../ledger/trailStore.ts';
import { defaultTimes } from '../times.ts';
import { createApi } from './api.ts';
import { OPEN_SESSIONS_PER_AGENT } from './createSession.ts';
import type { Rooms } from './context.ts';

const nowMs = Date.UTC(2030, 0, 1);
const secret = await createSecret('s'.repeat(32));

async function setUp(rooms: Rooms) {
  const failures: unknown[] = [];
  const { sql } = openData(':memory:');
  const ledger = createLedger(sql);
  const api = createApi({
    ...defaultTimes,
    company: 'Acme',
    origins: null,
    policy: () => [],
    secret,
    ledger,
    trails: createTrailStore(sql),
    rooms,
    nowMs: () => nowMs,
    failed: (error) => failures.push(error),
  });
  const { token } = await issueAgentToken(secret, ledger, 'Sam Carter', nowMs);
  const createSession = () =>
    api(
      new Request('http://relay/api/sessions', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
      }),
      '192.0.2.1',
    );
  const redeem = (securityKey: string) =>
    api(
      new Request('http://relay/api/keys/redeem', {
        method: 'POST',
        body: JSON.stringify({ securityKey }),
      }),
      '192.0.2.1',
    );
  return { failures, createSession, redeem };
}

test('[HTTP-1] what breaks inside is told to the operator, and to the caller only that it broke', async () => {
  const { failures, createSession } = await setUp({
    open: () => Promise.reject(new Error('out of rooms')),
    expect: () => true,
  });
  const answer = await createSession();
  expect(answer.status).toBe(500);
  expect(await answer.json()).toEqual({ problem: 'internal' });
  expect(failures).toEqual([new Error('out of rooms')]);
});

test('[HTTP-1] an agent cannot open sessions without end', async () => {
  const { createSession } = await setUp({ open: () => {}, expect: () => true });
  for (let count = 0; count < OPEN_SESSIONS_PER_AGENT; count++) {
    expect((await createSession()).status).toBe(201);
  }
  const answer = await createSession();
  expect([answer.status, await answer.json()]).toEqual([429, { problem: 'tooManySessions' }]);
});

test('[KEY-7] a key whose room has ended before the ledger heard of it opens nothing', async () => {
  const { createSession, redeem } = await setUp({ open: () => {}, expect: () => false });
  const { securityKey } = (await (await createSession()).json()) as { securityKey: string };
  const answer = await redeem(securityKey);
  expect([answer.status, await answer.json()]).toEqual([410, { problem: 'keyExpired' }]);
});
