// Conformance: connections that come and go, and every way a session ends.
import { expect, test } from 'vitest';
import { closeCodes } from '../../protocol/closeCodes.ts';
import { connect } from './client.ts';
import { besideAnother, kindsSince, openPair, pointerAt } from './pair.ts';
import { hastyTimes } from './target.ts';
import type { Targets } from './target.ts';

export function testEnds(targets: () => Targets): void {
  test('[ROOM-5] a newer connection supersedes the older without a flicker for the other side', async () => {
    const { usual } = targets();
    await besideAnother(usual, async () => {
      const { session, agentToken, agent, customer } = await openPair(usual, 'active');
      const mark = customer.received.length;
      const newer = await connect(usual, { session, token: agentToken });
      expect(await newer.next('welcome')).toMatchObject({ active: true });
      expect(await agent.closed).toEqual({ code: closeCodes.superseded, reason: 'superseded' });
      newer.send(pointerAt(0.1));
      await customer.next('pointer');
      const seen = customer.received.slice(mark);
      expect(kindsSince(customer, mark)).toEqual(['presence', 'pointer']);
      expect(seen[0]).toMatchObject({ participants: [{ connected: true }, { connected: true }] });
      customer.send({ kind: 'tab', state: 'hidden' });
      await newer.next('tab');
    });
  });

  test('[ROOM-6] a customer who comes back within the grace time finds the session as it was', async () => {
    const { usual } = targets();
    const { session, customerToken, agent, customer } = await openPair(usual, 'active');
    customer.close();
    expect(await agent.next('presence')).toMatchObject({
      participants: [{ connected: true }, { connected: false }],
    });
    const back = await connect(usual, { session, token: customerToken });
    expect(await back.next('welcome')).toMatchObject({ active: true, write: false });
    expect(await agent.next('presence')).toMatchObject({
      participants: [{ connected: true }, { connected: true }],
    });
    back.send({ kind: 'snapshot', sequence: 1, ops: new Uint8Array([1]) });
    await agent.next('snapshot');
  });

  test.each([
    ['customer', 'customerGone'],
    ['agent', 'agentGone'],
  ] as const)('[ROOM-6] the %s does not come back: %s', async (role, reason) => {
    const { hasty } = targets();
    const pair = await openPair(hasty, 'active');
    const [gone, left] =
      role === 'customer' ? [pair.customer, pair.agent] : [pair.agent, pair.customer];
    gone.close();
    await left.next('presence');
    hasty.letTimePass(hastyTimes.graceMs);
    expect(await left.next('ended')).toEqual({ kind: 'ended', reason });
    expect(await left.closed).toEqual({ code: closeCodes.ended, reason: 'ended' });
  });

  test.each([
    ['customer', 'endedByCustomer'],
    ['agent', 'endedByAgent'],
    ['failing page', 'failed'],
  ] as const)('[ROOM-7] the %s ends the session: both read %s', async (who, reason) => {
    const { usual } = targets();
    await besideAnother(usual, async () => {
      const { agent, customer } = await openPair(usual, 'active');
      (who === 'agent' ? agent : customer).send({ kind: reason === 'failed' ? 'failed' : 'end' });
      for (const side of [agent, customer]) {
        expect(await side.next('ended')).toEqual({ kind: 'ended', reason });
        expect(await side.closed).toEqual({ code: closeCodes.ended, reason: 'ended' });
      }
    });
  });

  test('[ROOM-7] the customer declines to be viewed: both read viewDeclined', async () => {
    const { usual } = targets();
    await besideAnother(usual, async () => {
      const { agent, customer } = await openPair(usual, 'pending');
      customer.send({ kind: 'viewDeclined' });
      await agent.next('viewDeclined');
      for (const side of [agent, customer]) {
        expect(await side.next('ended')).toEqual({ kind: 'ended', reason: 'viewDeclined' });
        expect((await side.closed).code).toBe(closeCodes.ended);
      }
    });
  });
}
