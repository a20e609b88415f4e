// What can be wrong with a security key, and the sentence that tells the customer what to do next.
import type { Problem } from '../../protocol/api.ts';

export type KeyProblem =
  | { readonly is: 'incomplete' | 'relayDown' | 'blocked' | Exclude<Problem, 'tooManyGuesses'> }
  | { readonly is: 'tooManyGuesses'; readonly retryAfterMs: number };

export function keyProblemSentence(problem: KeyProblem): string {
  switch (problem.is) {
    case 'incomplete':
      return 'A security key has nine digits.';
    case 'keyUnknown':
      return 'That key is not right. Check the digits with the agent.';
    case 'keyUsed':
      return 'That key was used already. Ask the agent for a new one.';
    case 'keyExpired':
      return 'That key has run out. Ask the agent for a new one.';
    case 'tooManyGuesses':
      return `Too many tries. Wait ${waitOf(problem.retryAfterMs)}, then try again.`;
    case 'originNotAllowed':
    case 'blocked':
      return 'This website is not set up for sharing. Please tell the agent.';
    default:
      return 'Sharing cannot be reached right now. Check your connection and try again.';
  }
}

function waitOf(delayMs: number): string {
  const seconds = Math.max(1, Math.ceil(delayMs / 1000));
  if (seconds > 90) return `${Math.ceil(seconds / 60)} minutes`;
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}
