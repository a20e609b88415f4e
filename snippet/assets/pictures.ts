// What canvases, videos and pictures with several sources show, from when the viewer first asks. Canvases and videos are read while they are
// in view: rarely while nothing changes in them, and never for more than a small part of the page's time.
import type { MissingReason } from '../../protocol/asset.ts';
import type { NodeId } from '../../protocol/ids.ts';
import { limits } from '../../protocol/limits.ts';
import { draw, encode, lossless, lossy } from './encode.ts';
import { sourceOf } from './sourceOf.ts';
import type { Found, Told } from './told.ts';
import { watchDraws } from './watchDraws.ts';

type Drawn = HTMLCanvasElement | HTMLVideoElement;
type Surface = HTMLCanvasElement | null;

interface Watched {
  readonly id: NodeId;
  readonly element: Drawn;
  inView: boolean;
  isReading: boolean;
  dueMs: number;
  waitMs: number;
  type: string;
  told: string;
  /** WebGL has drawn in it: from then on it is read when that draws, and never in between, when it is empty. */
  isEmptied: boolean;
  /** What it showed when it could not be read yet. */
  kept: Surface;
  hasKept: boolean;
  /** Where a video was when it was read. */
  time: number;
}

export interface PicturesOptions {
  readonly view: Window & typeof globalThis;
  /** Whether the node of this id is still there, and may be seen. */
  readonly maySee: (element: Element, id: NodeId) => boolean;
  /** `isNext`: something was told of this node before. */
  readonly tell: (found: Found, isNext: boolean) => void;
  /** Offers what was read; the key says what it is, null that nothing may be told of it. */
  readonly offer: (element: Element, type: string, bytes: Uint8Array<ArrayBuffer>) => Promise<Told>;
  readonly isBusy: () => boolean;
}

const TICK_MS = 60;
const SHORTEST_MS = { canvas: 200, video: 500 };
const LONGEST_MS = 2000;
const GROWTH = 1.5;
/** Of the page's time, for reading one of them. */
const SHARE = 1 / 20;
/** Beyond this, what changes goes on with loss. */
const LARGE_BYTES = 256 * 1024;
/** What one of them may take of the line. */
const BYTES_PER_MS = 512;

export function createPictures({ view, maySee, tell, offer, isBusy }: PicturesOptions) {
  const watched = new Map<Element, Watched>();
  const sources = new Map<HTMLImageElement, NodeId>();
  const windows = new Map<Window, () => void>();
  const stop = new AbortController();
  const nowMs = () => view.performance.now();
  let timer = 0;

  const inView = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const entry = watched.get(target);
      if (entry) entry.inView = isIntersecting;
    }
    next();
  });

  function next(): void {
    if (stop.signal.aborted || timer) return;
    if (![...watched.values()].some((one) => one.inView)) return;
    timer = view.setTimeout(() => {
      // Where the page draws in a frame, this is called after it, and what was drawn can still be read.
      view.requestAnimationFrame(() => {
        timer = 0;
        look();
        next();
      });
    }, TICK_MS);
  }

  function look(): void {
    for (const one of watched.values()) {
      if (!maySee(one.element, one.id)) forget(one.element);
      else if (one.inView && (!one.isEmptied || one.hasKept)) read(one);
    }
  }

  const isDue = (one: Watched) => !one.isReading && nowMs() >= one.dueMs && !isBusy();

  function read(one: Watched): void {
    if (!isDue(one)) return;
    one.isReading = true;
    void tellOf(one)
      .catch(() => undefined)
      .then(() => {
        one.isReading = false;
      });
  }

  async function tellOf(one: Watched): Promise<void> {
    const startMs = nowMs();
    const shown = surfaceOf(one);
    if (!shown) return;
    const { width, height } = shown;
    const found = { node: one.id, address: '', width, height };
    const missing = (why: MissingReason) =>
      say(one, why, { ...found, what: { is: 'missing', why } });
    if (shown.why) return missing(shown.why);
    const canvas = shown.canvas();
    // Read before anything else has its turn.
    const encoding = encode(canvas, one.type);
    const tookMs = nowMs() - startMs;
    const encoded = await encoding.catch((error: Error) =>
      // One that a worker draws is read by drawing it once more.
      error.name === 'InvalidStateError' ? encode(draw(canvas, width, height), one.type) : null,
    );
    if (!encoded) return missing('tainted');
    const told = await offer(one.element, encoded.type, encoded.bytes);
    if (!told) return;
    if (told.key !== one.told && (await isEmptied(one, encoded.bytes, width, height))) return;
    if (encoded.bytes.length > LARGE_BYTES) one.type = lossy;
    say(one, told.key, { ...found, what: told.what });
    const shortest = SHORTEST_MS[one.element.localName as 'canvas' | 'video'];
    one.waitMs = Math.max(
      one.waitMs,
      shortest,
      tookMs / SHARE,
      encoded.bytes.length / BYTES_PER_MS,
    );
    one.dueMs = nowMs() + one.waitMs;
  }

  function say(one: Watched, key: string, found: Found): void {
    // What does not change is looked at ever more rarely.
    one.waitMs = one.told === key ? Math.min(one.waitMs * GROWTH, LONGEST_MS) : 0;
    one.dueMs = nowMs() + LONGEST_MS;
    if (one.told === key) return;
    tell(found, one.told !== '');
    one.told = key;
  }

  interface Shown {
    readonly width: number;
    readonly height: number;
    readonly why: MissingReason | null;
    canvas(): HTMLCanvasElement;
  }

  function surfaceOf(one: Watched): Shown | null {
    const { element } = one;
    const isCanvas = element.localName === 'canvas';
    const canvas = element as HTMLCanvasElement;
    const video = element as HTMLVideoElement;
    const width = isCanvas ? canvas.width : video.videoWidth;
    const height = isCanvas ? canvas.height : video.videoHeight;
    if (width === 0 || height === 0) return null;
    const why = width * height > limits.picturePixels ? 'tooLarge' : null;
    if (isCanvas) {
      const kept = one.hasKept ? one.kept : null;
      one.hasKept = false;
      return { width, height, why, canvas: () => kept ?? canvas };
    }
    if (video.mediaKeys) return { width, height, why: 'protected', canvas: () => canvas };
    // A video that was never played shows its poster, which the agent's browser loads by itself.
    const isPoster = video.poster !== '' && video.currentTime === 0 && video.paused;
    if (video.readyState < 2 || isPoster || video.currentTime === one.time) return null;
    one.time = video.currentTime;
    one.type = lossy;
    return { width, height, why, canvas: () => (one.kept = draw(video, width, height, one.kept)) };
  }

  /** Painted and gone: what draws in space is empty between two frames. A canvas that was cleared is not. */
  async function isEmptied(
    one: Watched,
    bytes: Uint8Array,
    width: number,
    height: number,
  ): Promise<boolean> {
    if (one.told === '' || one.isEmptied || one.element.localName !== 'canvas') return false;
    const empty = Object.assign(document.createElement('canvas'), { width, height });
    const nothing = await encode(empty, one.type);
    if (nothing?.bytes.length !== bytes.length) return false;
    if (!nothing.bytes.every((byte, index) => byte === bytes[index])) return false;
    // It has shown something, and so has a context: to ask for one makes none.
    return (one.element as HTMLCanvasElement).getContext('2d') === null;
  }

  function drawn(canvas: HTMLCanvasElement): void {
    const one = watched.get(canvas);
    if (!one) return;
    one.isEmptied = true;
    if (!one.inView || !maySee(canvas, one.id)) return;
    if (isDue(one)) return read(one);
    try {
      one.kept = draw(canvas, canvas.width, canvas.height, one.kept);
      one.hasKept = true;
    } catch {
      // Told when it is read.
    }
    next();
  }

  function forget(element: Element): void {
    watched.delete(element);
    inView.unobserve(element);
  }

  function tellSource(image: HTMLImageElement): void {
    const id = sources.get(image);
    if (id === undefined) return;
    if (!maySee(image, id)) return void sources.delete(image);
    const found = sourceOf(image, id);
    if (found) tell(found, false);
  }

  return {
    watch(element: Element, id: NodeId): void {
      if (element.localName === 'img') {
        const image = element as HTMLImageElement;
        if (!sources.has(image))
          image.addEventListener('load', () => tellSource(image), { signal: stop.signal });
        sources.set(image, id);
        return tellSource(image);
      }
      if (!/^(canvas|video)$/.test(element.localName)) return;
      if (watched.get(element)?.id === id) return;
      forget(element);
      watched.set(element, {
        id,
        element: element as Drawn,
        inView: false,
        isReading: false,
        dueMs: 0,
        waitMs: 0,
        type: lossless,
        told: '',
        isEmptied: false,
        kept: null,
        hasKept: false,
        time: -1,
      });
      inView.observe(element);
      const around = element.ownerDocument.defaultView as (Window & typeof globalThis) | null;
      if (around && !windows.has(around)) windows.set(around, watchDraws(around, drawn));
    },
    stop(): void {
      stop.abort();
      view.clearTimeout(timer);
      inView.disconnect();
      for (const restore of windows.values()) restore();
      watched.clear();
      sources.clear();
    },
  };
}
