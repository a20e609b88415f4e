// Room tokens and agents' tokens: what holds, and what does not.
import { SignJWT } from 'jose';
import { expect, test } from 'vitest';
import type { ParticipantId, SessionId } from '../../protocol/ids.ts';
import { createLedger } from '../ledger/ledger.ts';
import { openData } from '../hosts/node/openData.ts';
import { issueAgentToken, readAgentToken } from './agentToken.ts';
import { readRoomToken, signRoomToken } from './roomToken.ts';
import { createSecret } from './secret.ts';

const secret = await createSecret('s'.repeat(32));
const other = await createSecret('t'.repeat(32));
const nowMs = Date.UTC(2030, 0, 1);
const lifeMs = 60_000;
const claim = {
  room: 'room-1' as SessionId,
  identity: { role: 'customer', participant: 'p' as ParticipantId, name: 'Customer' },
} as const;

const memoryLedger = () => createLedger(openData(':memory:').sql);

test('[ADMIT-1] a room token says the room, the role and the participant', async () => {
  const token = await signRoomToken(secret, claim, nowMs, lifeMs);
  expect(await readRoomToken(secret, token, nowMs)).toEqual(claim);
});

test('[ADMIT-2] a room token holds until it expires, and under its own secret', async () => {
  const token = await signRoomToken(secret, claim, nowMs, lifeMs);
  expect(await readRoomToken(secret, token, nowMs + lifeMs - 1000)).toEqual(claim);
  expect(await readRoomToken(secret, token, nowMs + lifeMs)).toBeNull();
  expect(await readRoomToken(other, token, nowMs)).toBeNull();
});

test('[ADMIT-2] every single changed character voids a token', async () => {
  const token = await signRoomToken(secret, claim, nowMs, lifeMs);
  // The last character of a base64url part may carry bits that decode to nothing.
  for (let at = 0; at < token.length - 1; at++) {
    if (token[at + 1] === '.') continue;
    const changed = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
    expect(await readRoomToken(secret, changed, nowMs), `position ${at}`).toBeNull();
  }
});

test('[ADMIT-2] a token of the right secret with a claim missing or of another kind is none', async () => {
  const build = (claims: Record<string, unknown>, audience = 'alongside room') =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(audience)
      .setSubject('p')
      .setExpirationTime(nowMs / 1000 + 60)
      .sign(secret.signing);
  const whole = { room: 'room-1', role: 'customer', name: 'Customer' };
  expect(await readRoomToken(secret, await build(whole), nowMs)).toEqual(claim);
  for (const claims of [
    { ...whole, role: 'relay' },
    { ...whole, role: undefined },
    { ...whole, room: 7 },
    { ...whole, name: null },
  ]) {
    expect(await readRoomToken(secret, await build(claims), nowMs)).toBeNull();
  }
  expect(await readRoomToken(secret, await build(whole, 'alongside agent'), nowMs)).toBeNull();
});

test('[ADMIT-6] an agent’s token holds until it is revoked or a year has gone', async () => {
  const ledger = memoryLedger();
  const { id, token } = await issueAgentToken(secret, ledger, 'Sam Carter', nowMs);
  const read = (atMs = nowMs) => readAgentToken(secret, ledger, token, atMs);
  expect(await read()).toMatchObject({ type: 'signedIn', agent: { id, name: 'Sam Carter' } });
  expect(await read(nowMs + 366 * 24 * 60 * 60_000)).toEqual({ type: 'signInNeeded' });
  expect(ledger.revokeAgent(id, nowMs)).toBe(true);
  expect(ledger.revokeAgent(id, nowMs)).toBe(false);
  expect(await read()).toEqual({ type: 'agentRevoked' });
  // A relay that has lost its ledger knows nobody.
  expect(await readAgentToken(secret, memoryLedger(), token, nowMs)).toEqual({
    type: 'signInNeeded',
  });
});

test('[KEY-3] a hash is of one use and one secret', async () => {
  const hashes = await Promise.all([
    secret.hash('securityKey', '123456789'),
    secret.hash('address', '123456789'),
    other.hash('securityKey', '123456789'),
  ]);
  expect(new Set(hashes).size).toBe(3);
  expect(hashes.join()).not.toContain('123456789');
  await expect(createSecret('short')).rejects.toThrow('at least 32');
});
