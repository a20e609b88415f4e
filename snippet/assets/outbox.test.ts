// Assets on their way: in parts, behind everything else, within their limits, and never without the policy's word.
import { expect, test } from 'vitest';
import type { MessageOf } from '../../protocol/frame.ts';
import { limits } from '../../protocol/limits.ts';
import { careBits } from '../privacy/policy.ts';
import { createOutbox } from './outbox.ts';

function setUp() {
  const sent: MessageOf<'asset'>[] = [];
  const state = { nowMs: 0, buffered: 0, care: 0, isUp: true };
  let due: (() => void) | null = null;
  const outbox = createOutbox({
    view: {
      performance: { now: () => state.nowMs },
      setTimeout(work: () => void) {
        due = work;
        return 1;
      },
      clearTimeout: () => (due = null),
    } as unknown as Window,
    send: (message) => state.isUp && sent.push(message) > 0,
    bufferedBytes: () => state.buffered,
    careOf: () => state.care,
  });
  /** So much time passes, a turn at a time. */
  const pass = (ms: number) => {
    for (const endMs = state.nowMs + ms; state.nowMs < endMs; state.nowMs += 20) {
      const work = due;
      due = null;
      work?.();
    }
  };
  return { outbox, sent, state, pass };
}
const node = {} as Node;
const bytesOf = (size: number) => new Uint8Array(size).fill(size % 251);

async function offered(outbox: ReturnType<typeof setUp>['outbox'], size: number) {
  const found = await outbox.offer(node, 'image/png', bytesOf(size));
  if (typeof found === 'string') throw new Error(found);
  return found.hash;
}

test('[ASSET-9] an asset leaves in parts, once, and is whole', async () => {
  const { outbox, sent, pass } = setUp();
  const size = 2 * limits.assetPartBytes + 5;
  const hash = await offered(outbox, size);
  outbox.want(hash);
  outbox.want(hash);
  pass(1000);
  expect(sent.map(({ part, bytes }) => [part, bytes.length])).toEqual([
    [0, limits.assetPartBytes],
    [1, limits.assetPartBytes],
    [2, 5],
  ]);
  expect(new Set(sent.map((one) => one.size))).toEqual(new Set([size]));
});

test('[ASSET-9] no more leaves in a second than the limit, and nothing while the line is busy', async () => {
  const { outbox, sent, state, pass } = setUp();
  for (let count = 1; count <= 5; count++)
    outbox.want(await offered(outbox, limits.assetBytes - count));
  state.buffered = 1 << 20;
  pass(3000);
  expect(sent).toEqual([]);
  state.buffered = 0;
  pass(5000);
  const total = sent.reduce((sum, { bytes }) => sum + bytes.length, 0);
  expect(total).toBeGreaterThan(4 * limits.assetBytesPerSecond);
  expect(total).toBeLessThan(6 * limits.assetBytesPerSecond);
});

test('[ASSET-9] what is too large, or too much for one page, is not even kept', async () => {
  const { outbox, pass } = setUp();
  expect(await outbox.offer(node, 'image/png', bytesOf(limits.assetBytes + 1))).toBe('tooLarge');
  let last: unknown = null;
  for (let count = 1; count <= limits.assetPageBytes / limits.assetBytes + 1; count++) {
    last = await outbox.offer(node, 'image/png', bytesOf(limits.assetBytes - count));
    if (typeof last === 'string') break;
    outbox.want((last as { hash: never }).hash);
    pass(10_000);
  }
  expect(last).toBe('tooMuch');
});

test('[ASSET-6] the policy is asked again as each part leaves', async () => {
  const { outbox, sent, state, pass } = setUp();
  const hash = await offered(outbox, limits.assetBytes);
  outbox.want(hash);
  pass(100);
  const before = sent.length;
  expect(before).toBeGreaterThan(0);
  state.care = careBits.masked;
  pass(10_000);
  expect(sent.length).toBe(before);
  state.care = 0;
  outbox.want(hash);
  pass(1000);
  expect(sent.length).toBe(before);
});
