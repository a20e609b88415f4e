// The messages of control as most tests need them: everything asked for, everything granted.
import { controlKinds } from '../command.ts';
import type { MessageOf } from '../frame.ts';
import type { GrantId } from '../ids.ts';

export const requestAll: MessageOf<'controlRequested'> = {
  kind: 'controlRequested',
  kinds: [...controlKinds],
};

export const grantAll = (grant: number): MessageOf<'controlGranted'> => ({
  kind: 'controlGranted',
  grant: grant as GrantId,
  kinds: [...controlKinds],
  once: [],
});

export const declineControl: MessageOf<'controlDeclined'> = {
  kind: 'controlDeclined',
  reason: 'customer',
};
