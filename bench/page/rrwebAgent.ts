// Runs in a page of its own: rrweb's Replayer in live mode, fed with the events that crossed the wire.
import { Replayer } from 'rrweb';

type Event = Parameters<Replayer['addEvent']>[0] & { readonly timestamp: number };

let replayer: Replayer | null = null;
let isLive = false;
let held: string[] = [];

export async function open(): Promise<void> {
  replayer?.destroy();
  document.body.replaceChildren();
  replayer = new Replayer([], { liveMode: true, root: document.body, mouseTail: false });
  isLive = false;
}

export const hold = (events: readonly string[]): void => void (held = [...events]);

/** Events are carried out by the Replayer's own clock, which is started with the first. */
export async function play(): Promise<void> {
  for (const text of held.splice(0)) {
    const event = JSON.parse(text) as Event;
    if (!isLive) replayer!.startLive(event.timestamp);
    isLive = true;
    replayer!.addEvent(event);
  }
}

export const shown = (): Document =>
  document.querySelector<HTMLIFrameElement>('.replayer-wrapper iframe')!.contentDocument!;
