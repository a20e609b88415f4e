// A session with both sides in it, and the proof that a session nearby noticed nothing.
import { expect } from 'vitest';
import type { SessionAnswer } from '../../protocol/api.ts';
import type { Message } from '../../protocol/frame.ts';
import type { NodeId } from '../../protocol/ids.ts';
import type { Kind } from '../../protocol/kinds.ts';
import { connect, createSession, redeemed } from './client.ts';
import type { Connection } from './client.ts';
import type { Target } from './target.ts';

export interface Pair {
  readonly session: SessionAnswer['session'];
  readonly agentToken: string;
  readonly customerToken: string;
  readonly agent: Connection;
  readonly customer: Connection;
}

export async function openPair(target: Target, status: 'pending' | 'active'): Promise<Pair> {
  const signIn = await target.issueAgentToken('Sam Carter');
  const { session, securityKey, token: agentToken } = await createSession(target, signIn);
  const agent = await connect(target, { session, token: agentToken });
  await agent.next('welcome');
  await agent.next('presence');
  const { token: customerToken } = await redeemed(target, securityKey);
  const customer = await connect(target, { session, token: customerToken });
  await customer.next('welcome');
  await customer.next('presence');
  await agent.next('presence');
  if (status === 'active') {
    customer.send({ kind: 'viewGranted' });
    await agent.next('viewGranted');
  }
  return { session, agentToken, customerToken, agent, customer };
}

export function closePair({ agent, customer }: Pair): void {
  agent.close();
  customer.close();
}

export const pointerAt = (x: number): Message => ({
  kind: 'pointer',
  gone: false,
  at: { node: 1 as NodeId, x, y: 0.5 },
});

/** What came since the mark, as kinds. */
export const kindsSince = (connection: Connection, mark: number): (Kind | string)[] =>
  connection.received.slice(mark).map((entry) => (typeof entry === 'string' ? entry : entry.kind));

/** Runs `work` beside a session that is live, which must hear nothing but its own two frames. */
export async function besideAnother(target: Target, work: () => Promise<void>): Promise<void> {
  const other = await openPair(target, 'active');
  const marks = { agent: other.agent.received.length, customer: other.customer.received.length };
  await work();
  other.agent.send(pointerAt(0.25));
  other.customer.send(pointerAt(0.75));
  expect(await other.customer.next('pointer')).toMatchObject({ at: { x: 0.25 } });
  expect(await other.agent.next('pointer')).toMatchObject({ at: { x: 0.75 } });
  expect(kindsSince(other.agent, marks.agent)).toEqual(['pointer']);
  expect(kindsSince(other.customer, marks.customer)).toEqual(['pointer']);
  closePair(other);
}
