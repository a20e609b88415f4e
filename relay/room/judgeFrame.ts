// What becomes of a frame: judged by its sender's role, its first byte and its size alone. The payload is never read.
import type { CloseName } from '../../protocol/closeCodes.ts';
import { maxFrameBytes } from '../../protocol/frame.ts';
import { kindOf, kinds } from '../../protocol/kinds.ts';
import type { Kind } from '../../protocol/kinds.ts';
import type { Role } from '../../protocol/roles.ts';
import type { RoomState } from './roomState.ts';

export type FrameVerdict =
  | { readonly type: 'close'; readonly name: CloseName }
  /** Allowed, but too early or too late: its sender could not know. */
  | { readonly type: 'drop' }
  | { readonly type: 'pong' }
  | { readonly type: 'pass'; readonly kind: Kind };

const close = (name: CloseName): FrameVerdict => ({ type: 'close', name });

export function judgeFrame(role: Role, frame: Uint8Array | string, state: RoomState): FrameVerdict {
  if (typeof frame === 'string')
    return frame === 'ping' ? { type: 'pong' } : close('malformedFrame');
  const first = frame[0];
  const kind = first === undefined ? null : kindOf(first);
  if (kind === null) return close('malformedFrame');
  const route = kinds[kind];
  if (!route.from.includes(role)) return close('notAllowed');
  if (frame.length > maxFrameBytes(kind)) return close('frameTooLarge');
  const open =
    route.when === 'always' ||
    (state.status === 'active' && (route.when === 'active' || state.mode === 'write'));
  return open ? { type: 'pass', kind } : { type: 'drop' };
}
