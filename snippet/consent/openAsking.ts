// Asks the customer: for the security key, and for the two consents. A part of its own, fetched when there is something to ask:
// most pages of a session only go on with it.
import type { ControlKind } from '../../protocol/command.ts';
import type { SecurityKey } from '../../protocol/ids.ts';
import type { Host } from '../overlay/createHost.ts';
import { openConsentPrompt } from './consentPrompt.ts';
import { openKeyDialog } from './keyDialog.ts';
import type { KeyProblem } from './keyProblem.ts';
import type { Prompt } from './openPrompt.ts';

export type Asking =
  | { readonly for: 'key'; readonly now: KeyProblem | { readonly is: KeyDialogState } }
  | { readonly for: 'view'; readonly agentName: string; readonly company: string }
  | {
      readonly for: 'control';
      readonly agentName: string;
      readonly kinds: readonly ControlKind[];
    }
  /** A command would press what commits. */
  | { readonly for: 'confirm'; readonly agentName: string; readonly label: string };

export type KeyDialogState = 'calm' | 'connecting' | 'unreachable';

export type Answer =
  | { readonly is: 'keyEntered'; readonly key: SecurityKey }
  | { readonly is: 'keyRefused'; readonly problem: { readonly is: 'incomplete' } }
  | { readonly is: 'dialogClosed' }
  | { readonly is: 'viewAnswered' | 'confirmAnswered'; readonly allowed: boolean }
  | {
      readonly is: 'controlAnswered';
      readonly kinds: readonly ControlKind[];
      readonly once: boolean;
    };

export interface Asked extends Prompt {
  /** What there is to say now; of the same kind as what it was opened for. */
  show(asking: Asking): void;
}

export function openAsking(host: Host, asking: Asking, answer: (answer: Answer) => void): Asked {
  if (asking.for === 'key') return openKeyDialog(host, answer);
  return { ...openConsentPrompt(host, asking, answer), show: () => undefined };
}
