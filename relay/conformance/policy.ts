// Conformance: the site policy on its way to both sides, and what comes back of it.
import { expect, test } from 'vitest';
import type { Finding } from '../../protocol/controlPlane.ts';
import { createSecret } from '../admission/secret.ts';
import type { DriftEntry } from '../ledger/drift.ts';
import { call, connect } from './client.ts';
import { expectRefusal } from './http.ts';
import { closePair, openPair, pointerAt } from './pair.ts';
import type { Target, Targets } from './target.ts';

async function driftOf(target: Target): Promise<readonly DriftEntry[]> {
  const token = await (await createSecret(target.secret)).hash('administrator', '');
  const answer = await call(target, '/api/drift', { token });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { drift: DriftEntry[] }).drift;
}

export function testPolicy(targets: () => Targets): void {
  test('[POLICY-3] both sides are told the policy when they come, and an empty one where there is none', async () => {
    const { usual, hasty } = targets();
    for (const [target, names] of [
      [usual, ['Cards']],
      [hasty, []],
    ] as const) {
      const pair = await openPair(target, 'pending');
      for (const token of [pair.agentToken, pair.customerToken]) {
        const again = await connect(target, { session: pair.session, token });
        const { policy } = await again.next('welcome');
        expect(policy.map(({ name }) => name)).toEqual(names);
        again.close();
      }
      closePair(pair);
    }
  });

  test('[DRIFT-2] a selector that matched on a page and does not any more is listed, for the administrator alone', async () => {
    const { usual } = targets();
    const pair = await openPair(usual, 'active');
    /** What is told, and has come: frames keep their order. */
    const tell = async (path: string, ...findings: Finding[]) => {
      pair.customer.send({ kind: 'ruleMatches', path, findings });
      pair.customer.send(pointerAt(0.5));
      await pair.agent.next('pointer');
    };
    const found = (selector: string, how: Finding['found'], rule = 'Cards') => ({
      rule,
      selector,
      found: how,
    });
    const listed = async (count: number) => {
      await expect.poll(() => driftOf(usual), { timeout: 5000 }).toHaveLength(count);
      return driftOf(usual);
    };
    await tell('/checkout', found('#card', 'matched'), found('.iban', 'missed'));
    await tell('/checkout', found('#other', 'refused'), found('#card', 'refused', 'Elsewhere'));
    await listed(0);
    await tell('/checkout', found('#card', 'missed'), found('.iban', 'missed'));
    await tell('/checkout', found('#card', 'missed'));
    await tell('/checkout/2', found('.iban', 'refused'));
    await listed(2);
    expect(await listed(2)).toEqual([
      {
        rule: 'Cards',
        selector: '#card',
        path: '/checkout',
        state: 'drifted',
        lastMatchedMs: expect.any(Number),
        lastMissedMs: expect.any(Number),
        misses: 2,
      },
      expect.objectContaining({ selector: '.iban', path: '/checkout/2', state: 'refused' }),
    ]);
    await tell('/checkout', found('#card', 'matched'));
    await tell('/checkout/2', found('.iban', 'missed'));
    await listed(0);
    closePair(pair);
    for (const token of ['', await usual.issueAgentToken('Sam Carter')])
      await expectRefusal(await call(usual, '/api/drift', { token }), 401, 'signInNeeded');
  });
}
