// A security key while it is typed.
import { expect, test } from 'vitest';
import { groupDigits } from './groupDigits.ts';

/** `|` is the caret. */
function typed(marked: string): string {
  const { text, caret } = groupDigits({
    text: marked.replace('|', ''),
    caret: marked.indexOf('|'),
  });
  return `${text.slice(0, caret)}|${text.slice(caret)}`;
}

test.each([
  ['|', '|'],
  ['12|', '12|'],
  ['1234|', '123 4|'],
  ['123456789|', '123 456 789|'],
  ['123-456-789|', '123 456 789|'],
  [' 123 . 456 . 789 |', '123 456 789|'],
  ['1234567890|', '123 456 789|'],
  ['1x|2', '1|2'],
  ['12|3456', '12|3 456'],
  ['1239|45 6', '123 9|45 6'],
])('%s becomes %s', (before, after) => {
  expect(typed(before)).toBe(after);
});
