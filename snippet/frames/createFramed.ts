// The child's half of the handshake: a page in a frame joins the mirror of the one page around it that its site allows and that offers a port.
// Invariant: nothing of the page is read before such an offer, and nothing leaves but through that port, while it holds.
import { decode, encode } from '../../protocol/frame.ts';
import type { Message } from '../../protocol/frame.ts';
import { STREAM_NODES } from '../../protocol/ids.ts';
import { createMirror } from '../mirror/createMirror.ts';
import { createNodeIds } from '../mirror/nodeIds.ts';
import { createHost } from '../overlay/createHost.ts';
import { createPolicy } from '../privacy/createPolicy.ts';
import type { RuledPolicy } from '../privacy/createPolicy.ts';
import type { Handed, SiteRules } from '../privacy/createRules.ts';
import type { Care } from '../privacy/policy.ts';
import { watchPointer } from '../session/customerPointer.ts';
import { createAssetsOnDemand } from '../session/createAssetsOnDemand.ts';
import { createMarksOnDemand } from '../session/createMarksOnDemand.ts';
import type { FramePage } from '../surface.ts';
import { createFramesOnDemand } from './createFramesOnDemand.ts';

interface Joined {
  receive(message: Message): void;
  buffered(bytes: number): void;
  stream(stream: number): void;
  stop(): void;
}

interface Offer {
  readonly stream: number;
  readonly care: Care;
  readonly handed: Handed | null;
}

/** One at a time: who offers later takes the place. */
let leave = (): void => {};

/** `offer` comes from an origin that the site allows; who sent it is looked at here. */
export function createFramed(offer: MessageEvent, page: FramePage): void {
  const [given] = offer.ports;
  if (!given || !isAround(offer.source)) return;
  const port: MessagePort = given;
  // While this was fetched the same window may have offered anew: its latest word counts, whichever comes here first.
  if (page.framed.get(offer.source!) !== offer) return;
  leave();
  let joined: Joined | null = null;
  let isBeginning = false;
  let rules: SiteRules | null = null;
  const stop = (): void => {
    removeEventListener('pagehide', stop);
    port.postMessage(null);
    port.close();
    joined?.stop();
    rules?.stop();
    rules = null;
  };
  leave = stop;
  addEventListener('pagehide', stop);

  /** Where there are rules nothing is read before they are at work. */
  async function join({ stream, care, handed }: Offer): Promise<void> {
    isBeginning = true;
    const policy = createPolicy(page.passwords, care);
    let isOver = false;
    const leaveFor = (): void => {
      isOver = true;
      stop();
    };
    try {
      if (handed) {
        const { createRules } = await import('../privacy/createRules.ts');
        rules = createRules({
          window,
          policies: handed.policies,
          pathsAround: handed.paths,
          onRuling: ({ pause }) => pause !== null && leaveFor(),
        });
        policy.obey(rules);
        if (!rules.look()) return stop();
      }
      if (leave !== stop || isOver) return rules?.stop();
      joined = begin(stream, { policy, handed: () => rules?.handed() ?? null }, port, page, stop);
    } catch {
      // The rules cannot be had, or do not hold together: this page stays a labelled box.
      stop();
    }
  }

  port.onmessage = ({ data }: MessageEvent) => {
    try {
      if (data === null) stop();
      else if (!isBeginning) void join(data);
      else if (!joined) return;
      else if (typeof data === 'number') joined.stream(data);
      else if ('buffered' in data) joined.buffered(data.buffered);
      else {
        const decoded = decode(data);
        if (decoded.ok) joined.receive(decoded.message);
      }
    } catch {
      // Neither the page in the frame nor the one around it has anything of our failure.
      stop();
    }
  };
}

/** A page around this one: its parent, or one that mirrors its parent as a part of itself. */
function isAround(source: MessageEventSource | null): boolean {
  for (let at: Window = window; at !== at.parent;) {
    at = at.parent;
    if (at === source) return true;
  }
  return false;
}

function begin(
  stream: number,
  { policy, handed }: { policy: RuledPolicy; handed: () => Handed | null },
  port: MessagePort,
  page: FramePage,
  onFailure: () => void,
): Joined {
  const host = createHost(onFailure);
  const ids = createNodeIds(stream * STREAM_NODES, () => undefined);
  const marks = createMarksOnDemand(async () => {
    const { openMarks } = await import('../session/openMarks.ts');
    return () => openMarks(host, ids);
  });
  const parts = { ids, policy, isOwn: host.isOwn };
  let bufferedBytes = 0;
  let waiting: ((stream: number) => void)[] = [];

  function send(message: Message): true {
    const frame = encode(
      message.kind === 'snapshot'
        ? { ...message, kind: 'frameSnapshot', stream }
        : message.kind === 'batch'
          ? { ...message, kind: 'frameBatch', stream }
          : message,
    );
    port.postMessage(frame.buffer, [frame.buffer]);
    return true;
  }
  const channel = { send, bufferedBytes: () => bufferedBytes };
  const frames = createFramesOnDemand({
    ...parts,
    framed: page.framed,
    channel,
    handed,
    guard: host.guard,
    nextStream(take) {
      waiting.push(take);
      port.postMessage('stream');
    },
  });
  const mirror = createMirror({
    ...parts,
    window,
    send: frames.send,
    framed: frames.add,
    bufferedBytes: channel.bufferedBytes,
    onFailure,
  });
  const assets = createAssetsOnDemand(
    async () => (await import('../assets/createAssets.ts')).createAssets,
    { ...parts, window, ...channel },
  );
  const stopPointer = watchPointer(host, ids, policy, frames.send);
  mirror.snapshot();

  return {
    receive(message) {
      if ('stream' in message && message.stream === stream) {
        if (message.kind === 'frameAck') mirror.acknowledged(message.sequence);
        if (message.kind === 'frameInexact') mirror.inexact(message.runs);
        if (message.kind === 'frameResync') mirror.snapshot();
        return;
      }
      frames.receive(message);
      if ('stream' in message) return;
      if (message.kind === 'assetWanted') return assets.wanted(message);
      if (!host.element.isConnected) host.show(document.documentElement);
      marks.show(message);
    },
    buffered: (bytes) => void (bufferedBytes = bytes),
    stream: (number) => waiting.shift()?.(number),
    stop() {
      waiting = [];
      frames.stop();
      stopPointer();
      assets.stop();
      mirror.stop();
      marks.clear();
      host.remove();
    },
  };
}
