// Runs in the browser: a customer's page in one frame, mirrored through real frames into a real viewer beside it, and a second
// viewer that starts from a fresh snapshot. Comparing the three is the law of fidelity.
import type { Policies } from '../../snippet/privacy/compile.ts';
import { createRules } from '../../snippet/privacy/createRules.ts';
import type { SiteRules } from '../../snippet/privacy/createRules.ts';
import { createPolicy } from '../../snippet/privacy/createPolicy.ts';
import { fetchMotion } from '../../snippet/mirror/motionOnDemand.ts';
import { createViewer } from '../../extension/viewer/createViewer.ts';
import type { PageMessage, Viewer, ViewerPage } from '../../extension/viewer/viewer.ts';
import { decode } from '../../protocol/frame.ts';
import type { MessageOf } from '../../protocol/frame.ts';
import type { NodeId } from '../../protocol/ids.ts';
import { kindOf } from '../../protocol/kinds.ts';
import type { MaskedText } from '../../protocol/maskedText.ts';
import { createOpWriter } from '../../protocol/opWriter.ts';
import { nameCode, sumNode } from '../../protocol/treeSum.ts';
import { describePage } from './describePage.ts';
import { labelOf, showsColour } from './labPictures.ts';
import { createSide } from './labSide.ts';
import type { Side } from './labSide.ts';
import { importsLoaded, transitionsEnded } from './labWaits.ts';
import { mutate } from './mutate.ts';

/** One policy for all sides: what was once a password stays one for each of them. */
let policy = createPolicy();

/** As large as the customer's frame, beside each other and whole in one picture; the late joiner's is below. */
const size = { width: 800, height: 600 } as const;
function placeAt(left: number, top: number): HTMLElement {
  const place = document.createElement('alongside-ui');
  place.style.cssText = `position:absolute;left:${left}px;top:${top}px`;
  return document.body.appendChild(place);
}

document.body.style.margin = '0';

const shownPage = () => lab.live.viewer.frame.contentDocument!;

const lab = {
  customer: null as unknown as Window & typeof globalThis,
  live: null as unknown as Side,
  rules: null as SiteRules | null,
  rulings: [] as (string | null)[],
  reports: [] as MessageOf<'ruleMatches'>[],

  /** Opens the customer's page and starts mirroring it. */
  async open(address: string, policies: Policies | null = null): Promise<void> {
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
    lab.obey(policies);
    lab.live = createSide(lab.customer, policy, placeAt(size.width, 0));
    lab.live.mirror.snapshot();
  },

  /** Mirrors the page that the lab itself is in: what only the outermost page has. */
  async openHere(): Promise<void> {
    const own = document.createElement('alongside-ui');
    own.style.cssText = 'position: fixed; width: 0; height: 0; overflow: hidden';
    document.body.append(own);
    lab.customer = window;
    lab.live = createSide(window, policy, own);
    lab.live.mirror.snapshot();
  },

  /** The site's policies are these from now on. */
  obey(policies: Policies | null): void {
    if (!policies) return;
    if (lab.rules) return lab.rules.use(policies);
    lab.rules = createRules({
      window: lab.customer,
      policies,
      onRuling: ({ pause }) => lab.rulings.push(pause),
      report: (message) => lab.reports.push(message),
    });
    policy.obey(lab.rules);
  },

  /** Who decided about an element, as words. */
  why: (selector: string): string =>
    lab
      .rules!.explain(lab.customer.document.querySelector(selector)!, policy)
      .map(({ treatment, by, rule }) => `${treatment} ${by} ${rule}`.trim())
      .join(', '),

  flush(): void {
    lab.live.mirror.flush();
  },

  /** Takes down what `open` put up. Is the page as good as new? */
  leave(): boolean {
    lab.live.mirror.stop();
    lab.live.assets.stop();
    lab.live.viewer.dispose();
    document.body.replaceChildren();
    document.getSelection()?.removeAllRanges();
    scrollTo(0, 0);
    policy = createPolicy();
    lab.taken = 0;
    return document.fullscreenElement === null && document.activeElement === document.body;
  },

  /** The law: all three sides are alike. Only what differs is worth its way out of the browser. */
  async law(withBoxes: boolean) {
    const { customer, live, late, ...rest } = await lab.compare();
    const told = (lines: string[]) =>
      withBoxes ? lines : lines.filter((line) => !line.trimStart().startsWith('□'));
    const sides = { customer: told(customer), live: told(live), late: told(late) };
    const [wanted, ...others] = Object.values(sides).map((lines) => lines.join('\n'));
    const isHeld = others.every((lines) => lines === wanted);
    return { ...rest, lines: customer.length, unlike: isHeld ? null : sides };
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
    const late = createSide(lab.customer, policy, place);
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
      live: describePage(shownPage(), null),
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
  shows: (selector: string, colour: readonly number[]) => showsColour(shownPage, selector, colour),
  /** The size and the words of what stands in the place of a picture. */
  labelOf: (selector: string) => labelOf(shownPage(), selector),

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
    return { isMarked: isMarked(shownPage()), ...size };
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
    const shown = shownPage();
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
