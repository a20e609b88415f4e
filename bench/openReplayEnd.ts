// OpenReplay's far end, as much of it as its tracker needs to record and to show its page to an agent.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WebSocket } from 'ws';

export interface OpenReplayEnd {
  /** True when the request was one for it. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
  /** A page's line for agents has been opened. */
  join(socket: WebSocket): void;
  /** An agent comes: from now on the page is sent live, from a snapshot on. */
  summonAgent(): void;
}

const session = {
  token: 'none',
  userUUID: 'none',
  projectID: '1',
  sessionID: '1',
  userID: '',
  beaconSizeLimit: 1_000_000,
  compressionThreshold: 24_000,
  delay: 0,
  assistOnly: false,
  lockedTabs: [],
  conditions: [],
  canvasEnabled: false,
  features: {},
};
/** Engine.IO 4 and Socket.IO 5, of which each packet begins with its kind. */
const opened = `0${JSON.stringify({ sid: 'none', upgrades: [], pingInterval: 600_000, pingTimeout: 600_000, maxPayload: 1e9 })}`;
const agentComes = `42${JSON.stringify(['NEW_AGENT', 'agent', { name: 'Agent', agentId: 'agent' }])}`;

export function createOpenReplayEnd(received: Buffer[]): OpenReplayEnd {
  let line: WebSocket | null = null;
  let isWatched = false;
  return {
    answer(request, response) {
      const path = request.url ?? '';
      if (!path.startsWith('/ingest/')) return false;
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        if (path.includes('/web/i?') && !isWatched) received.push(Buffer.concat(parts));
        response.writeHead(200, { 'content-type': 'application/json' });
        const isStart = path.includes('/web/start');
        response.end(isStart ? JSON.stringify({ ...session, startTimestamp: Date.now() }) : '{}');
      });
      return true;
    },
    join(socket) {
      line = socket;
      isWatched = false;
      socket.send(opened);
      socket.on('message', (data: Buffer) => {
        const text = data.toString();
        if (text.startsWith('40')) socket.send('40{"sid":"none"}');
        if (isWatched && text.startsWith('42["messages"')) received.push(data);
      });
    },
    summonAgent() {
      if (!line) throw new Error('OpenReplay has opened no line for agents');
      isWatched = true;
      line.send(agentComes);
    },
  };
}
