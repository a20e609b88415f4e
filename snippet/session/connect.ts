// One member's channel to the room, told in the session's words. After `drop` it says nothing more.
import { createChannel } from '../../channel/channel.ts';
import type { Channel } from '../../channel/channel.ts';
import { sessionPath } from '../../protocol/api.ts';
import type { Message } from '../../protocol/frame.ts';
import type { Event, Membership } from './state.ts';

const partingMs = 2000;

export interface Connection extends Channel {
  drop(): void;
  /** Drops it once the relay has said farewell, or after a while: all that is heard until then. */
  part(hear: (message: Message) => void): void;
}

export function connect(
  relay: string,
  { session, token }: Membership,
  receive: (message: Message) => void,
  dispatch: (event: Event) => void,
  onFrame: (frame: Uint8Array<ArrayBuffer>) => void,
): Connection {
  let dropped = false;
  let hearLast: ((message: Message) => void) | null = null;
  const channel = createChannel({
    relay,
    path: sessionPath(session),
    token: () => token,
    onFrame,
    onMessage(message) {
      if (!dropped) receive(message);
      else hearLast?.(message);
    },
    onState(line) {
      if (dropped) return;
      if (line.status === 'closed') {
        if (line.name !== null) dispatch({ is: 'lineClosed', name: line.name });
      } else if (line.status !== 'open') dispatch({ is: 'line', line: line.status });
    },
  });
  return {
    ...channel,
    drop() {
      dropped = true;
      hearLast = null;
      channel.close();
    },
    part(hear) {
      dropped = true;
      hearLast = hear;
      setTimeout(channel.close, partingMs);
    },
  };
}
