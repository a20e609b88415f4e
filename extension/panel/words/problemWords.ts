// Why signing in or starting did not work: one sentence and one next step.
import type { ApiProblem } from '../../session/relayApi.ts';
import type { RelayAddress } from '../../settings/parseRelayAddress.ts';

export type AddressProblem = Extract<RelayAddress, { ok: false }>['problem'];

export function problemWords(problem: ApiProblem | AddressProblem | 'noToken'): string {
  switch (problem) {
    case 'noAddress':
      return 'That is not an address. It looks like https://relay.example.';
    case 'insecureAddress':
      return 'The address must begin with https: page content travels over it.';
    case 'noToken':
      return 'The token is missing. Your support lead has it.';
    case 'unreachable':
      return 'The relay does not answer. Check the address and your connection, then try again.';
    case 'notARelay':
      return 'Something answers there, but no relay. Check the address.';
    case 'signInNeeded':
      return 'The relay does not know this token. Check it, or ask your support lead for a new one.';
    case 'agentRevoked':
      return 'This token was revoked. Ask your support lead for a new one.';
    case 'tooManySessions':
      return 'You have too many sessions open. End one, then try again.';
    case 'tooManyGuesses':
      return 'Too many attempts. Wait a minute, then try again.';
    default:
      return 'The relay could not do that. Try again in a moment.';
  }
}
