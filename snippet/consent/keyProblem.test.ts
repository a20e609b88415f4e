// Every problem with a key has its sentence.
import { expect, test } from 'vitest';
import { problems } from '../../protocol/api.ts';
import { keyProblemSentence } from './keyProblem.ts';
import type { KeyProblem } from './keyProblem.ts';

test('[CONSENT-6] each way of refusing a key is a sentence that names the next step or the cause', () => {
  const all: KeyProblem[] = [
    ...Object.keys(problems)
      .filter((name) => name !== 'tooManyGuesses')
      .map((name) => ({ is: name }) as KeyProblem),
    { is: 'incomplete' },
    { is: 'relayDown' },
    { is: 'blocked' },
    { is: 'tooManyGuesses', retryAfterMs: 1 },
  ];
  for (const problem of all) expect(keyProblemSentence(problem)).toMatch(/^[A-Z].+\.$/);
  const named = ['keyUnknown', 'keyUsed', 'keyExpired', 'incomplete', 'relayDown', 'blocked'];
  const sentences = named.map((is) => keyProblemSentence({ is } as KeyProblem));
  expect(new Set(sentences).size).toBe(named.length);
});

test.each([
  [400, '1 second'],
  [41_200, '42 seconds'],
  [600_000, '10 minutes'],
])(
  '[CONSENT-6] after too many tries it says how long to wait: %d ms is %s',
  (retryAfterMs, words) => {
    expect(keyProblemSentence({ is: 'tooManyGuesses', retryAfterMs })).toContain(`Wait ${words},`);
  },
);
