// Caret movement, written with | where the caret is and ^ where a selection began.
import { expect, test } from 'vitest';
import { moveCaret, wordAt } from './caret.ts';

function read(text: string) {
  const plain = text.replace(/[|^]/g, '');
  const to = text.replace('^', '').indexOf('|');
  const from = text.includes('^') ? text.replace('|', '').indexOf('^') : to;
  return { plain, caret: { from, to } };
}
function move(text: string, key: string, extend = false, word = false): string {
  const { plain, caret } = read(text);
  const { from, to } = moveCaret(plain, caret, key, extend, word);
  if (from === to) return `${plain.slice(0, to)}|${plain.slice(to)}`;
  const [first, second] = from < to ? ['^', '|'] : ['|', '^'];
  const [start, end] = [Math.min(from, to), Math.max(from, to)];
  return plain.slice(0, start) + first + plain.slice(start, end) + second + plain.slice(end);
}

test.each([
  ['a|bc', 'ArrowLeft', '|abc'],
  ['|abc', 'ArrowLeft', '|abc'],
  ['abc|', 'ArrowRight', 'abc|'],
  ['a😀|b', 'ArrowLeft', 'a|😀b'],
  ['a|😀b', 'ArrowRight', 'a😀|b'],
  ['a^bc|d', 'ArrowLeft', 'a|bcd'],
  ['a|bc^d', 'ArrowRight', 'abc|d'],
  ['one\ntw|o', 'Home', 'one\n|two'],
  ['o|ne\ntwo', 'End', 'one|\ntwo'],
  ['one\ntw|o', 'ArrowUp', 'on|e\ntwo'],
  ['one\n|', 'ArrowUp', '|one\n'],
  ['\nab|', 'ArrowUp', '|\nab'],
  ['lon|g\nab', 'ArrowDown', 'long\nab|'],
  ['one\ntw|o', 'ArrowDown', 'one\ntwo|'],
  ['o|ne', 'ArrowUp', '|one'],
])('%j %s: %j', (before, key, after) => {
  expect(move(before, key)).toBe(after);
});

test.each([
  ['one two|', 'ArrowLeft', 'one |two'],
  ['one |two', 'ArrowLeft', '|one two'],
  ['|one two', 'ArrowRight', 'one| two'],
  ['one\ntw|o', 'Home', '|one\ntwo'],
  ['o|ne\ntwo', 'End', 'one\ntwo|'],
])('by words or to the ends, %j %s: %j', (before, key, after) => {
  expect(move(before, key, false, true)).toBe(after);
});

test('with Shift the other end of the selection stays', () => {
  expect(move('ab|c', 'ArrowLeft', true)).toBe('a|b^c');
  expect(move('a|b^c', 'ArrowLeft', true)).toBe('|ab^c');
  expect(move('a|b^c', 'ArrowRight', true)).toBe('ab|c');
  expect(move('one two|', 'ArrowLeft', true, true)).toBe('one |two^');
});

test('the word at a position', () => {
  expect(wordAt('ein schönes Haus', 6)).toEqual({ from: 4, to: 11 });
  expect(wordAt('a  b', 2)).toEqual({ from: 2, to: 2 });
});
