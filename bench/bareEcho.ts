// The floor under every latency here: a message from a page through a bare WebSocket server and back, in the same run.
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { WebSocketServer } from 'ws';
import { median } from './median.ts';

/** The median round trip in milliseconds. The page must be one that lets a socket to 127.0.0.1 open. */
export async function bareEchoMs(page: Page, times: number): Promise<number> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('connection', (socket) => {
    socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
  });
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    return median(await page.evaluate(echoTimes, `ws://127.0.0.1:${port}`, times));
  } finally {
    for (const client of server.clients) client.terminate();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** Runs in the page. */
async function echoTimes(address: string, times: number): Promise<number[]> {
  const socket = new WebSocket(address);
  socket.binaryType = 'arraybuffer';
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error('the echo server cannot be reached')), {
      once: true,
    });
  });
  const tripsMs: number[] = [];
  for (let count = 0; count < times; count++) {
    const answered = new Promise((resolve) =>
      socket.addEventListener('message', resolve, { once: true }),
    );
    const sentAt = performance.now();
    socket.send(new Uint8Array(64));
    await answered;
    tripsMs.push(performance.now() - sentAt);
  }
  socket.close();
  return tripsMs;
}
