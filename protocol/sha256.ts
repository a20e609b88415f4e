// SHA-256 (FIPS 180-4), without a platform: the same on the relay, in the page and in tests. In slices for whoever has other things to do
// between them.

/** Some three milliseconds of work on a slow machine. */
const SLICE_BLOCKS = 4096;

/** The hash as 64 hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  const slices = sha256Slices(bytes);
  for (;;) {
    const { done, value } = slices.next();
    if (done) return hexOf(value);
  }
}

export const hexOf = (digest: Uint8Array): string =>
  Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The first 32 bits of the fractional part of a prime's root. */
function fractions(count: number, exponent: number): number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate++) {
    let isPrime = true;
    for (let factor = 2; factor * factor <= candidate; factor++)
      if (candidate % factor === 0) isPrime = false;
    const root = candidate ** exponent;
    if (isPrime) found.push(((root - Math.floor(root)) * 2 ** 32) | 0);
  }
  return found;
}

let roots: readonly number[] | null = null;

/** Yields between slices, and returns the digest's bytes. */
export function* sha256Slices(bytes: Uint8Array): Generator<void, Uint8Array> {
  roots ??= fractions(64, 1 / 3);
  const state = Int32Array.from(fractions(8, 1 / 2));
  const blocks = ((bytes.length + 8) >> 6) + 1;
  const padded = new Uint8Array(blocks * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(padded.length - 4, bytes.length << 3);
  const words = new Int32Array(64);
  for (let block = 0; block < blocks; block++) {
    if (block > 0 && block % SLICE_BLOCKS === 0) yield;
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(block * 64 + i * 4);
    mix(state, words, roots);
  }
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, index) => digest.setInt32(index * 4, word));
  return new Uint8Array(digest.buffer);
}

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by));

function mix(state: Int32Array, words: Int32Array, constants: readonly number[]): void {
  for (let i = 16; i < 64; i++) {
    const [before, last] = [words[i - 15]!, words[i - 2]!];
    const small = turn(before, 7) ^ turn(before, 18) ^ (before >>> 3);
    const large = turn(last, 17) ^ turn(last, 19) ^ (last >>> 10);
    words[i] = words[i - 16]! + small + words[i - 7]! + large;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  for (let i = 0; i < 64; i++) {
    const choice = (e & f) ^ (~e & g);
    const first =
      (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + constants[i]! + words[i]!) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => (state[index] = state[index]! + word));
}
