// The relay on Node: one process, one data file. Puts the core's parts on `ws`, node:http and node:sqlite.
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { admit } from '../../admission/admit.ts';
import { issueAgentToken } from '../../admission/agentToken.ts';
import { readRoomToken } from '../../admission/roomToken.ts';
import { createApi } from '../../http/api.ts';
import { createRelayHttp } from '../../http/relayHttp.ts';
import { createLedger } from '../../ledger/ledger.ts';
import { createTrailStore } from '../../ledger/trailStore.ts';
import { defaultTimes } from '../../times.ts';
import type { RelayTimes } from '../../times.ts';
import { realClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { createHttpServer } from './httpServer.ts';
import { createNodeRooms } from './nodeRooms.ts';
import { openData } from './openData.ts';
import { openPolicyFile } from './policyFile.ts';
import { readSecret } from './readSecret.ts';
import { createRoomStore } from './roomStore.ts';
import { snippetFolder } from './snippetFolder.ts';
import { attachSockets } from './sockets.ts';

export interface RelayOptions {
  /** 127.0.0.1 unless told otherwise. */
  readonly host?: string;
  /** 0, the default, for any that is free. */
  readonly port?: number;
  /** The data file; `:memory:`, the default, keeps nothing. */
  readonly data?: string;
  /** At least 32 characters; without it the data file keeps one of its own. */
  readonly secret?: string;
  readonly company?: string;
  /** Origins whose pages may redeem a security key; any when left out. */
  readonly origins?: readonly string[];
  /** Whether a proxy in front tells the caller's address in X-Forwarded-For. */
  readonly trustProxy?: boolean;
  /** Folder of the built snippet. */
  readonly snippet?: string;
  /** A file with the site policy, watched for edits; without it there are no rules. */
  readonly policy?: string;
  readonly clock?: Clock;
  readonly times?: Partial<RelayTimes>;
  /** Told of what broke inside; standard error when left out. */
  readonly failed?: (error: unknown) => void;
}

/** How long a stop waits for those who do not answer its goodbye. */
const drainMs = 2000;

export interface Relay {
  readonly origin: string;
  issueAgentToken(name: string): Promise<string>;
  /** Sessions are kept: with a data file they go on when the relay is back. */
  close(): Promise<void>;
}

export async function startRelay(options: RelayOptions = {}): Promise<Relay> {
  const {
    host = '127.0.0.1',
    port = 0,
    company = '',
    origins = null,
    trustProxy = false,
    snippet = snippetFolder(),
    clock = realClock,
    failed = (error: unknown) => console.error('The relay failed inside:', error),
  } = options;
  const times: RelayTimes = { ...defaultTimes, ...options.times };
  const policyFile = options.policy
    ? // oxlint-disable-next-line no-console -- whoever edits the file has to read it
      openPolicyFile(options.policy, (sentence) => console.error(sentence))
    : null;
  const currentPolicy = () => policyFile?.current() ?? [];
  const data = openData(options.data ?? ':memory:');
  const secret = await readSecret(data.sql, options.secret);
  const ledger = createLedger(data.sql);
  const trails = createTrailStore(data.sql);
  const rooms = createNodeRooms({
    store: createRoomStore(data.sql),
    ledger,
    trails,
    clock,
    times,
    policy: currentPolicy,
  });
  policyFile?.watch(rooms.policyChanged);

  const http = createRelayHttp({
    api: createApi({
      ...times,
      company,
      origins,
      secret,
      ledger,
      trails,
      rooms,
      policy: currentPolicy,
      nowMs: clock.nowMs,
      failed,
    }),
    findFile: (name) =>
      readFile(join(snippet, name)).then(
        (bytes) => new Uint8Array(bytes),
        () => null,
      ),
  });
  const server = createHttpServer(http, trustProxy, failed);
  const sockets = attachSockets(
    server,
    rooms,
    async (room, query) => {
      const claim = await readRoomToken(secret, query.get('token') ?? '', clock.nowMs());
      const agent = claim?.identity.role === 'agent' ? claim.identity.participant : null;
      return admit(
        { room, version: query.get('v'), claim },
        {
          session: ledger.session(room),
          revoked: agent !== null && ledger.agent(agent)?.revokedMs !== null,
        },
      );
    },
    failed,
  );

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  let closing: Promise<void> | null = null;
  const { port: boundPort } = server.address() as AddressInfo;

  return {
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}`,
    issueAgentToken: async (name) =>
      (await issueAgentToken(secret, ledger, name, clock.nowMs())).token,
    close: () => (closing ??= drain()),
  };

  async function drain(): Promise<void> {
    policyFile?.close();
    rooms.close();
    sockets.close();
    const gone = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const patience = setTimeout(() => {
      sockets.terminate();
      server.closeAllConnections();
    }, drainMs);
    await gone;
    clearTimeout(patience);
    data.close();
  }
}
