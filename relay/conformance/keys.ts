// Conformance: security keys, from the customer's page.
import { expect, test } from 'vitest';
import { connect, createSession, freshAddress, redeem } from './client.ts';
import { expectRefusal } from './http.ts';
import { besideAnother, openPair } from './pair.ts';
import { hastyTimes } from './target.ts';
import type { Target, Targets } from './target.ts';

export function testKeys(targets: () => Targets): void {
  const sessionOf = async (target: Target) =>
    createSession(target, await target.issueAgentToken('Sam Carter'));

  test('[KEY-1] a key, typed with or without separators, gives a place in its session', async () => {
    const { usual } = targets();
    const { session, securityKey, keyLifeMs } = await sessionOf(usual);
    expect(securityKey).toMatch(/^\d{9}$/);
    expect(keyLifeMs).toBe(600_000);
    const answer = await redeem(usual, securityKey.replace(/(...)(?=.)/g, '$1 '));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      session,
      token: expect.any(String),
      agentName: 'Sam Carter',
      company: 'Acme',
    });
  });

  test('[KEY-2] a second customer with the same key is refused, and the first one stays', async () => {
    const { usual } = targets();
    await besideAnother(usual, async () => {
      const { securityKey } = await sessionOf(usual);
      expect((await redeem(usual, securityKey)).status).toBe(200);
      await expectRefusal(await redeem(usual, securityKey), 409, 'keyUsed');
    });
  });

  test('[KEY-2] of two customers at the same moment one gets the session', async () => {
    const { usual } = targets();
    const { securityKey } = await sessionOf(usual);
    const answers = await Promise.all([
      redeem(usual, securityKey),
      redeem(usual, securityKey),
      redeem(usual, securityKey),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
  });

  test('[KEY-4] a key that never was is unknown', async () => {
    const { usual } = targets();
    const { securityKey } = await sessionOf(usual);
    const other = String((Number(securityKey) + 1) % 1e9).padStart(9, '0');
    await besideAnother(usual, async () => {
      await expectRefusal(await redeem(usual, other), 404, 'keyUnknown');
    });
  });

  test('[KEY-2] [ROOM-8] a key expires, and so does the session that waits for it', async () => {
    const { hasty } = targets();
    const { session, securityKey, token } = await sessionOf(hasty);
    const agent = await connect(hasty, { session, token });
    await agent.next('welcome');
    hasty.letTimePass(hastyTimes.securityKeyLifeMs);
    expect(await agent.next('ended')).toEqual({ kind: 'ended', reason: 'keyExpired' });
    expect((await agent.closed).code).toBe(4410);
    await expectRefusal(await redeem(hasty, securityKey), 410, 'keyExpired');
  });

  test('[KEY-7] the key of a session that has ended opens nothing', async () => {
    const { usual } = targets();
    const { session, securityKey, token } = await sessionOf(usual);
    const agent = await connect(usual, { session, token });
    agent.send({ kind: 'end' });
    await agent.closed;
    await expectRefusal(await redeem(usual, securityKey), 410, 'keyExpired');
  });

  test('[KEY-5] after a few wrong guesses an address has to wait, with the right key too, and no other has', async () => {
    const { usual } = targets();
    const address = freshAddress();
    const { securityKey } = await sessionOf(usual);
    const wrong = String((Number(securityKey) + 1) % 1e9).padStart(9, '0');
    await besideAnother(usual, async () => {
      for (let guess = 0; guess < 5; guess++) {
        await expectRefusal(await redeem(usual, wrong, { address }), 404, 'keyUnknown');
      }
      const refused = await redeem(usual, securityKey, { address });
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await refused.json()).toEqual({
        problem: 'tooManyGuesses',
        retryAfterMs: expect.any(Number),
      });
      // The same subscriber's other addresses wait as well.
      const neighbour = address.replace('::1', '::2');
      await expectRefusal(
        await redeem(usual, securityKey, { address: neighbour }),
        429,
        'tooManyGuesses',
      );
      expect((await redeem(usual, securityKey)).status).toBe(200);
    });
  });

  test('[KEY-6] where origins are named, pages of any other are refused and cost no key', async () => {
    const { hasty } = targets();
    const { securityKey } = await sessionOf(hasty);
    for (const origin of ['https://shop.example.evil.example', 'http://shop.example', 'null']) {
      const answer = await redeem(hasty, securityKey, { headers: { origin } });
      await expectRefusal(answer, 403, 'originNotAllowed');
    }
    expect((await redeem(hasty, securityKey)).status).toBe(200);
  });

  test('two sessions at once have nothing of each other', async () => {
    const { usual } = targets();
    const [one, two] = await Promise.all([openPair(usual, 'active'), openPair(usual, 'active')]);
    expect(one.session).not.toBe(two.session);
    one.customer.send({ kind: 'snapshot', sequence: 1, ops: new Uint8Array([1]) });
    two.customer.send({ kind: 'snapshot', sequence: 2, ops: new Uint8Array([2]) });
    expect(await one.agent.next('snapshot')).toMatchObject({ sequence: 1 });
    expect(await two.agent.next('snapshot')).toMatchObject({ sequence: 2 });
  });
}
