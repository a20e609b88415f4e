// Two screenshots: their difference as a picture, as a part of all pixels, and as a part of any box in them. What is hidden on purpose
// is left out.
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

type Box = readonly [x: number, y: number, width: number, height: number];

const HIDDEN_GREY = 200;

export interface PictureDifference {
  readonly part: number;
  readonly difference: Uint8Array;
  partOf(box: Box): number;
}

/** `hidden`: what is masked or blocked, on either side. */
export function comparePictures(
  customer: Uint8Array,
  agent: Uint8Array,
  hidden: readonly Box[],
): PictureDifference {
  const one = PNG.sync.read(Buffer.from(customer));
  const other = PNG.sync.read(Buffer.from(agent));
  const { width, height } = one;
  if (other.width !== width || other.height !== height)
    throw new Error('the two screenshots are of different sizes');
  const clamp = (at: number, most: number) => Math.min(Math.max(at, 0), most);
  for (const [x, y, boxWidth, boxHeight] of hidden) {
    const from = clamp(Math.floor(x) - 1, width);
    const to = clamp(Math.ceil(x + boxWidth) + 1, width);
    const bottom = clamp(Math.ceil(y + boxHeight) + 1, height);
    for (let row = clamp(Math.floor(y) - 1, height); row < bottom; row++)
      for (const { data } of [one, other])
        data.fill(HIDDEN_GREY, (row * width + from) * 4, (row * width + to) * 4);
  }
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
      const within = (at: number, most: number) => clamp(Math.round(at), most);
      const [left, right] = [within(x, width), within(x + boxWidth, width)];
      const [top, bottom] = [within(y, height), within(y + boxHeight, height)];
      let differing = 0;
      for (let row = top; row < bottom; row++)
        for (let column = left; column < right; column++)
          if (mask[(row * width + column) * 4 + 3]) differing++;
      return differing / Math.max((right - left) * (bottom - top), 1);
    },
  };
}
