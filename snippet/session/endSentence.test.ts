// Every end has its words.
import { expect, test } from 'vitest';
import { closeCodes } from '../../protocol/closeCodes.ts';
import { endReasons } from '../../protocol/endReasons.ts';
import { endSentence } from './endSentence.ts';
import type { Ending } from './state.ts';

test.each(endReasons)('[SESSION-7] %s is told, and that the call goes on', (reason) => {
  expect(endSentence(reason, 'Sam')).toMatch(/^[A-Z].+\. Your call goes on\.$/);
});

test('[SESSION-7] who ended it is named', () => {
  expect(endSentence('endedByAgent', 'Sam')).toContain('Sam ended');
  expect(endSentence('endedByCustomer', 'Sam')).toContain('You stopped');
});

test('[SESSION-7] every final close has words of its own kind', () => {
  for (const name of Object.keys(closeCodes) as Ending[])
    expect(endSentence(name, 'Sam')).toMatch(/^[A-Z].+\.$/);
  expect(endSentence('superseded', 'Sam')).toBe('Sharing goes on in another tab.');
  expect(endSentence('participantTooOld', 'Sam')).toContain('Reload');
});
