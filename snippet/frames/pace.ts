// Frames of another origin may be many and lively, and the relay closes a line that says too much: what they say leaves in order, one
// message at a time. Nothing piles up: each holds back while it is not acknowledged.
import type { Message } from '../../protocol/frame.ts';
import type { FramesOptions } from './frames.ts';

/** With the page's own batches and the pointer this stays below what the relay takes. */
const APART_MS = 12;
/** More is waiting than frames that hold back would ever send. */
const MOST_WAITING = 512;

export function createPace(guard: FramesOptions['guard'], send: (message: Message) => unknown) {
  let waiting: Message[] = [];
  let timer = 0;

  const next = guard((): void => {
    const message = waiting.shift();
    timer = message ? window.setTimeout(next, APART_MS) : 0;
    if (message) send(message);
  });

  return {
    isFull: () => waiting.length > MOST_WAITING,
    drop(isVoid: (message: Message) => boolean): void {
      waiting = waiting.filter((message) => !isVoid(message));
    },
    /** Of the pointer the latest place is kept. */
    send(message: Message): void {
      if (message.kind === 'pointer') this.drop(({ kind }) => kind === 'pointer');
      waiting.push(message);
      if (!timer) next();
    },
    stop(): void {
      window.clearTimeout(timer);
      waiting = [];
    },
  };
}
