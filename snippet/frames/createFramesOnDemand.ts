// The frames of a page that is being shared. What lets them join is fetched when the first that may join is seen: most pages have none.
import type { Message } from '../../protocol/frame.ts';
import type { Frames, FramesOptions } from './frames.ts';

export interface FramesOnDemand {
  /** Sends what the page itself has to say, and has its frames follow. */
  send(message: Message): boolean;
  add(frame: HTMLIFrameElement): void;
  receive(message: Message): void;
  stop(): void;
}

export function createFramesOnDemand(options: FramesOptions): FramesOnDemand {
  const { channel, framed, ids } = options;
  const elements = new Set<HTMLIFrameElement>();
  let frames: Frames | null = null;
  let asked = false;
  let stopped = false;

  async function bring(): Promise<void> {
    asked = true;
    try {
      const { createFrames } = await import('./createFrames.ts');
      if (stopped) return;
      frames = createFrames(elements, options);
      look();
    } catch {
      // Not served, kept out by the page's policy, or of another version: the frames stay labelled boxes.
    }
  }

  const look = options.guard((): void => {
    for (const element of elements) {
      // The mirror tells of it again when it shows it again.
      if (!ids.idOf(element)) elements.delete(element);
      else if (!asked && framed.has(element.contentWindow!)) void bring();
    }
    frames?.look();
  });

  addEventListener('message', look);

  return {
    add: (frame) => elements.add(frame),
    send(message) {
      if (frames) return frames.send(message);
      const sent = channel.send(message);
      look();
      return sent;
    },
    receive: (message) => frames?.receive(message),
    stop() {
      stopped = true;
      removeEventListener('message', look);
      frames?.stop();
    },
  };
}
