// A line against a WebSocket server on loopback: one socket at a time, ever more patient tries, and an end that is one.
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import { openLine } from './openLine.ts';
import type { Line, LineEvents } from './openLine.ts';

let server: WebSocketServer;
let line: Line | null = null;

beforeEach(async () => {
  server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
});

afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  line?.close();
  for (const socket of server.clients) socket.terminate();
  await new Promise((resolve) => server.close(resolve));
});

const addressOf = (listening: { address(): unknown }) =>
  `ws://127.0.0.1:${(listening.address() as AddressInfo).port}`;
const until = (condition: () => boolean) =>
  vi.waitUntil(condition, { timeout: 15_000, interval: 5 });
/** A turn of the event loop, which goes on while the faked timers stand still. */
const turn = () => new Promise(setImmediate);

function open(events: Partial<LineEvents> = {}) {
  const told: string[] = [];
  line = openLine({
    address: async () => addressOf(server),
    onOpen: () => told.push('open'),
    onMessage: (data) => told.push(`message ${String(data)}`),
    onBroken(code) {
      told.push(`broken ${code}`);
      return true;
    },
    ...events,
  });
  return { line, told };
}

test('[PROTO-7] an address that cannot be had is asked for again, ever more patiently up to eight seconds', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  const askedAtMs: number[] = [];
  open({
    async address() {
      askedAtMs.push(Date.now());
      throw new Error('no token');
    },
  });
  await vi.advanceTimersByTimeAsync(120_000);
  const delays = askedAtMs.slice(1).map((atMs, index) => atMs - askedAtMs[index]!);
  expect(delays.slice(0, 4)).toEqual([800, 1040, 1352, 1757]);
  expect(delays).toEqual(delays.toSorted((a, b) => a - b));
  expect(delays.at(-1)).toBe(8000);
});

test('[PROTO-7] a server that never answers is given up after eight seconds', async () => {
  const taken: Socket[] = [];
  const silent: Server = createServer((socket) => taken.push(socket)).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { told } = open({ address: async () => addressOf(silent) });
  while (taken.length === 0) await turn();
  await vi.advanceTimersByTimeAsync(7999);
  expect(told).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(told).toEqual(['broken 1006']);
  await vi.advanceTimersByTimeAsync(1200);
  while (taken.length === 1) await turn();
  for (const socket of taken) socket.destroy();
  silent.close();
});

test('[PROTO-7] a line that was steady begins again with short delays', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  let fails = 5;
  const { told } = open({
    async address() {
      if (fails-- > 0) throw new Error('no token');
      return addressOf(server);
    },
  });
  await vi.advanceTimersByTimeAsync(20_000);
  while (told.at(-1) !== 'open') await turn();
  await vi.advanceTimersByTimeAsync(2000);
  for (const socket of server.clients) socket.terminate();
  while (told.at(-1) === 'open') await turn();
  await vi.advanceTimersByTimeAsync(800);
  while (told.at(-1) !== 'open') await turn();
  expect(told.filter((word) => word === 'open')).toHaveLength(2);
});

test('[PROTO-8] renewing opens another socket at once, and what the old one still says is not heard', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const sockets: { send(text: string): void }[] = [];
  server.on('connection', (socket) => sockets.push(socket));
  const { line: opened, told } = open();
  while (told.length === 0) await turn();
  opened.renew();
  sockets[0]!.send('late');
  await vi.advanceTimersByTimeAsync(0);
  while (told.length < 3) await turn();
  sockets[1]!.send('hello');
  while (told.length < 4) await turn();
  expect(told).toEqual(['open', 'broken 1006', 'open', 'message hello']);
});

test('[PROTO-7] closing during a try leaves nothing behind: no socket, no timer, no word', async () => {
  let answer: (address: string) => void = () => {};
  const { line: opened, told } = open({ address: () => new Promise((r) => (answer = r)) });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  opened.close();
  answer(addressOf(server));
  for (let turns = 0; turns < 20; turns++) await turn();
  expect(server.clients.size).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
  opened.send('dropped');
  expect(told).toEqual([]);
});

test('a socket that breaks for good is followed by none', async () => {
  const codes: number[] = [];
  server.on('connection', (socket) => socket.close(4410));
  open({
    onBroken(code) {
      codes.push(code);
      return false;
    },
  });
  await until(() => codes.length > 0);
  expect(codes).toEqual([4410]);
  expect(line!.isOpen()).toBe(false);
  expect(line!.bufferedBytes()).toBe(0);
});
