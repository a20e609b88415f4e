// Two pictures, compared.
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { comparePictures } from './comparePictures.ts';
import { agreeing, fidelity } from './figures.ts';
import { textOf } from './textOf.ts';

function picture(black: readonly (readonly [x: number, y: number])[]): Uint8Array {
  const png = new PNG({ width: 10, height: 10 });
  png.data.fill(255);
  for (const [x, y] of black) png.data.fill(0, (y * 10 + x) * 4, (y * 10 + x) * 4 + 3);
  return PNG.sync.write(png);
}
const inspection = {
  page: 'p',
  nodes: 100,
  differences: [],
  pixelDifference: 0,
  snapshotBytes: 1,
  snapshotMs: 1,
  warnings: [],
};

test('[INSPECT-1] what is hidden on purpose does not count as a difference', () => {
  const agent = picture([
    [2, 2],
    [8, 8],
  ]);
  expect(comparePictures(picture([]), agent, []).part).toBe(0.02);
  expect(comparePictures(picture([]), agent, [[2, 2, 1, 1]]).part).toBe(0.01);
  expect(comparePictures(picture([]), agent, [[-5, -5, 99, 99]]).part).toBe(0);
});

test('[INSPECT-1] fidelity is what agrees of the nodes or of the pixels, whichever is less', () => {
  const difference = { path: 'body > p', expected: 'a', seen: 'b' };
  expect(fidelity(inspection)).toBe('100 %');
  expect(agreeing({ ...inspection, differences: [difference] })).toBe(0.99);
  expect(fidelity({ ...inspection, differences: [difference], pixelDifference: 0.25 })).toBe(
    '75.0 %',
  );
  // Nothing that differs is rounded to nothing.
  expect(fidelity({ ...inspection, pixelDifference: 0.000_01 })).toBe('99.9 %');
});

test('[INSPECT-1] a terminal lists what differs alike once', () => {
  const differences = ['a', 'a', 'b'].map((path) => ({ path, expected: 'x', seen: 'y' }));
  const text = textOf({ ...inspection, differences });
  expect(text).toContain('≠ a and 1 more like it');
  expect(text.match(/≠/g)).toHaveLength(2);
});
