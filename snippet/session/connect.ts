// One member's channel to the room, told in the session's words. After `drop` it says nothing more.
import { createChannel } from '../../channel/channel.ts';
import type { Channel } from '../../channel/channel.ts';
import { sessionPath } from '../../protocol/api.ts';
import type { Message } from '../../protocol/frame.ts';
import type { Event, Membership } from './state.ts';

export interface Connection extends Channel {
  drop(): void;
}

export function connect(
  relay: string,
  { session, token }: Membership,
  receive: (message: Message) => void,
  dispatch: (event: Event) => void,
  onFrame: (frame: Uint8Array<ArrayBuffer>) => void,
): Connection {
  let dropped = false;
  const channel = createChannel({
    relay,
    path: sessionPath(session),
    token: () => token,
    onFrame,
    onMessage(message) {
      if (!dropped) receive(message);
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
      channel.close();
    },
  };
}
