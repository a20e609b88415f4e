// Conformance: who gets into a room, and the close code of every no.
import { expect, test } from 'vitest';
import { closeCodes } from '../../protocol/closeCodes.ts';
import type { CloseName } from '../../protocol/closeCodes.ts';
import type { ParticipantId, SessionId } from '../../protocol/ids.ts';
import { PROTOCOL_VERSION } from '../../protocol/version.ts';
import { randomId } from '../admission/randomId.ts';
import { signRoomToken } from '../admission/roomToken.ts';
import { createSecret } from '../admission/secret.ts';
import { connect } from './client.ts';
import type { Knock } from './client.ts';
import { besideAnother, kindsSince, openPair, pointerAt } from './pair.ts';
import type { Pair } from './pair.ts';
import type { Target, Targets } from './target.ts';

const hourMs = 60 * 60_000;
/** The targets' clocks differ; this is after all of them. */
const farAheadMs = Date.UTC(2100, 0, 1);

export function testAdmission(targets: () => Targets): void {
  async function expectRefused(target: Target, pair: Pair, knock: Knock, name: CloseName) {
    const marks = [pair.agent.received.length, pair.customer.received.length] as const;
    const connection = await connect(target, knock);
    expect(await connection.closed).toEqual({ code: closeCodes[name], reason: name });
    expect(connection.received).toEqual([]);
    // The room it knocked at noticed nothing either.
    pair.agent.send(pointerAt(0.1));
    await pair.customer.next('pointer');
    expect(kindsSince(pair.agent, marks[0])).toEqual([]);
    expect(kindsSince(pair.customer, marks[1])).toEqual(['pointer']);
  }

  const claimOf = (room: string) => ({
    room: room as SessionId,
    identity: { role: 'customer', participant: 'x' as ParticipantId, name: 'X' } as const,
  });

  test('[ADMIT-2] a token that is forged, expired, of another kind or none at all is refused', async () => {
    const { usual } = targets();
    const secret = await createSecret(usual.secret);
    const forger = await createSecret('f'.repeat(40));
    await besideAnother(usual, async () => {
      const pair = await openPair(usual, 'active');
      const { session } = pair;
      const tokens = [
        '',
        'nonsense',
        `${pair.customerToken.slice(0, -4)}AAAA`,
        await signRoomToken(forger, claimOf(session), farAheadMs, hourMs),
        await signRoomToken(secret, claimOf(session), Date.UTC(2020, 0, 1), hourMs),
        await usual.issueAgentToken('Sam Carter'),
        // Not signed at all.
        `${btoa('{"alg":"none"}').replaceAll('=', '')}.${pair.customerToken.split('.')[1]}.`,
      ];
      for (const token of tokens) {
        await expectRefused(usual, pair, { session, token }, 'tokenInvalid');
      }
    });
  });

  test('[ADMIT-3] a room that never was, and a token for another room, are told apart', async () => {
    const { usual } = targets();
    await besideAnother(usual, async () => {
      const one = await openPair(usual, 'active');
      const two = await openPair(usual, 'active');
      const nowhere = { session: randomId(), token: one.agentToken };
      await expectRefused(usual, one, nowhere, 'unknownRoom');
      const elsewhere = { session: two.session, token: one.customerToken };
      await expectRefused(usual, two, elsewhere, 'wrongRoom');
      const forgotten = randomId();
      const token = await signRoomToken(
        await createSecret(usual.secret),
        claimOf(forgotten),
        farAheadMs,
        hourMs,
      );
      await expectRefused(usual, one, { session: forgotten, token }, 'unknownRoom');
    });
  });

  test('[ADMIT-4] an unsupported version is refused with the side that is to be updated', async () => {
    const { usual } = targets();
    await besideAnother(usual, async () => {
      const pair = await openPair(usual, 'active');
      const { session, customerToken: token } = pair;
      const newer = { session, token, version: String(PROTOCOL_VERSION + 1) };
      await expectRefused(usual, pair, newer, 'relayTooOld');
      for (const version of [String(PROTOCOL_VERSION - 1), '', 'one', '1.5', '99999', null]) {
        await expectRefused(usual, pair, { session, token, version }, 'participantTooOld');
      }
    });
  });

  test('[ADMIT-1] a token admits again and again, always as the same participant', async () => {
    const { usual } = targets();
    const { session, customerToken: token, customer, agent } = await openPair(usual, 'active');
    customer.close();
    expect(await agent.next('presence')).toMatchObject({
      participants: [{ connected: true }, { role: 'customer', connected: false }],
    });
    const again = await connect(usual, { session, token });
    const { self, participants, active } = await again.next('welcome');
    expect(participants.find(({ id }) => id === self)).toMatchObject({ role: 'customer' });
    expect(active).toBe(true);
    expect(await agent.next('presence')).toMatchObject({
      participants: [{ connected: true }, { id: self, connected: true }],
    });
  });

  test('[ADMIT-5] whoever comes to a session that has ended learns why', async () => {
    const { usual } = targets();
    await besideAnother(usual, async () => {
      const { session, customerToken: token, customer } = await openPair(usual, 'active');
      customer.send({ kind: 'end' });
      await customer.closed;
      const late = await connect(usual, { session, token });
      expect(await late.closed).toEqual({ code: closeCodes.ended, reason: 'ended' });
      expect(late.received).toEqual([{ kind: 'ended', reason: 'endedByCustomer' }]);
    });
  });
}
