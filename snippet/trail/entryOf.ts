// What the page is told of a session is what its trail holds: an event of the public surface as an entry; null where it is none.
import type { Entry } from '../../protocol/entry.ts';
import type { AlongsideEvents, EventName } from '../surface.ts';

export type Emitted = {
  [E in EventName]: { readonly event: E; readonly detail: AlongsideEvents[E] };
}[EventName];

export function entryOf(effect: Emitted): Entry | null {
  switch (effect.event) {
    case 'sessionStarted':
      return effect.detail.resumed ? null : { kind: 'viewGranted' };
    case 'controlRequested':
      return { kind: 'controlRequested', kinds: [...effect.detail.kinds] };
    case 'controlGranted':
      return {
        kind: 'controlGranted',
        kinds: [...effect.detail.kinds],
        once: effect.detail.once,
      };
    case 'controlDeclined':
      return { kind: 'controlDeclined', by: 'customer' };
    case 'controlRevoked':
      return { kind: 'controlRevoked', reason: effect.detail.reason };
    case 'paused':
      return { kind: 'paused', by: 'customer', rule: '' };
    case 'resumed':
      return { kind: 'resumed' };
    case 'sessionEnded':
      return { kind: 'ended', reason: effect.detail.reason };
    default:
      return null;
  }
}
