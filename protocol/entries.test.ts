// Entries arrive as they were sent, or not at all.
import { expect, test } from 'vitest';
import { decodeEntries, encodeEntries } from './entries.ts';
import { createRandom, randomEntry } from './testing/random.ts';

const seed = 20260411;
const random = createRandom(seed);

test(`[PROTO-1] [PROTO-2] every entry arrives as it was sent, and nothing malformed is read (seed ${seed})`, () => {
  for (let count = 0; count < 300; count++) {
    const entries = random.list(() => ({ number: random.uint(), entry: randomEntry(random) }));
    const bytes = encodeEntries(entries);
    expect(decodeEntries(bytes)).toEqual(entries);
    expect(decodeEntries(bytes.subarray(0, bytes.length - 1))).not.toEqual(entries);
    expect(decodeEntries(Uint8Array.of(...bytes, 0))).toBeNull();
    // Must come back at all.
    decodeEntries(random.bytes(200));
  }
});
