// Conformance: what passes through a room, what is dropped, and what closes its sender.
import { expect, test } from 'vitest';
import { closeCodes } from '../../protocol/closeCodes.ts';
import type { CloseName } from '../../protocol/closeCodes.ts';
import { encode } from '../../protocol/frame.ts';
import type { Message } from '../../protocol/frame.ts';
import type { GrantId, NodeId } from '../../protocol/ids.ts';
import { kinds } from '../../protocol/kinds.ts';
import { limits } from '../../protocol/limits.ts';
import { besideAnother, kindsSince, openPair, pointerAt } from './pair.ts';
import type { Targets } from './target.ts';
import { grantAll, requestAll } from '../../protocol/testing/control.ts';

const ops = new Uint8Array([1, 2, 3]);
const grant = 1 as GrantId;
const commandOf = (number: number): Message => ({
  kind: 'command',
  number,
  grant,
  action: { type: 'hover', place: { node: 1 as NodeId, x: 0, y: 0 } },
});

function filled(kind: keyof typeof kinds, bytes: number): Uint8Array {
  const frame = new Uint8Array(bytes);
  frame[0] = kinds[kind].code;
  return frame;
}

export function testFrames(targets: () => Targets): void {
  test('[ROOM-2] page, pointers, control, commands and outcomes go their ways, byte for byte', async () => {
    const { usual } = targets();
    const { agent, customer } = await openPair(usual, 'active');
    const large = crypto.getRandomValues(new Uint8Array(60_000));
    customer.send({ kind: 'snapshot', sequence: 1, ops: large });
    expect((await agent.next('snapshot')).ops).toEqual(large);
    customer.send({ kind: 'batch', sequence: 2, ops });
    expect(await agent.next('batch')).toMatchObject({ sequence: 2 });
    agent.send({ kind: 'ack', sequence: 2 });
    expect(await customer.next('ack')).toEqual({ kind: 'ack', sequence: 2 });
    agent.send(requestAll);
    await customer.next('controlRequested');
    customer.send(grantAll(grant));
    expect(await agent.next('controlGranted')).toEqual(grantAll(grant));
    agent.send(commandOf(1));
    expect(await customer.next('command')).toEqual(commandOf(1));
    customer.send({ kind: 'outcome', number: 1, result: 'performed' });
    expect(await agent.next('outcome')).toMatchObject({ result: 'performed' });
    agent.sendBytes('ping');
    expect(await agent.nextText()).toBe('pong');
  });

  test('[ROOM-3] nothing of the page passes before the customer consents', async () => {
    const { usual } = targets();
    const { agent, customer } = await openPair(usual, 'pending');
    const mark = agent.received.length;
    customer.send({ kind: 'snapshot', sequence: 1, ops });
    customer.send({ kind: 'batch', sequence: 2, ops });
    customer.send(pointerAt(0.5));
    customer.send({ kind: 'tab', state: 'visible' });
    await agent.next('tab');
    expect(kindsSince(agent, mark)).toEqual(['tab']);
  });

  test('[ROOM-4] commands are dropped outside write mode', async () => {
    const { usual } = targets();
    await besideAnother(usual, async () => {
      const { agent, customer } = await openPair(usual, 'active');
      const mark = customer.received.length;
      agent.send(commandOf(1));
      agent.send(pointerAt(0.1));
      await customer.next('pointer');
      customer.send(grantAll(grant));
      await agent.next('controlGranted');
      agent.send(commandOf(2));
      await customer.next('command');
      customer.send({ kind: 'controlRevoked', reason: 'customer' });
      await agent.next('controlRevoked');
      agent.send(commandOf(3));
      agent.send(pointerAt(0.2));
      await customer.next('pointer');
      expect(kindsSince(customer, mark)).toEqual(['pointer', 'command', 'pointer']);
    });
  });

  const offences: [string, 'agent' | 'customer', Uint8Array | string, CloseName][] = [
    ['an empty frame', 'customer', new Uint8Array(), 'malformedFrame'],
    ['an unknown kind', 'agent', new Uint8Array([0x7f, 1, 2]), 'malformedFrame'],
    ['a text', 'customer', 'hello', 'malformedFrame'],
    [
      'a small frame that is too large',
      'agent',
      filled('pointer', limits.smallFrameBytes + 1),
      'frameTooLarge',
    ],
    [
      'a snapshot that is too large',
      'customer',
      filled('snapshot', limits.pageFrameBytes + 1),
      'frameTooLarge',
    ],
    ['an agent’s snapshot', 'agent', encode({ kind: 'snapshot', sequence: 1, ops }), 'notAllowed'],
    ['an agent’s grant to itself', 'agent', encode(grantAll(grant)), 'notAllowed'],
    ['an agent’s consent to view', 'agent', encode({ kind: 'viewGranted' }), 'notAllowed'],
    ['a customer’s command', 'customer', encode(commandOf(1)), 'notAllowed'],
    [
      'a farewell that is not the relay’s',
      'customer',
      encode({ kind: 'ended', reason: 'failed' }),
      'notAllowed',
    ],
  ];
  test.each(offences)(
    '[ROOM-1] [ROOM-9] %s closes its sender alone',
    async (_, role, frame, name) => {
      const { usual } = targets();
      await besideAnother(usual, async () => {
        const pair = await openPair(usual, 'active');
        const [sender, other] =
          role === 'agent' ? [pair.agent, pair.customer] : [pair.customer, pair.agent];
        const mark = other.received.length;
        sender.sendBytes(frame);
        expect(await sender.closed).toEqual({ code: closeCodes[name], reason: name });
        await other.next('presence');
        other.sendBytes('ping');
        expect(await other.nextText()).toBe('pong');
        expect(kindsSince(other, mark)).toEqual(['presence', 'pong (read)']);
      });
    },
  );

  test('[ROOM-9] whoever sends too many frames is closed', async () => {
    const { usual } = targets();
    await besideAnother(usual, async () => {
      const { agent, customer } = await openPair(usual, 'active');
      const frame = encode(pointerAt(0.5));
      // Far beyond what refills while they are on their way.
      for (let sent = 0; sent < 20 * limits.framesBurst && agent.isOpen(); sent++)
        agent.sendBytes(frame);
      expect(await agent.closed).toEqual({
        code: closeCodes.tooManyFrames,
        reason: 'tooManyFrames',
      });
      await customer.next('presence');
      expect(customer.isOpen()).toBe(true);
    });
  });
}
