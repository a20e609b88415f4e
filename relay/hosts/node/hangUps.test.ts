// Callers who break off, or send what is no address: refused, and not a word of it in the operator's log.
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { startRelay } from './startRelay.ts';
import type { Relay } from './startRelay.ts';

let relay: Relay;
afterEach(() => relay.close());

async function call(text: string): Promise<{ socket: Socket; answered: Promise<string> }> {
  const socket = connect(Number(new URL(relay.origin).port), '127.0.0.1');
  await new Promise((resolve) => socket.once('connect', resolve));
  const answered = new Promise<string>((resolve) => {
    let answer = '';
    socket.on('data', (part) => (answer += part));
    socket.once('close', () => resolve(answer));
  });
  socket.write(text);
  return { socket, answered };
}

test('[HTTP-6] a caller who hangs up, and an address that is none, are no failures of the relay', async () => {
  const failures: unknown[] = [];
  relay = await startRelay({ failed: (error) => failures.push(error) });
  const upgrade = 'Host: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n';
  const { answered } = await call(`GET //[?token=secret HTTP/1.1\r\n${upgrade}`);
  expect(await answered).toMatch(/^HTTP\/1.1 404 /);

  const body = 'Host: x\r\nExpect: 100-continue\r\nContent-Length: 100\r\n\r\n';
  const { socket } = await call(`POST /api/keys/redeem HTTP/1.1\r\n${body}{`);
  // The relay is reading the body from here on.
  await new Promise((resolve) => socket.once('data', resolve));
  socket.destroy();
  await fetch(`${relay.origin}/healthz`);
  await fetch(`${relay.origin}/healthz`);
  expect(failures).toEqual([]);
});
