// Where the caret of a text field goes by a key. Pure.

/** `from` stays where it is while `to` moves: what lies between is selected. Positions in UTF-16 units. */
export interface Caret {
  readonly from: number;
  readonly to: number;
}

const wordBefore = (value: string, at: number): number =>
  value.slice(0, at).trimEnd().replace(/\S+$/, '').length;
const wordAfter = (value: string, at: number): number =>
  at + (/^\s*\S*/.exec(value.slice(at))?.[0].length ?? 0);

/** A character outside the basic plane is passed in one step. */
const before = (value: string, at: number): number =>
  Math.max(0, at - (value.codePointAt(at - 2)! > 0xffff ? 2 : 1));
const after = (value: string, at: number): number =>
  Math.min(value.length, at + (value.codePointAt(at)! > 0xffff ? 2 : 1));

const lineStart = (value: string, at: number): number => value.lastIndexOf('\n', at - 1) + 1;
function lineEnd(value: string, at: number): number {
  const end = value.indexOf('\n', at);
  return end < 0 ? value.length : end;
}

function movedTo(value: string, key: string, at: number, word: boolean): number {
  const start = at > 0 ? lineStart(value, at) : 0;
  switch (key) {
    case 'ArrowLeft':
      return word ? wordBefore(value, at) : before(value, at);
    case 'ArrowRight':
      return word ? wordAfter(value, at) : after(value, at);
    case 'Home':
      return word ? 0 : start;
    case 'End':
      return word ? value.length : lineEnd(value, at);
    case 'ArrowUp':
      if (start === 0) return 0;
      return Math.min(start - 1, (start > 1 ? lineStart(value, start - 1) : 0) + at - start);
    default: {
      const end = lineEnd(value, at);
      if (end === value.length) return end;
      return Math.min(lineEnd(value, end + 1), end + 1 + at - start);
    }
  }
}

/** `word`: the key is held with Control. */
export function moveCaret(
  value: string,
  caret: Caret,
  key: string,
  extend: boolean,
  word: boolean,
): Caret {
  const sideways = key === 'ArrowLeft' || key === 'ArrowRight';
  if (!extend && !word && sideways && caret.from !== caret.to) {
    const at = (key === 'ArrowLeft' ? Math.min : Math.max)(caret.from, caret.to);
    return { from: at, to: at };
  }
  const to = movedTo(value, key, caret.to, word);
  return { from: extend ? caret.from : to, to };
}

/** The word that `at` stands in. */
export function wordAt(value: string, at: number): Caret {
  const from = at - (/[\p{L}\p{N}_]*$/u.exec(value.slice(0, at))?.[0].length ?? 0);
  const to = at + (/^[\p{L}\p{N}_]*/u.exec(value.slice(at))?.[0].length ?? 0);
  return { from, to };
}
