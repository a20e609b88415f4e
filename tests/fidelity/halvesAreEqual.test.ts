// The short way must never say alike of what is not: the long way is not gone then.
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { halvesAreEqual } from './halvesAreEqual.ts';

const width = 12;
const height = 9;

/** Two halves alike, but for what `spoil` does to the pixels. `filter`: by what each row is told. */
function picture(filter: number, spoil: (data: Buffer) => void = () => undefined): Buffer {
  const png = new PNG({ width: width * 2, height });
  for (let at = 0; at < png.data.length; at += 4) {
    const [x, y] = [(at / 4) % (width * 2), Math.floor(at / 4 / (width * 2))];
    png.data.set([((x % width) * 37) % 256, (y * 91) % 256, (x % width) ^ y, 255], at);
  }
  spoil(png.data);
  return PNG.sync.write(png, { filterType: filter as 0 });
}

test('halves that are alike, told by column', () => {
  for (const filter of [0, 2]) expect(halvesAreEqual(picture(filter), width)).toBe(true);
});

test('one shade of one pixel of either half', () => {
  for (const filter of [0, 2])
    for (const at of [0, (width * 2 * height - 1) * 4, (width * 2 * 4 + width) * 4 + 2])
      expect(
        halvesAreEqual(
          picture(filter, (data) => (data[at]! ^= 1)),
          width,
        ),
      ).toBe(false);
});

test('rows told by what is beside them, and another width, are left to whoever decodes them', () => {
  for (const filter of [1, 3, 4]) expect(halvesAreEqual(picture(filter), width)).toBe(false);
  expect(halvesAreEqual(picture(2), width + 1)).toBe(false);
});
