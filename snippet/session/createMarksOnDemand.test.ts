// Marks that are still on their way: they come in order, and nothing that was cleared meanwhile is drawn.
import { expect, test } from 'vitest';
import type { Message } from '../../protocol/frame.ts';
import type { NodeId } from '../../protocol/ids.ts';
import { createMarksOnDemand } from './createMarksOnDemand.ts';
import type { AgentMarks } from './openMarks.ts';

const pointer = (x: number): Message => ({
  kind: 'pointer',
  gone: false,
  at: { node: 1 as NodeId, x, y: 0 },
});
const highlight: Message = { kind: 'highlight', node: 2 as NodeId };

function open() {
  const told: string[] = [];
  let arrive: () => void = () => {};
  let fail: () => void = () => {};
  const drawn: AgentMarks = {
    name: (agentName) => void told.push(`name ${agentName}`),
    show: (message) => {
      told.push(message.kind === 'pointer' ? `pointer ${message.at.x}` : message.kind);
    },
    told: () => [],
    unpoint: () => void told.push('unpoint'),
    clear: () => void told.push('clear'),
  };
  const marks = createMarksOnDemand(() => {
    told.push('load');
    return new Promise((resolve, reject) => {
      arrive = () => resolve(() => drawn);
      fail = () => reject(new Error('not served'));
    });
  });
  marks.name('Sam');
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return {
    marks,
    told,
    async arrives() {
      arrive();
      await settled();
    },
    async fails() {
      fail();
      await settled();
    },
  };
}

test('[OVERLAY-7] they are fetched once, with the first mark, and drawn in order; of the pointer the last place counts', async () => {
  const { marks, told, arrives } = open();
  marks.show({ kind: 'ack', sequence: 1 });
  expect(told).toEqual([]);
  marks.show(pointer(1));
  marks.show(highlight);
  marks.show(pointer(2));
  await arrives();
  marks.show(pointer(3));
  expect(told).toEqual(['load', 'name Sam', 'highlight', 'pointer 2', 'pointer 3']);
});

test('[OVERLAY-7] what is cleared before they are there is never drawn; the next mark is', async () => {
  const { marks, told, arrives } = open();
  marks.show(highlight);
  marks.clear();
  await arrives();
  expect(told).toEqual(['load']);
  marks.show(pointer(1));
  marks.unpoint();
  marks.show(highlight);
  await arrives();
  expect(told).toEqual(['load', 'load', 'name Sam', 'highlight']);
});

test('[OVERLAY-7] where they cannot be fetched the pointer does not ask again; the next other mark does', async () => {
  const { marks, told, fails, arrives } = open();
  marks.show(pointer(1));
  await fails();
  marks.show(pointer(2));
  expect(told).toEqual(['load']);
  marks.show(highlight);
  await arrives();
  expect(told).toEqual(['load', 'load', 'name Sam', 'highlight']);
});
