// Conformance: the trail from the customer's page to the administrator, chained, and nobody who forges it.
import { expect, test } from 'vitest';
import { closeCodes } from '../../protocol/closeCodes.ts';
import { encodeEntries } from '../../protocol/entries.ts';
import type { Entry } from '../../protocol/entry.ts';
import { encode } from '../../protocol/frame.ts';
import type { Message } from '../../protocol/frame.ts';
import type { MaskedText } from '../../protocol/maskedText.ts';
import { verifyTrail } from '../../protocol/trail.ts';
import { createSecret } from '../admission/secret.ts';
import { trailPath } from '../http/trailApi.ts';
import type { TrailAnswer } from '../http/trailApi.ts';
import { call, connect } from './client.ts';
import { besideAnother, openPair } from './pair.ts';
import type { Target, Targets } from './target.ts';

const page = (title: string): Entry => ({
  kind: 'page',
  address: 'https://shop.example/basket' as MaskedText,
  title: title as MaskedText,
});
const entriesOf = (...entries: [number, Entry][]): Message => ({
  kind: 'entries',
  entries: encodeEntries(entries.map(([number, entry]) => ({ number, entry }))),
});

export function testTrail(targets: () => Targets): void {
  async function ask(target: Target, session: string): Promise<TrailAnswer> {
    const token = await (await createSecret(target.secret)).hash('administrator', '');
    const answer = await call(target, trailPath(session), { token });
    expect(answer.status).toBe(200);
    return (await answer.json()) as TrailAnswer;
  }
  /** A ledger on another machine hears of it a moment later. */
  async function trailUpTo(target: Target, session: string, kind: Entry['kind']) {
    for (let attempt = 1; ; attempt++) {
      const trail = await ask(target, session);
      if (trail.entries.some((link) => link.kind === kind) || attempt === 200) return trail;
    }
  }

  test('[TRAIL-1] [TRAIL-2] [TRAIL-4] from beginning to end: a chain that holds, up to the head that the customer was given', async () => {
    const { usual } = targets();
    await besideAnother(usual, async () => {
      const { session, agent, customer } = await openPair(usual, 'active');
      customer.send(entriesOf([1, page('Basket')], [2, { kind: 'resumed' }]));
      const first = await customer.next('trailHead');
      expect(first.told).toBe(2);
      customer.send({ kind: 'end' });
      const last = await customer.next('trailHead');
      expect(await customer.next('ended')).toMatchObject({ reason: 'endedByCustomer' });
      await agent.closed;

      const { head, entries, problems } = await trailUpTo(usual, session, 'ended');
      expect(entries.map(({ kind }) => kind)).toEqual([
        'created',
        'joined',
        'joined',
        'viewGranted',
        'page',
        'resumed',
        'ended',
      ]);
      expect(problems).toEqual([]);
      expect(head).toEqual({ position: last.position, hash: last.hash });
      expect(verifyTrail(session, entries, [first, last])).toEqual([]);
      expect(
        agent.received.some((entry) => typeof entry !== 'string' && entry.kind === 'entries'),
      ).toBe(false);
    });
  });

  test('[TRAIL-3] [ATTACK-7] entries sent again, out of order or of the relay’s own kinds change nothing', async () => {
    const { usual } = targets();
    await besideAnother(usual, async () => {
      const { session, customer, customerToken } = await openPair(usual, 'active');
      customer.send(entriesOf([1, page('One')], [2, page('Two')]));
      await customer.next('trailHead');
      customer.send(entriesOf([2, page('Forged')], [1, page('Forged')]));
      customer.send(entriesOf([3, { kind: 'ended', reason: 'endedByAgent' }]));
      await customer.next('trailHead');
      await customer.next('trailHead');
      customer.close();
      const again = await connect(usual, { session, token: customerToken });
      await again.next('welcome');
      again.send({ kind: 'viewGranted' });
      again.send(entriesOf([1, page('Again')], [4, page('Three')]));
      expect((await again.next('trailHead')).told).toBe(4);
      again.send({ kind: 'end' });
      await again.closed;
      const { entries, problems } = await trailUpTo(usual, session, 'ended');
      const titles = entries
        .filter(({ kind }) => kind === 'page')
        .map(({ detail }) => (JSON.parse(detail) as { title: string }).title);
      expect(titles).toEqual(['One', 'Two', 'Three']);
      expect(entries.filter(({ kind }) => kind === 'ended').length).toBe(1);
      expect(problems).toEqual([]);
    });
  });

  test('[TRAIL-3] [ATTACK-7] entries cut short close their sender, and an agent cannot send any', async () => {
    const { usual } = targets();
    await besideAnother(usual, async () => {
      const { session, agent, customer } = await openPair(usual, 'active');
      const whole = encode(entriesOf([1, page('One')]));
      customer.sendBytes(whole.subarray(0, whole.length - 2));
      expect(await customer.closed).toEqual({
        code: closeCodes.malformedFrame,
        reason: 'malformedFrame',
      });
      agent.sendBytes(whole);
      expect(await agent.closed).toEqual({ code: closeCodes.notAllowed, reason: 'notAllowed' });
      const { entries } = await ask(usual, session);
      expect(entries.some(({ kind }) => kind === 'page')).toBe(false);
    });
  });

  test('[TRAIL-7] the trail is read by the administrator alone', async () => {
    const { usual } = targets();
    const { session, agentToken, customerToken, customer } = await openPair(usual, 'active');
    const signIn = await usual.issueAgentToken('Kim Lee');
    for (const token of ['', signIn, agentToken, customerToken, usual.secret]) {
      const answer = await call(usual, trailPath(session), { token });
      expect([answer.status, await answer.json()]).toEqual([401, { problem: 'signInNeeded' }]);
    }
    const token = await (await createSecret(usual.secret)).hash('administrator', '');
    expect((await call(usual, trailPath('never'), { token })).status).toBe(404);
    expect((await call(usual, trailPath(session), { method: 'POST', token })).status).toBe(405);
    customer.close();
  });
}
