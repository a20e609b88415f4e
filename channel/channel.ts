// A participant's connection to its room: reconnects by itself, keeps frames in order, deflates large ones, notices a dead line.
// Nothing is queued while the line is down: both sides come back by resync, never by replaying the past.
import { closeNameOf } from '../protocol/closeCodes.ts';
import type { CloseName } from '../protocol/closeCodes.ts';
import { decode, encode, maxFrameBytes } from '../protocol/frame.ts';
import type { Message } from '../protocol/frame.ts';
import { DEFLATED, kindOf } from '../protocol/kinds.ts';
import type { Kind } from '../protocol/kinds.ts';
import { limits } from '../protocol/limits.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import { deflate, inflate } from './deflate.ts';
import { createInOrder } from './inOrder.ts';
import { openLine } from './openLine.ts';

export type ChannelState =
  | { readonly status: 'connecting' }
  | { readonly status: 'open' }
  /** The line broke, or the relay cannot be reached; a new try follows by itself. */
  | { readonly status: 'lost'; readonly everOpen: boolean }
  /** Final. `name` is null when this side closed it. */
  | { readonly status: 'closed'; readonly name: CloseName | null };

export interface ChannelOptions {
  /** The relay's origin, `https://relay.example`. */
  readonly relay: string;
  /** The room's path, from `sessionPath`. */
  readonly path: string;
  /** Called for every attempt, so that a token can be renewed. */
  readonly token: () => string | Promise<string>;
  readonly onMessage: (message: Message) => void;
  readonly onState: (state: ChannelState) => void;
  /** The bytes of every frame that leaves, before they are deflated. */
  readonly onFrame?: (frame: Uint8Array<ArrayBuffer>) => void;
  /** A frame that does not hold together, with its kind where that much could be read. */
  readonly onMalformed?: (kind: Kind | null) => void;
}

export interface Channel {
  /** False when the line is down and the message was dropped. */
  send(message: Message): boolean;
  /** Bytes handed over and not yet on the network. */
  bufferedBytes(): number;
  /** Closes for good, after what was sent before. */
  close(): void;
}

export function createChannel(options: ChannelOptions): Channel {
  const outbound = createInOrder();
  const inbound = createInOrder();
  let connection = 0;
  let everOpen = false;
  let closed = false;
  let answered = true;
  let deflating = 0;

  const address = async () => {
    const url = new URL(options.path, options.relay.replace(/^http/, 'ws'));
    url.searchParams.set('token', await options.token());
    url.searchParams.set('v', String(PROTOCOL_VERSION));
    return url.href;
  };
  const line = openLine({
    address,
    onOpen() {
      connection++;
      everOpen = true;
      answered = true;
      options.onState({ status: 'open' });
    },
    onMessage(data) {
      answered = true;
      if (!(data instanceof ArrayBuffer)) return;
      const frame = new Uint8Array(data);
      inbound(() => ((frame[0] ?? 0) & DEFLATED ? receive(frame) : deliver(frame)));
    },
    onBroken(code) {
      const name = closeNameOf(code);
      if (name !== null) {
        // After what came before it, which may still be inflating: the farewell among it says why.
        inbound(() => finish(name));
        return false;
      }
      if (!closed) options.onState({ status: 'lost', everOpen });
      return !closed;
    },
  });

  const heartbeat = setInterval(() => {
    if (!line.isOpen()) return;
    if (!answered) return line.renew();
    answered = false;
    line.send('ping');
  }, limits.pingIntervalMs);

  function finish(name: CloseName | null): void {
    if (closed) return;
    closed = true;
    clearInterval(heartbeat);
    options.onState({ status: 'closed', name });
  }

  async function receive(frame: Uint8Array<ArrayBuffer>): Promise<void> {
    const kind = kindOf(frame[0]!);
    const payload = kind && (await inflate(frame.subarray(1), maxFrameBytes(kind, 'inflated')));
    if (!payload) return options.onMalformed?.(kind);
    const whole = new Uint8Array(payload.length + 1);
    whole[0] = frame[0]! & ~DEFLATED;
    whole.set(payload, 1);
    deliver(whole);
  }

  function deliver(frame: Uint8Array<ArrayBuffer>): void {
    if (closed) return;
    const decoded = decode(frame);
    if (decoded.ok) options.onMessage(decoded.message);
    else options.onMalformed?.(frame.length > 0 ? kindOf(frame[0]!) : null);
  }

  async function sendDeflated(frame: Uint8Array<ArrayBuffer>, over: number): Promise<void> {
    deflating += frame.length;
    const payload = await deflate(frame.subarray(1));
    deflating -= frame.length;
    const whole = new Uint8Array(payload.length + 1);
    whole[0] = frame[0]! | DEFLATED;
    whole.set(payload, 1);
    if (over === connection) line.send(whole);
  }

  function sendAsItIs(frame: Uint8Array<ArrayBuffer>, over: number): void {
    if (over === connection) line.send(frame);
  }

  options.onState({ status: 'connecting' });
  return {
    send(message) {
      if (closed || !line.isOpen()) return false;
      const frame = encode(message);
      options.onFrame?.(frame);
      const over = connection;
      outbound(() =>
        // Pictures and fonts are packed already, and the relay inflates nothing.
        frame.length > limits.deflateFromBytes &&
        !/^(asset|entries|ruleMatches)$/.test(message.kind)
          ? sendDeflated(frame, over)
          : sendAsItIs(frame, over),
      );
      return true;
    },
    bufferedBytes: () => line.bufferedBytes() + deflating,
    close() {
      finish(null);
      outbound(line.close);
    },
  };
}
