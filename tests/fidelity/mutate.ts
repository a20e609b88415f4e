// Runs in the browser: random changes to the customer's page, by a seed, over every op the mirror knows; in shadow roots and frames as well.
import { ways } from './mutateTree.ts';
import type { Playing } from './mutateTree.ts';
import { moreWays } from './mutateState.ts';

/** Mulberry32, a small seeded generator. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const MOST_ELEMENTS = 250;
const skipped = 'select, svg, style, script, alongside-ui';

/** Every element that may be played with, bodies included, whatever root or frame it is in. */
function everything(body: HTMLElement): Element[] {
  const found: Element[] = [];
  const pending: ParentNode[] = [body];
  for (let root = pending.pop(); root; root = pending.pop()) {
    if (root.nodeType === 1) found.push(root as Element);
    for (const element of root.querySelectorAll('*')) {
      if (element.closest(skipped)) continue;
      found.push(element);
      if (element.shadowRoot) pending.push(element.shadowRoot);
      const inner = (element as HTMLIFrameElement).contentDocument?.body;
      if (inner) pending.push(inner);
    }
  }
  return found;
}

/** Frames load by themselves: until each of them has what it was given. */
async function framesLoaded(page: Document): Promise<void> {
  const isThere = (frame: HTMLIFrameElement) =>
    frame.contentDocument?.body?.dataset['there'] === '';
  const frames = () =>
    everything(page.body).filter(
      (element): element is HTMLIFrameElement => element.localName === 'iframe',
    );
  for (let waited = 0; waited < 60 && !frames().every(isThere); waited++)
    await new Promise((done) => requestAnimationFrame(done));
}

/** `masks`: some of it is masked or blocked; then sizes cannot be compared. */
export async function mutate(
  view: Window & typeof globalThis,
  flush: () => void,
  seed: number,
  steps: number,
  masks: boolean,
): Promise<void> {
  const next = random(seed);
  const page = view.document;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const playing: Playing = {
    view,
    page,
    masks,
    next,
    number: (below) => Math.floor(next() * below),
    pick,
    all: () => everything(page.body),
    stash: [],
  };
  const every = [...ways, ...moreWays];
  for (let step = 0; step < steps; step++) {
    if (playing.all().length > MOST_ELEMENTS) page.body.lastElementChild?.remove();
    pick(every)(playing);
    if (next() < 0.1) flush();
  }
  await framesLoaded(page);
}
