// Who a connection speaks for, as admission read it from the signed token: never what a message says.
import type { ParticipantId } from '../../protocol/ids.ts';
import type { Role } from '../../protocol/roles.ts';

export interface Identity {
  readonly role: Role;
  readonly participant: ParticipantId;
  readonly name: string;
}
