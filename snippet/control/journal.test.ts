// What came of commands, remembered by number.
import { expect, test } from 'vitest';
import { limits } from '../../protocol/limits.ts';
import { createJournal } from './journal.ts';

function memory(text: string | null = null) {
  const store = { text, read: () => store.text, write: (next: string) => void (store.text = next) };
  return store;
}

test('[CONTROL-8] what was begun and not ended is unknown, on the next page too', () => {
  const store = memory();
  const journal = createJournal(store);
  expect(journal.find(7)).toBeNull();
  journal.begin(7, true);
  expect(journal.find(7)).toBe('unknown');
  expect(createJournal(store).find(7)).toBe('unknown');
  journal.end(7, 'performed', true);
  expect(createJournal(store).find(7)).toBe('performed');
  expect(createJournal(store).find(8)).toBeNull();
});

test('[CONTROL-8] a number below the last that nobody remembers is unknown, never new', () => {
  const journal = createJournal(memory());
  journal.end(9, 'locked', true);
  expect(journal.find(8)).toBe('unknown');
  for (let number = 10; number < 10 + limits.openCommands; number++)
    journal.end(number, 'performed', true);
  expect(journal.find(9)).toBe('unknown');
  expect(journal.find(10)).toBe('performed');
});

test('[CONTROL-8] the tab keeps numbers alone, and only of what acts', () => {
  const store = memory();
  const journal = createJournal(store);
  journal.end(1, 'performed', false);
  expect(store.text).toBeNull();
  journal.end(2, 'locked', true);
  expect(JSON.parse(store.text!)).toEqual([[2, 5]]);
});

test.each(['', '{', 'null', '3', '[[1]]', '[["a",1]]', '[[1,999]]', '[[1.5,0]]', '[null]'])(
  '[CONTROL-8] a store that holds %j breaks nothing',
  (text) => {
    const journal = createJournal(memory(text));
    expect(['unknown', null]).toContain(journal.find(1));
    journal.end(5, 'performed', true);
    expect(journal.find(5)).toBe('performed');
  },
);
