// What keeps the agent from what the customer has granted (interface): the policy's word on kinds, and on what is asked about each time.
import type { Action, ControlKind } from '../../protocol/command.ts';

export interface Limits {
  /** Of this kind nothing is performed, whatever is granted. */
  denies(kind: ControlKind): boolean;
  /** Whether the customer is asked before this is pressed: told of each element that the action would press, down to a form's buttons. `commits`: what pressing it would do, by its role, method and words. */
  mustConfirm(element: Element, action: Action, commits: () => boolean): boolean;
}

/** Where no policy says otherwise. */
export const builtInLimits: Limits = { denies: () => false, mustConfirm: () => false };
