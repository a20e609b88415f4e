// A picture in the place of one that cannot be shown, of its size, that says why; or an empty one.
import type { MissingReason } from '../../protocol/asset.ts';
import { labelStyle, labelWords } from './ownStyle.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

const LARGEST_SIDE = 32_767;
const SMALLEST_FONT = 10;
const LARGEST_FONT = 15;
/** Of a letter, in parts of the font's size. */
const LETTER = 0.56;
const LINE = 1.3;

/** `own`: the picture's size by itself. `shown`: how large it is on the page, which the words are written for. */
export function labelPicture(why: MissingReason | null, own: Size, shown: Size = own): string {
  const side = (length: number) => Math.min(Math.max(Math.round(length), 1), LARGEST_SIDE);
  const box = shown.width > 0 && shown.height > 0 ? shown : own;
  const [width, height] = [side(box.width), side(box.height)];
  const inside = why === null ? '' : boxOf(labelWords[why], width, height);
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' width='${side(own.width)}' height='${side(own.height)}' viewBox='0 0 ${width} ${height}' preserveAspectRatio='none'>${inside}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

function boxOf(words: string, width: number, height: number): string {
  const frame = `<style>${labelStyle}</style><rect x='.5' y='.5' width='${width - 1}' height='${height - 1}'/>`;
  for (let size = LARGEST_FONT; size >= SMALLEST_FONT; size--) {
    const lines = linesOf(words, (width - 8) / (size * LETTER));
    if (lines.length * size * LINE > height - 4) continue;
    if (lines.some((line) => line.length * size * LETTER > width - 8)) continue;
    const top = height / 2 - ((lines.length - 1) * size * LINE) / 2;
    const text = lines.map(
      (line, index) =>
        `<text x='${width / 2}' y='${top + index * size * LINE}' dy='.35em' font-size='${size}'>${line}</text>`,
    );
    return frame + text.join('');
  }
  // No room for words: the box alone says that something is left out.
  return frame;
}

function linesOf(words: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
