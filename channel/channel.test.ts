// A channel against a WebSocket server on loopback: order, deflating, coming back, and not coming back.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { closeCodes } from '../protocol/closeCodes.ts';
import type { CloseName } from '../protocol/closeCodes.ts';
import { encode } from '../protocol/frame.ts';
import type { Message } from '../protocol/frame.ts';
import { DEFLATED, kinds } from '../protocol/kinds.ts';
import type { Kind } from '../protocol/kinds.ts';
import { limits } from '../protocol/limits.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import { createChannel } from './channel.ts';
import type { Channel, ChannelState } from './channel.ts';
import { deflate } from './deflate.ts';

let server: WebSocketServer;
let channels: Channel[] = [];

interface Line {
  readonly socket: WebSocket;
  readonly url: URL;
  /** Frames and texts that reached the server on this line. */
  readonly frames: (Buffer | string)[];
}
const lines: Line[] = [];

beforeEach(async () => {
  server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('connection', (socket: WebSocket, request) => {
    const line: Line = { socket, url: new URL(request.url ?? '', 'http://relay'), frames: [] };
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      line.frames.push(isBinary ? data : data.toString());
    });
    lines.push(line);
  });
  await once(server, 'listening');
});

afterEach(async () => {
  vi.useRealTimers();
  for (const channel of channels) channel.close();
  channels = [];
  lines.length = 0;
  for (const socket of server.clients) socket.terminate();
  await new Promise((resolve) => server.close(resolve));
});

function open() {
  const states: ChannelState[] = [];
  const messages: Message[] = [];
  const malformed: (Kind | null)[] = [];
  let attempts = 0;
  const channel = createChannel({
    relay: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    path: '/parties/session/room',
    token: () => `token-${++attempts}`,
    onMessage: (message) => messages.push(message),
    onState: (state) => states.push(state),
    onMalformed: (kind) => malformed.push(kind),
  });
  channels.push(channel);
  return { channel, states, messages, malformed, attempts: () => attempts };
}

const until = (condition: () => boolean) =>
  vi.waitUntil(condition, { timeout: 15_000, interval: 5 });
const batch = (sequence: number, bytes: number): Message => ({
  kind: 'batch',
  sequence,
  ops: crypto.getRandomValues(new Uint8Array(bytes)),
});
const isOpen = ({ states }: { states: ChannelState[] }) => states.at(-1)?.status === 'open';

test('[ADMIT-4] a channel says its token and its version when it connects', async () => {
  const it = open();
  await until(() => isOpen(it));
  expect(it.states.map(({ status }) => status)).toEqual(['connecting', 'open']);
  expect(Object.fromEntries(lines[0]!.url.searchParams)).toEqual({
    token: 'token-1',
    v: String(PROTOCOL_VERSION),
  });
  expect(lines[0]!.url.pathname).toBe('/parties/session/room');
});

test('[PROTO-5] messages keep their order, deflated or not, there and back', async () => {
  const it = open();
  await until(() => isOpen(it));
  const { socket, frames } = lines[0]!;
  socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
  const sent: Message[] = [];
  for (let sequence = 0; sequence < 60; sequence++) {
    // Large ones take time to deflate, and the small ones behind them must not pass.
    const message = batch(sequence, sequence % 3 === 0 ? 40_000 : 10);
    sent.push(message);
    expect(it.channel.send(message)).toBe(true);
  }
  await until(() => it.messages.length === sent.length);
  expect(it.messages).toEqual(sent);
  expect(frames.map((frame) => ((frame as Buffer)[0]! & DEFLATED) !== 0)).toEqual(
    sent.map((_, sequence) => sequence % 3 === 0),
  );
  expect(it.malformed).toEqual([]);
});

test('[PROTO-7] a line that breaks is tried again with a fresh token, and nothing is sent twice', async () => {
  const it = open();
  await until(() => isOpen(it));
  it.channel.send(batch(1, 10));
  await until(() => lines[0]!.frames.length === 1);
  lines[0]!.socket.terminate();
  await until(() => it.states.at(-1)?.status === 'lost');
  expect(it.states.at(-1)).toEqual({ status: 'lost', everOpen: true });
  expect(it.channel.send(batch(2, 10))).toBe(false);
  await until(() => isOpen(it));
  expect(lines[1]!.url.searchParams.get('token')).toBe('token-2');
  it.channel.send(batch(3, 10));
  await until(() => lines[1]!.frames.length > 0);
  expect((lines[1]!.frames[0] as Buffer)[1]).toBe(3);
});

/** Closes the only line with `code` and lets a minute pass, in which any new try would be due. */
async function closedWith(code: number, reason: string) {
  const it = open();
  await until(() => isOpen(it));
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] });
  const { length } = it.states;
  lines[0]!.socket.close(code, reason);
  // Turns of the event loop, which go on while the faked timers stand still.
  while (it.states.length === length) await new Promise(setImmediate);
  await vi.advanceTimersByTimeAsync(60_000);
  return it;
}

test.each([1001, 1011, 1012, 4000])(
  '[PROTO-7] a line closed with %i is tried again',
  async (code) => {
    const it = await closedWith(code, '');
    expect(it.attempts()).toBeGreaterThan(1);
  },
);

test.each(Object.entries(closeCodes) as [CloseName, number][])(
  '[PROTO-7] after %s the channel is closed for good',
  async (name, code) => {
    const it = await closedWith(code, name);
    expect(it.states.at(-1)).toEqual({ status: 'closed', name });
    expect(it.attempts()).toBe(1);
    expect(it.channel.send(batch(1, 10))).toBe(false);
  },
);

test('[PROTO-5] what came before a close is told before it, inflated or not', async () => {
  const it = open();
  await until(() => isOpen(it));
  const { socket } = lines[0]!;
  const large = encode(batch(1, 60_000));
  const deflated = await deflate(large.subarray(1));
  socket.send(Uint8Array.from([large[0]! | DEFLATED, ...deflated]));
  socket.send(encode({ kind: 'resync' }));
  socket.close(closeCodes.ended, 'ended');
  await until(() => it.states.at(-1)?.status === 'closed');
  expect(it.messages.map(({ kind }) => kind)).toEqual(['batch', 'resync']);
});

test('[PROTO-7] closing sends what was said before, and is final', async () => {
  const it = open();
  await until(() => isOpen(it));
  it.channel.send(batch(1, 40_000));
  it.channel.send({ kind: 'end' });
  it.channel.close();
  expect(it.states.at(-1)).toEqual({ status: 'closed', name: null });
  const { socket, frames } = lines[0]!;
  await until(() => socket.readyState === socket.CLOSED);
  expect(frames.map((frame) => (frame as Buffer)[0]! & ~DEFLATED)).toEqual([
    kinds.batch.code,
    kinds.end.code,
  ]);
});

test('[PROTO-1] [PROTO-6] a frame that does not hold together is told of, and the next one arrives', async () => {
  const it = open();
  await until(() => isOpen(it));
  const { socket } = lines[0]!;
  const withKind = (kind: Kind, payload: Uint8Array) =>
    Uint8Array.from([kinds[kind].code | DEFLATED, ...payload]);
  socket.send(Uint8Array.from([0x7f]));
  socket.send(withKind('comment', Uint8Array.from([1, 2, 3])));
  // Small on the wire, far too large once inflated.
  socket.send(withKind('comment', await deflate(new Uint8Array(limits.smallFrameBytes + 1))));
  socket.send(new Uint8Array());
  socket.send(encode({ kind: 'resync' }));
  await until(() => it.messages.length === 1);
  expect(it.malformed).toEqual([null, 'comment', 'comment', null]);
  expect(it.messages).toEqual([{ kind: 'resync' }]);
});

test('[PROTO-8] a line on which the heartbeat stays unanswered is given up and tried again', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  const it = open();
  await until(() => isOpen(it));
  vi.advanceTimersByTime(limits.pingIntervalMs);
  await until(() => lines[0]!.frames.includes('ping'));
  lines[0]!.socket.send('pong');
  lines[0]!.socket.send(encode({ kind: 'resync' }));
  await until(() => it.messages.length === 1);
  vi.advanceTimersByTime(limits.pingIntervalMs);
  await until(() => lines[0]!.frames.length === 2);
  expect(lines.length).toBe(1);
  vi.advanceTimersByTime(limits.pingIntervalMs);
  await until(() => lines.length === 2 && isOpen(it));
});
