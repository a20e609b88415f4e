// The parent's half of the handshake: offers a port to each frame that has announced itself and may be seen, and passes on what comes through
// it. Invariant: a frame speaks of its own streams alone, and is told of nothing but what concerns these.
import { decode, encode } from '../../protocol/frame.ts';
import type { Message, MessageOf } from '../../protocol/frame.ts';
import { NO_NODE, streamOf } from '../../protocol/ids.ts';
import type { NodeId } from '../../protocol/ids.ts';
import { limits } from '../../protocol/limits.ts';
import { frameDocument } from '../mirror/contentOf.ts';
import { careBits } from '../privacy/policy.ts';
import type { Handed } from '../privacy/createRules.ts';
import type { Care } from '../privacy/policy.ts';
import { frameWord } from '../surface.ts';
import type { Frames, FramesOptions } from './frames.ts';
import { createPace } from './pace.ts';

/** What joining stands on. Once any of it is another, the frame joins anew. */
interface Standing {
  readonly word: MessageEvent;
  readonly node: NodeId;
  readonly care: Care;
  readonly handed: Handed | null;
}

interface Link extends Standing {
  readonly element: HTMLIFrameElement;
  readonly port: MessagePort;
  /** Its own first, then those of frames in it. */
  readonly streams: number[];
  /** Streams whose frame the agent has been told. */
  readonly told: Set<number>;
  /** Marks that only one place can have, and that it shows. */
  readonly shows: Set<Message['kind']>;
}

const gone = { kind: 'pointer', gone: true, at: { node: NO_NODE, x: 0, y: 0 } } as const;
/** Ids stay exact up to 2 ** 53. */
const MOST_STREAMS = 2 ** 20;

const say = ({ port }: Link, word: unknown): void => port.postMessage(word);

export function createFrames(elements: Set<HTMLIFrameElement>, options: FramesOptions): Frames {
  const { ids, policy, framed, channel, guard } = options;
  const links = new Map<HTMLIFrameElement, Link>();
  const byStream = new Map<number, Link>();
  const pace = createPace(guard, channel.send);
  /** In which link the customer's pointer was last; null for the page itself. */
  let pointedIn: Link | null = null;
  let stopped = false;

  function standingOf(element: HTMLIFrameElement): Standing | null {
    const node = ids.idOf(element);
    const word = element.contentWindow && framed.get(element.contentWindow);
    if (!node || !word || !element.isConnected || frameDocument(element)) return null;
    // A document without an origin cannot be told from any other of that kind.
    if (word.origin === 'null') return null;
    const care = policy.careOf(element);
    return care & careBits.blocked ? null : { word, node, care, handed: options.handed() };
  }

  const holds = (link: Link, standing: Standing | null): boolean =>
    link.word === standing?.word &&
    link.node === standing.node &&
    link.care === standing.care &&
    link.handed === standing.handed;

  function join(element: HTMLIFrameElement, standing: Standing): void {
    const { port1: port, port2 } = new MessageChannel();
    const link: Link = {
      ...standing,
      element,
      port,
      streams: [],
      told: new Set(),
      shows: new Set(),
    };
    links.set(element, link);
    options.nextStream((stream) => {
      if (links.get(element) !== link || stream >= MOST_STREAMS) return;
      link.streams.push(stream);
      byStream.set(stream, link);
      port.onmessage = guard(({ data }: MessageEvent) => {
        if (byStream.get(stream) !== link) return;
        if (data instanceof ArrayBuffer) pass(link, new Uint8Array(data));
        else if (data === 'stream') number(link);
        else if (data === null) left(link);
      });
      port.postMessage({ stream, care: standing.care, handed: standing.handed });
      // Reaches nobody but the origin that has spoken.
      element.contentWindow?.postMessage(frameWord, standing.word.origin, [port2]);
    });
  }

  /** One more stream, for a frame within the frame. */
  function number(link: Link): void {
    if (byStream.size >= limits.joinedFrames) return;
    options.nextStream((stream) => {
      if (byStream.get(link.streams[0]!) !== link || stream >= MOST_STREAMS) return;
      link.streams.push(stream);
      byStream.set(stream, link);
      say(link, stream);
    });
  }

  const isOf = (link: Link, node: NodeId) => byStream.get(streamOf(node)) === link;

  function pass(link: Link, frame: Uint8Array): void {
    const decoded = decode(frame);
    if (!decoded.ok) return;
    const { message } = decoded;
    if (message.kind === 'pointer') return passPointer(link, message);
    // An asset is known by its bytes alone, and shown only where it was asked for.
    const isOfLink =
      message.kind === 'asset' ||
      (message.kind === 'assetFound' && isOf(link, message.node)) ||
      ('stream' in message && byStream.get(message.stream) === link);
    if (!isOfLink) return;
    // The page may have withheld the frame meanwhile, and not told of it yet.
    if (!holds(link, standingOf(link.element)) || pace.isFull()) return part(link);
    if (!('stream' in message)) return void pace.send(message);
    const isOwn = message.stream === link.streams[0];
    if (message.kind === 'frame') {
      if (!isOwn && (message.node === NO_NODE || isOf(link, message.node)))
        tell(link, message.stream, message.node);
    } else if (message.kind === 'frameSnapshot' || message.kind === 'frameBatch') {
      // It is a labelled box to the agent until there is something to see.
      if (isOwn && !link.told.has(message.stream)) tell(link, message.stream, link.node);
      pace.send(message);
      say(link, { buffered: channel.bufferedBytes() });
    }
  }

  function tell(link: Link, stream: number, node: NodeId): void {
    if (node === NO_NODE) link.told.delete(stream);
    else link.told.add(stream);
    pace.send({ kind: 'frame', stream, node });
  }

  function passPointer(link: Link, message: MessageOf<'pointer'>): void {
    if (message.gone ? pointedIn !== link : !isOf(link, message.at.node)) return;
    pointedIn = message.gone ? null : link;
    pace.send(message);
  }

  /** The document in the frame has gone, or will not be seen. */
  function left(link: Link): void {
    const { contentWindow } = link.element;
    // Unless the next one has spoken already.
    if (contentWindow && framed.get(contentWindow) === link.word) framed.delete(contentWindow);
    part(link);
  }

  function part(link: Link): void {
    links.delete(link.element);
    say(link, null);
    link.port.close();
    // Not even what is on its way: it may have been withheld since.
    pace.drop((message) => 'stream' in message && link.streams.includes(message.stream));
    for (const stream of link.streams) {
      byStream.delete(stream);
      if (!stopped && link.told.has(stream)) tell(link, stream, NO_NODE);
    }
    if (pointedIn !== link) return;
    pointedIn = null;
    if (!stopped) pace.send(gone);
  }

  const post = (link: Link | undefined, message: Message) => link && say(link, encode(message));

  /** Of what stands there. A hash says nothing of where it was found: who has it answers. */
  function wishesOf(link: Link, { pictures, addresses, hashes }: MessageOf<'assetWanted'>) {
    return {
      kind: 'assetWanted',
      pictures: pictures.filter((node) => isOf(link, node)),
      addresses: addresses.filter(({ node }) => isOf(link, node)),
      hashes,
    } as const;
  }

  /** A mark that only one place can have: who had it before is told that it has gone. */
  function move(message: MessageOf<'pointer'> | MessageOf<'highlight'>, at: NodeId): void {
    const to = byStream.get(streamOf(at));
    for (const link of links.values()) {
      if (link === to) link.shows.add(message.kind);
      else if (!link.shows.delete(message.kind)) continue;
      post(link, message);
    }
  }

  function look(): void {
    for (const link of links.values()) if (!holds(link, standingOf(link.element))) part(link);
    for (const element of elements) {
      const standing = links.has(element) ? null : standingOf(element);
      if (standing && links.size < limits.joinedFrames) join(element, standing);
    }
  }

  return {
    look,
    send(message) {
      if (message.kind !== 'pointer') {
        const sent = channel.send(message);
        look();
        return sent;
      }
      // It has not gone when it has gone into a frame.
      if (message.gone && pointedIn !== null) return true;
      pointedIn = null;
      pace.drop(({ kind }) => kind === 'pointer');
      return channel.send(message);
    },
    receive(message) {
      switch (message.kind) {
        case 'frameAck':
        case 'frameResync':
        case 'frameInexact': {
          const link = byStream.get(message.stream);
          post(link, message);
          if (link) say(link, { buffered: channel.bufferedBytes() });
          return;
        }
        case 'assetWanted':
          for (const link of new Set(byStream.values())) post(link, wishesOf(link, message));
          return;
        case 'pointer':
          return move(message, message.gone ? NO_NODE : message.at.node);
        case 'highlight':
          return move(message, message.node);
        case 'annotation':
          return void post(byStream.get(streamOf(message.anchor)), message);
        case 'comment':
          return void post(byStream.get(streamOf(message.at.node)), message);
        case 'commentRemoved':
        case 'annotationsCleared':
          for (const link of links.values()) post(link, message);
      }
    },
    stop() {
      stopped = true;
      pace.stop();
      for (const link of links.values()) part(link);
    },
  };
}
