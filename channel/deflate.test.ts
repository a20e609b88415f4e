// Deflating and inflating, and the bound on what comes out.
import { expect, test } from 'vitest';
import { deflate, inflate } from './deflate.ts';

const zeros = new Uint8Array(1_000_000);

test('[PROTO-6] what is deflated is inflated to the same bytes, up to the last that is allowed', async () => {
  const small = await deflate(zeros);
  expect(small.length).toBeLessThan(2000);
  expect(await inflate(small, zeros.length)).toEqual(zeros);
  expect(await inflate(small, zeros.length - 1)).toBeNull();
  expect(await inflate(await deflate(new Uint8Array()), 0)).toEqual(new Uint8Array());
});

test('[PROTO-6] what is not DEFLATE, or is cut short, is null and nothing is thrown', async () => {
  const whole = await deflate(crypto.getRandomValues(new Uint8Array(5000)));
  expect(await inflate(Uint8Array.from([0xff, 0xff, 0xff]), 100)).toBeNull();
  expect(await inflate(whole.slice(0, whole.length / 2), 10_000)).toBeNull();
  expect(await inflate(new Uint8Array(), 100)).toBeNull();
});
