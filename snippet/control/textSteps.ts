// Where a caret goes in a field's text: by characters, words and lines. Pure.

const segments = (text: string, granularity: 'grapheme' | 'word') => [
  ...new Intl.Segmenter(undefined, { granularity }).segment(text),
];

/** The word, or the run of spaces, that this place is in. */
export function wordAround(text: string, at: number): [number, number] {
  const all = segments(text, 'word');
  const inside = all.find(({ index, segment }) => at < index + segment.length) ?? all.at(-1);
  return inside ? [inside.index, inside.index + inside.segment.length] : [0, 0];
}

export type Unit = 'character' | 'word' | 'line' | 'lineboundary' | 'documentboundary';

const isWord = (segment: string): boolean => /[\p{L}\p{N}_]/u.test(segment);

/** `to`: the place that one step leads to. Line ends are those of the text, not those of its layout. */
export function step(text: string, at: number, back: boolean, unit: Unit): number {
  switch (unit) {
    case 'documentboundary':
      return back ? 0 : text.length;
    case 'lineboundary': {
      if (back) return text.lastIndexOf('\n', at - 1) + 1;
      const end = text.indexOf('\n', at);
      return end < 0 ? text.length : end;
    }
    case 'line': {
      const start = text.lastIndexOf('\n', at - 1) + 1;
      const column = at - start;
      if (back) {
        if (start === 0) return 0;
        const above = text.lastIndexOf('\n', start - 2) + 1;
        return Math.min(above + column, start - 1);
      }
      const end = text.indexOf('\n', at);
      if (end < 0) return text.length;
      const next = text.indexOf('\n', end + 1);
      return Math.min(end + 1 + column, next < 0 ? text.length : next);
    }
    case 'word': {
      const words = segments(text, 'word').filter(({ segment }) => isWord(segment));
      if (back) return words.findLast(({ index }) => index < at)?.index ?? 0;
      const next = words.find(({ index, segment }) => index + segment.length > at);
      return next ? next.index + next.segment.length : text.length;
    }
    case 'character': {
      if (back) {
        const before = segments(text.slice(0, at), 'grapheme').at(-1);
        return before?.index ?? 0;
      }
      const [after] = segments(text.slice(at), 'grapheme');
      return at + (after?.segment.length ?? 0);
    }
  }
}
