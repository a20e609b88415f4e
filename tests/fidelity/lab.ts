// Runs in the browser: a customer's page in one frame, mirrored through real frames into a real viewer beside it, and a second
// viewer that starts from a fresh snapshot. Comparing the three is the law of fidelity.
import { createAssets } from '../../snippet/assets/createAssets.ts';
import type { Assets } from '../../snippet/assets/createAssets.ts';
import { createMirror } from '../../snippet/mirror/createMirror.ts';
import { fetchMotion } from '../../snippet/mirror/motionOnDemand.ts';
import { createNodeIds } from '../../snippet/mirror/nodeIds.ts';
import type { NodeIds } from '../../snippet/mirror/nodeIds.ts';
import type { Mirror } from '../../snippet/mirror/mirror.ts';
import { createPolicy } from '../../snippet/privacy/createPolicy.ts';
import { createAssetCache } from '../../extension/assets/createAssetCache.ts';
import { createViewer } from '../../extension/viewer/createViewer.ts';
import type { PageMessage, Viewer, ViewerPage } from '../../extension/viewer/viewer.ts';
import { decode, encode } from '../../protocol/frame.ts';
import type { Message } from '../../protocol/frame.ts';
import type { NodeId } from '../../protocol/ids.ts';
import { kindOf } from '../../protocol/kinds.ts';
import type { MaskedText } from '../../protocol/maskedText.ts';
import { createOpWriter } from '../../protocol/opWriter.ts';
import { nameCode, sumNode } from '../../protocol/treeSum.ts';
import { describePage } from './describePage.ts';
import { mutate } from './mutate.ts';

const SHORT_MS = 1000;

interface Side {
  readonly mirror: Mirror;
  readonly assets: Assets;
  readonly ids: NodeIds;
  readonly viewer: Viewer;
  readonly frames: Uint8Array[];
  resyncs: number;
  /** Runs of HTML that did not parse to what was sent. */
  inexact: number;
  readonly failures: string[];
}

/** Of the lab's own origin, and so kept from one visit to the next. */
const cache = createAssetCache({ indexedDB, nowMs: Date.now, mostBytes: 64 * 1024 * 1024 });

/** One policy for all: what was once a password stays one for every side. */
const policy = createPolicy();

/** As large as the customer's frame, beside each other and whole in one picture; the late joiner's is below. */
const size = { width: 800, height: 600 } as const;
function placeAt(left: number, top: number): HTMLElement {
  const place = document.createElement('alongside-ui');
  place.style.cssText = `position:absolute;left:${left}px;top:${top}px`;
  return document.body.appendChild(place);
}

async function join(customer: Window & typeof globalThis, container: HTMLElement): Promise<Side> {
  const ids = createNodeIds(1, () => undefined);
  const frames: Uint8Array[] = [];
  const failures: string[] = [];
  const side = { frames, failures, ids, resyncs: 0, inexact: 0 } as {
    -readonly [K in keyof Side]: Side[K];
  };
  side.viewer = createViewer({
    container,
    loopbackAssets: true,
    onPage: () => undefined,
    onLayout: () => undefined,
    assets: {
      store: cache,
      ask: (wanted) => side.assets.wanted({ kind: 'assetWanted', ...wanted }),
    },
    onApplied: (sequence) => side.mirror.acknowledged(sequence),
    onFrame: () => undefined,
    onInexact: (runs) => {
      side.inexact += runs.length;
      side.mirror.inexact(runs);
      side.mirror.flush();
    },
    onResync: () => {
      side.resyncs++;
      side.mirror.snapshot();
    },
  });
  const send = (message: PageMessage): boolean => {
    const frame = encode(message as Message);
    frames.push(frame);
    const decoded = decode(frame);
    if (!decoded.ok) throw new Error(decoded.problem);
    side.viewer.apply(decoded.message as PageMessage);
    return true;
  };
  const parts = { window: customer, policy, ids, send, bufferedBytes: () => 0 };
  side.assets = createAssets(parts);
  side.mirror = createMirror({
    ...parts,
    isOwn: (node) => node.nodeName === 'ALONGSIDE-UI',
    onFailure: (error) => failures.push(String((error as Error).stack ?? error)),
  });
  return side;
}

/** Sheets that the viewer loads by itself are there, unless they never come. */
async function importsLoaded(document: Document): Promise<void> {
  const isLoaded = ({ sheet }: HTMLStyleElement): boolean => {
    try {
      return [...sheet!.cssRules].every((rule) => {
        const imported = 'styleSheet' in rule ? (rule as CSSImportRule).styleSheet : undefined;
        return imported === undefined || (imported !== null && imported.cssRules.length > 0);
      });
    } catch {
      // Firefox has no sheet at all until what it imports is there.
      return false;
    }
  };
  const isAllLoaded = () => [...document.querySelectorAll('style')].every(isLoaded);
  for (let frames = 0; frames < 120 && !isAllLoaded(); frames++)
    await new Promise((done) => requestAnimationFrame(done));
}

/** Transitions that are short have ended: a viewer starts them when it is told, and not in the customer's moment. */
async function transitionsEnded(document: Document): Promise<void> {
  const isShort = ({ playState, effect }: Animation): boolean =>
    playState === 'running' && Number(effect?.getComputedTiming().endTime ?? Infinity) <= SHORT_MS;
  for (let frames = 0; frames < 120 && document.getAnimations().some(isShort); frames++)
    await new Promise((done) => requestAnimationFrame(done));
}
document.body.style.margin = '0';

/** A selector whose words lead into frames and shadow roots, one by one. */
function find(page: Document, selector: string): HTMLElement | null {
  let at: HTMLElement | null = null;
  for (const word of selector.split(' ')) {
    const inside: ParentNode =
      (at as HTMLIFrameElement | null)?.contentDocument ?? at?.shadowRoot ?? at ?? page;
    at = inside.querySelector(word);
    if (!at) return null;
  }
  return at;
}

const pictureOf = (element: HTMLElement): string => {
  const style = element.ownerDocument.defaultView!.getComputedStyle(element);
  const inCss = /url\("(.*?)"\)/;
  return (
    inCss.exec(style.content)?.[1] ??
    inCss.exec(style.backgroundImage)?.[1] ??
    ((element as HTMLVideoElement).poster || (element as HTMLImageElement).currentSrc)
  );
};

/** The colour in the middle of what the viewer draws in an element: a picture's, or that of its background. */
async function middleOf(page: Document, selector: string): Promise<number[]> {
  const element = find(page, selector);
  if (!element) return [-1, -1, -1];
  const address = pictureOf(element);
  if (!address) return [-2, -2, -2];
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
  } catch {
    return [-3, -3, -3];
  }
  const canvas = Object.assign(document.createElement('canvas'), { width: 9, height: 9 });
  const context = canvas.getContext('2d')!;
  context.drawImage(image, 0, 0, 9, 9);
  return [...context.getImageData(4, 4, 1, 1).data.slice(0, 3)];
}

const lab = {
  customer: null as unknown as Window & typeof globalThis,
  live: null as unknown as Side,

  /** Opens the customer's page and starts mirroring it. */
  async open(address: string): Promise<void> {
    const frame = document.createElement('iframe');
    frame.width = String(size.width);
    frame.height = String(size.height);
    frame.style.cssText = 'border:0;display:block';
    frame.allow = 'fullscreen';
    frame.src = address;
    placeAt(0, 0).append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    lab.customer = frame.contentWindow as Window & typeof globalThis;
    await fetchMotion();
    lab.live = await join(lab.customer, placeAt(size.width, 0));
    lab.live.mirror.snapshot();
  },

  /** Mirrors the page that the lab itself is in: what only the outermost page has. */
  async openHere(): Promise<void> {
    const own = document.createElement('alongside-ui');
    own.style.cssText = 'position: fixed; width: 0; height: 0; overflow: hidden';
    document.body.append(own);
    lab.customer = window;
    lab.live = await join(window, own);
    lab.live.mirror.snapshot();
  },

  flush(): void {
    lab.live.mirror.flush();
  },

  /** What the three sides look like: the customer's page as the policy lets it be seen, the live viewer, a late joiner's viewer. */
  async compare(): Promise<{
    customer: string[];
    live: string[];
    late: string[];
    resyncs: number;
    failures: string[];
  }> {
    await lab.settled();
    lab.flush();
    const place = placeAt(0, size.height);
    const late = await join(lab.customer, place);
    late.mirror.snapshot();
    late.mirror.flush();
    await lab.settled();
    for (const side of [lab.live, late]) {
      await importsLoaded(side.viewer.frame.contentDocument!);
      await transitionsEnded(side.viewer.frame.contentDocument!);
    }
    // The page may have gone on meanwhile: all three are described in one moment.
    for (const side of [lab.live, late]) side.mirror.flush();
    const described = {
      customer: describePage(lab.customer.document, policy),
      live: describePage(lab.live.viewer.frame.contentDocument!, null),
      late: describePage(late.viewer.frame.contentDocument!, null),
      resyncs: lab.live.resyncs + late.resyncs,
      failures: [...lab.live.failures, ...late.failures],
    };
    late.mirror.stop();
    late.assets.stop();
    late.viewer.dispose();
    place.remove();
    return described;
  },

  /** The viewer shows this colour in the middle of the element; waits for it. */
  async shows(selector: string, colour: readonly number[], within = 5000): Promise<string> {
    const endMs = performance.now() + within;
    for (;;) {
      const seen = await middleOf(lab.live.viewer.frame.contentDocument!, selector);
      if (seen.every((part, index) => Math.abs(part - colour[index]!) < 12)) return 'it';
      if (performance.now() > endMs) return `${selector} shows ${seen.join()}`;
      await new Promise((done) => setTimeout(done, 30));
    }
  },

  /** The size and the words of what stands in the place of a picture. */
  labelOf(selector: string): string | null {
    const element = find(lab.live.viewer.frame.contentDocument!, selector);
    const svg = decodeURIComponent(element ? pictureOf(element) : '');
    const [, width, height] = /<svg[^>]*width='(\d+)' height='(\d+)'/.exec(svg) ?? [];
    const words = Array.from(svg.matchAll(/>([^<]+)<\/text>/g), ([, line]) => line).join(' ');
    return words ? `${width}x${height} ${words}` : null;
  },

  /** How many frames of each kind the customer's side has sent. */
  kinds(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const frame of lab.live.frames) {
      const kind = kindOf(frame[0]!) ?? 'unknown';
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    return counts;
  },

  /** What was told of assets, in order. */
  answers(): string[] {
    return lab.live.frames.flatMap((frame) => {
      const decoded = decode(frame);
      if (!decoded.ok || decoded.message.kind !== 'assetFound') return [];
      const { what } = decoded.message;
      return [what.is === 'missing' ? `missing ${what.why}` : what.is];
    });
  },

  /** The store holds so many assets. */
  async kept(count: number): Promise<void> {
    const database = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('alongside-assets');
      request.onsuccess = () => done(request.result);
    });
    const held = () =>
      new Promise<number>((done) => {
        const request = database.transaction('uses').objectStore('uses').count();
        request.onsuccess = () => done(request.result);
      });
    for (let tries = 0; tries < 200 && (await held()) < count; tries++)
      await new Promise((done) => setTimeout(done, 20));
    database.close();
  },

  /** What the two frames are to be compared by, as pictures. */
  stage(): { isMarked: boolean; width: number; height: number } {
    const marks = '[alongside-masked],[alongside-blocked],[alongside-foreign]';
    const isMarked = (root: ParentNode): boolean =>
      root.querySelector(marks) !== null ||
      [...root.querySelectorAll('*')].some((element) => {
        const inner = element.shadowRoot ?? (element as HTMLIFrameElement).contentDocument;
        return inner ? isMarked(inner) : false;
      });
    return { isMarked: isMarked(lab.live.viewer.frame.contentDocument!), ...size };
  },

  /** Sizes are observed, and events come, when the page has been laid out. */
  async settled(): Promise<void> {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  },

  /** The middle of an element of the customer's page, in this page's pixels. */
  pointOf(findIn: (document: Document) => Element | null): { x: number; y: number } {
    const element = findIn(lab.customer.document);
    if (!element) throw new Error('no such element');
    const box = element.getBoundingClientRect();
    let [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    for (let view = element.ownerDocument.defaultView; view && view !== window;) {
      const frame: Element | null = view.frameElement;
      if (!frame) break;
      const outer = frame.getBoundingClientRect();
      x += outer.x + frame.clientLeft;
      y += outer.y + frame.clientTop;
      view = frame.ownerDocument.defaultView;
    }
    return { x, y };
  },

  /** Is what the viewer shows full screen as large as its page? */
  fullscreens(): string {
    const shown = lab.live.viewer.frame.contentDocument!;
    const element = shown.querySelector('[alongside-fullscreen]');
    if (!element) return 'nothing is full screen';
    const { x, y, width, height } = element.getBoundingClientRect();
    const { clientWidth, clientHeight } = shown.documentElement;
    return x === 0 && y === 0 && width === clientWidth && height >= clientHeight
      ? 'as large as the page'
      : `${x} ${y} ${width} ${height} in ${clientWidth} ${clientHeight}`;
  },

  /** A snapshot of one run of HTML whose sum, but for a style element, is not that of the HTML. */
  wrongHtml(html = '<p>x</p>'): { ops: Uint8Array } {
    const writer = createOpWriter();
    writer.insert(0, 0, 1 as NodeId);
    writer.document('https://shop.example/' as MaskedText, 'noQuirks');
    const isStyle = html.startsWith('<style');
    const sum = sumNode(sumNode(0, nameCode('STYLE'), 0), nameCode('#text'), 1);
    writer.html(html as MaskedText, 2, isStyle ? sum : 7, []);
    writer.end();
    writer.end();
    return { ops: writer.take() };
  },

  /** What the live side has sent since the last call, to be shown in another browser. */
  taken: 0,
  takeFrames(): number[][] {
    lab.flush();
    const { frames } = lab.live;
    const fresh = frames.slice(lab.taken);
    lab.taken = frames.length;
    return fresh.map((frame) => [...frame]);
  },

  /** A viewer without a customer beside it, fed with frames from elsewhere. */
  shown: null as unknown as Viewer,
  /** Where the shown page is, and what of it the customer sees. */
  page: null as ViewerPage | null,
  receive(frames: readonly number[][]): void {
    lab.shown ??= createViewer({
      container: document.body,
      loopbackAssets: true,
      onPage: (page) => (lab.page = page),
      onLayout: () => undefined,
      onApplied: () => undefined,
      onInexact: () => undefined,
      onResync: () => undefined,
      onFrame: () => undefined,
    });
    for (const frame of frames) {
      const decoded = decode(Uint8Array.from(frame));
      if (decoded.ok) lab.shown.apply(decoded.message as PageMessage);
    }
  },

  mutate: (seed: number, steps: number, masks = true) =>
    mutate(lab.customer, lab.flush, seed, steps, masks),

  /** Every byte that was sent so far, as text. */
  sent(): string {
    return lab.live.frames.map((frame) => new TextDecoder().decode(frame)).join('\n');
  },
};

export type Lab = typeof lab;
(window as unknown as { lab: Lab }).lab = lab;
