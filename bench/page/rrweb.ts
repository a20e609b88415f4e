// Runs in the customer's page: rrweb's recorder with its usual options, each event sent as JSON when it is emitted.
import { record } from 'rrweb';

let socket: WebSocket | null = null;
let stopRecording: (() => void) | undefined;

export async function connect(address: string): Promise<void> {
  const opened = new WebSocket(`${address.replace(/^http/, 'ws')}/rrweb`);
  await new Promise((resolve, reject) => {
    opened.addEventListener('open', resolve, { once: true });
    opened.addEventListener('error', () => reject(new Error('no line')), { once: true });
  });
  socket = opened;
}

export function start(): void {
  stopRecording = record({ emit: (event) => socket!.send(JSON.stringify(event)) });
}

export function stop(): void {
  stopRecording?.();
  stopRecording = undefined;
}

/** Milliseconds of the snapshot alone, as JSON: nothing is sent. */
export function alone(): number {
  const startMs = performance.now();
  const end = record({ emit: (event) => void JSON.stringify(event) });
  const tookMs = performance.now() - startMs;
  end?.();
  return tookMs;
}
