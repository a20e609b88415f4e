// Frames there and back, and everything that is no frame.
import { expect, test } from 'vitest';
import { decode, encode, isLarge, maxFrameBytes } from './frame.ts';
import { DEFLATED, kinds } from './kinds.ts';
import type { Kind } from './kinds.ts';
import { limits } from './limits.ts';
import type { NodeId } from './ids.ts';
import { createRandom, randomMessage, randomOf } from './testing/random.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 1e9);
const all = Object.keys(kinds) as Kind[];

test(`[PROTO-2] every kind of message arrives as it was sent (SEED=${seed})`, () => {
  const random = createRandom(seed);
  for (const kind of all) {
    for (let count = 0; count < 50; count++) {
      const message = randomOf(random, kind);
      const frame = encode(message);
      expect(frame[0]).toBe(kinds[kind].code);
      expect(decode(frame)).toEqual({ ok: true, message });
    }
  }
});

test(`[PROTO-1] a frame that is cut short or goes on too long is malformed, never thrown (SEED=${seed})`, () => {
  const random = createRandom(seed);
  for (let count = 0; count < 500; count++) {
    const message = randomMessage(random);
    const frame = encode(message);
    // The payload of a page frame is open at its end: what is left of it is still a payload.
    const open = isLarge(message.kind) || /^(asset|entries)$/.test(message.kind);
    for (let length = open ? frame.length : 1; length < frame.length; length++) {
      expect(decode(frame.slice(0, length))).toEqual({ ok: false, problem: 'malformed' });
    }
    const longer = new Uint8Array([...frame, 0]);
    expect(decode(longer).ok).toBe(open);
  }
});

test(`[PROTO-1] a frame with bits turned over decodes or does not, and never throws (SEED=${seed})`, () => {
  const random = createRandom(seed);
  let decoded = 0;
  let refused = 0;
  for (let count = 0; count < 3000; count++) {
    const frame = encode(randomMessage(random));
    for (let flips = 1 + random.below(3); flips > 0; flips--) {
      frame[random.below(frame.length)]! ^= 1 << random.below(8);
    }
    if (decode(frame).ok) decoded++;
    else refused++;
  }
  expect(decoded).toBeGreaterThan(0);
  expect(refused).toBeGreaterThan(0);
});

test(`[PROTO-1] noise is never thrown at anybody (SEED=${seed})`, () => {
  const random = createRandom(seed);
  for (let count = 0; count < 3000; count++) {
    expect(typeof decode(random.bytes(200)).ok).toBe('boolean');
  }
});

test('[PROTO-1] what is wrong with a frame has a name', () => {
  const problemOf = (...bytes: number[]) => decode(Uint8Array.from(bytes));
  expect(problemOf()).toEqual({ ok: false, problem: 'empty' });
  expect(problemOf(0x7f)).toEqual({ ok: false, problem: 'unknownKind' });
  expect(problemOf(0)).toEqual({ ok: false, problem: 'unknownKind' });
  expect(problemOf(kinds.ack.code | DEFLATED, 1)).toEqual({ ok: false, problem: 'deflated' });
  expect(problemOf(kinds.ack.code)).toEqual({ ok: false, problem: 'malformed' });
  // A word and a variant that nobody knows.
  expect(problemOf(kinds.tab.code, 99)).toEqual({ ok: false, problem: 'malformed' });
  expect(problemOf(kinds.command.code, 1, 1, 99)).toEqual({ ok: false, problem: 'malformed' });
  // A list that claims more than its limit, and one that claims more than there is.
  expect(problemOf(kinds.presence.code, 9)).toEqual({ ok: false, problem: 'malformed' });
  expect(problemOf(kinds.presence.code, 8)).toEqual({ ok: false, problem: 'malformed' });
  const large = new Uint8Array(limits.smallFrameBytes + 1);
  large[0] = kinds.comment.code;
  expect(decode(large)).toEqual({ ok: false, problem: 'tooLarge' });
});

test('[PROTO-1] a position that is no number is malformed', () => {
  for (const x of [NaN, Infinity, -Infinity]) {
    const frame = encode({ kind: 'pointer', gone: false, at: { node: 1 as NodeId, x, y: 0 } });
    expect(decode(frame)).toEqual({ ok: false, problem: 'malformed' });
  }
});

test('[PROTO-2] a text beyond its limit is cut where it is written, and refused where it is read', () => {
  const text = 'x'.repeat(limits.commentLength + 1);
  const at = { node: 1 as NodeId, x: 0, y: 0 };
  const frame = encode({ kind: 'comment', id: 1, at, text });
  expect(decode(frame)).toMatchObject({ message: { text: text.slice(1) } });
  const forged = new Uint8Array(frame.length + 1);
  forged.set(frame);
  forged.fill(0x78, -1);
  // The length is a varint of two bytes; one more fits in its lower half.
  const lengthAt = frame.length - limits.commentLength - 2;
  forged[lengthAt]! += 1;
  expect(decode(forged)).toEqual({ ok: false, problem: 'malformed' });
});

test('[PROTO-1] only page frames may be large, and only inflated ones very large', () => {
  for (const kind of all) {
    const page = ['snapshot', 'batch', 'frameSnapshot', 'frameBatch'].includes(kind);
    expect(maxFrameBytes(kind)).toBe(page ? limits.pageFrameBytes : limits.smallFrameBytes);
    expect(maxFrameBytes(kind, 'inflated')).toBe(
      page ? limits.inflatedBytes : limits.smallFrameBytes,
    );
  }
});
