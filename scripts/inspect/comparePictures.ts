// Two screenshots: their difference as a picture, as a part of all pixels, and as a part of any box in them.
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

export interface PictureDifference {
  readonly part: number;
  readonly difference: Uint8Array;
  partOf(box: readonly [x: number, y: number, width: number, height: number]): number;
}

export function comparePictures(customer: Uint8Array, agent: Uint8Array): PictureDifference {
  const one = PNG.sync.read(Buffer.from(customer));
  const other = PNG.sync.read(Buffer.from(agent));
  const { width, height } = one;
  if (other.width !== width || other.height !== height)
    throw new Error('the two screenshots are of different sizes');
  const shown = new PNG({ width, height });
  const count = pixelmatch(one.data, other.data, shown.data, width, height, {
    diffColor: [214, 40, 90],
  });
  const mask = Buffer.alloc(width * height * 4);
  pixelmatch(one.data, other.data, mask, width, height, { diffMask: true });
  return {
    part: count / (width * height),
    difference: PNG.sync.write(shown),
    partOf([x, y, boxWidth, boxHeight]) {
      const clamp = (at: number, most: number) => Math.min(Math.max(Math.round(at), 0), most);
      const [left, right] = [clamp(x, width), clamp(x + boxWidth, width)];
      const [top, bottom] = [clamp(y, height), clamp(y + boxHeight, height)];
      let differing = 0;
      for (let row = top; row < bottom; row++)
        for (let column = left; column < right; column++)
          if (mask[(row * width + column) * 4 + 3]) differing++;
      return differing / Math.max((right - left) * (bottom - top), 1);
    },
  };
}
