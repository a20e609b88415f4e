// A participant as the suite plays it: HTTP calls from an address of its own, and sockets that remember what came.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { RedeemAnswer, SessionAnswer } from '../../protocol/api.ts';
import { sessionPath } from '../../protocol/api.ts';
import { decode, encode } from '../../protocol/frame.ts';
import type { Message, MessageOf } from '../../protocol/frame.ts';
import type { Kind } from '../../protocol/kinds.ts';
import { PROTOCOL_VERSION } from '../../protocol/version.ts';
import type { Target } from './target.ts';

export interface Close {
  readonly code: number;
  readonly reason: string;
}

export interface Connection {
  /** Everything that came, in order; texts as they are. */
  readonly received: readonly (Message | string)[];
  readonly closed: Promise<Close>;
  readonly isOpen: () => boolean;
  send(message: Message): void;
  sendBytes(data: Uint8Array | string): void;
  /** The next message of that kind that no call before has returned; fails when the connection closes first. */
  next<K extends Kind>(kind: K): Promise<MessageOf<K>>;
  nextText(): Promise<string>;
  close(): void;
}

let addresses = 0;
/** Nobody's guesses may count for anybody else's. */
export const freshAddress = () => `2001:db8:${(++addresses).toString(16)}::1`;

export interface Call {
  readonly method?: string;
  readonly token?: string;
  readonly body?: string;
  readonly address?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function call(target: Target, path: string, options: Call = {}): Promise<Response> {
  const { method = 'GET', token, body, address = freshAddress(), headers } = options;
  return fetch(new URL(path, target.origin), {
    method,
    ...(body !== undefined && { body }),
    headers: {
      'x-forwarded-for': address,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
  });
}

export async function createSession(target: Target, agentToken: string): Promise<SessionAnswer> {
  const answer = await call(target, '/api/sessions', { method: 'POST', token: agentToken });
  if (answer.status !== 201) throw new Error(`POST /api/sessions: ${answer.status}`);
  return (await answer.json()) as SessionAnswer;
}

export const redeem = (target: Target, securityKey: string, options: Call = {}) =>
  call(target, '/api/keys/redeem', {
    method: 'POST',
    body: JSON.stringify({ securityKey }),
    ...options,
    headers: { origin: 'https://shop.example', ...options.headers },
  });

export async function redeemed(target: Target, securityKey: string): Promise<RedeemAnswer> {
  const answer = await redeem(target, securityKey);
  if (answer.status !== 200) throw new Error(`POST /api/keys/redeem: ${answer.status}`);
  return (await answer.json()) as RedeemAnswer;
}

export interface Knock {
  readonly session: string;
  readonly token: string;
  readonly version?: string | null;
}

export async function connect(target: Target, knock: Knock): Promise<Connection> {
  const { session, token, version = String(PROTOCOL_VERSION) } = knock;
  const url = new URL(sessionPath(session as SessionAnswer['session']), target.origin);
  url.protocol = 'ws:';
  url.searchParams.set('token', token);
  if (version !== null) url.searchParams.set('v', version);
  const socket = new WebSocket(url, { perMessageDeflate: false });
  const received: (Message | string)[] = [];
  const returned = new Set<Message | string>();
  let changed = Promise.withResolvers<void>();
  let close: Close | null = null;
  const closed = Promise.withResolvers<Close>();
  const change = () => {
    changed.resolve();
    changed = Promise.withResolvers();
  };
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (isBinary) {
      const decoded = decode(data);
      received.push(decoded.ok ? decoded.message : `not decoded: ${decoded.problem}`);
    } else received.push(data.toString());
    change();
  });
  socket.on('close', (code, reason) => {
    close = { code, reason: reason.toString() };
    closed.resolve(close);
    change();
  });
  await once(socket, 'open');

  // The relay's close frame is what counts; workerd lets go of the line itself only seconds later.
  let closing = false;
  const hangUp = setInterval(() => {
    if (!closing && socket.readyState === socket.CLOSING) socket.terminate();
  }, 10);
  socket.on('close', () => clearInterval(hangUp));

  async function find<T>(wanted: (entry: Message | string) => boolean, name: string): Promise<T> {
    for (;;) {
      const found = received.find((entry) => !returned.has(entry) && wanted(entry));
      if (found !== undefined) {
        if (typeof found === 'string') received[received.indexOf(found)] = `${found} (read)`;
        else returned.add(found);
        return found as T;
      }
      if (close) throw new Error(`closed with ${close.code} ${close.reason} before ${name} came`);
      await changed.promise;
    }
  }

  return {
    received,
    closed: closed.promise,
    isOpen: () => close === null,
    send: (message) => socket.send(encode(message)),
    sendBytes: (data) => socket.send(data),
    next: <K extends Kind>(kind: K) =>
      find<MessageOf<K>>((entry) => typeof entry !== 'string' && entry.kind === kind, kind),
    nextText: () =>
      find<string>((entry) => typeof entry === 'string' && !entry.endsWith('(read)'), 'a text'),
    close: () => {
      closing = true;
      socket.close(1000);
    },
  };
}
