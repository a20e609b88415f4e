// Runs in the tests' page: control on a real document, with commands named by selector and their outcomes by promise.
import { controlKinds } from '../../../protocol/command.ts';
import type { Action, Command, ControlKind, Outcome } from '../../../protocol/command.ts';
import { NO_NODE } from '../../../protocol/ids.ts';
import type { GrantId, NodeId } from '../../../protocol/ids.ts';
import { createNodeIds } from '../../mirror/nodeIds.ts';
import { createPolicy } from '../../privacy/createPolicy.ts';
import { createControl } from '../createControl.ts';

type Result = Outcome['result'];
type Given = Partial<Pick<Command, 'number' | 'grant'>>;

const ids = createNodeIds(1, () => {});
const waiting = new Map<number, (result: Result) => void>();
const live = {
  grant: 1 as number | null,
  kinds: [...controlKinds] as ControlKind[],
  once: [] as ControlKind[],
  paused: false,
  denied: [] as ControlKind[],
  /** Selectors of what asks the customer. */
  confirms: '',
  used: 0,
  asked: [] as string[],
  waits: [] as (string | null)[],
  kept: null as string | null,
  patience: 10_000,
};
let next = 1;

const control = createControl({
  window,
  ids,
  policy: createPolicy(),
  isOwn: (node) => (node as Element).localName === 'own-interface',
  grant: () =>
    live.grant === null
      ? null
      : { grant: live.grant as GrantId, kinds: live.kinds, once: live.once },
  paused: () => live.paused,
  limits: {
    denies: (kind) => live.denied.includes(kind),
    mustConfirm: (element) => live.confirms !== '' && element.closest(live.confirms) !== null,
  },
  outcomes: { read: () => live.kept, write: (text) => void (live.kept = text) },
  patienceMs: () => live.patience,
  onUsed: () => {
    live.used++;
    live.kinds = live.kinds.filter((kind) => !live.once.includes(kind));
    live.once = [];
  },
  onConfirm: ({ label }) => void live.asked.push(label),
  onWaits: (waits) => void live.waits.push(waits?.for ?? null),
  onOutcome: ({ number, result }) => waiting.get(number)?.(result),
});

/** `a >>> b` goes into a's shadow root or frame. */
function find(path: string): Element {
  let scope: ParentNode = document;
  let found: Element | null = null;
  for (const selector of path.split(' >>> ')) {
    found = scope.querySelector(selector);
    if (!found) throw new Error(`nothing at ${path}`);
    scope = (found as HTMLIFrameElement).contentDocument ?? found.shadowRoot ?? found;
  }
  return found!;
}

const idFor = (element: Element): NodeId => ids.idOf(element) || ids.add(element);

/** Empty: where the focus is. */
const idOf = (path: string): NodeId => (path === '' ? NO_NODE : idFor(find(path)));

function perform(action: Action, given: Given = {}): Promise<Result> {
  const number = given.number ?? next++;
  return new Promise((resolve) => {
    waiting.set(number, resolve);
    control.perform({ number, grant: given.grant ?? (1 as GrantId), action });
  });
}

const place = (path: string, x = 0.5, y = 0.5) => ({ node: idOf(path), x, y });

const stage = {
  live,
  control,
  perform,
  place,
  find,
  idOf,
  idFor,
  click: (
    path: string,
    more: { button?: number; count?: number; modifiers?: number; x?: number; y?: number } = {},
  ) =>
    perform({
      type: 'click',
      button: 0,
      count: 1,
      modifiers: 0,
      place: place(path, more.x, more.y),
      ...more,
    }),
  hover: (path: string) => perform({ type: 'hover', place: place(path) }),
  text: (path: string, text: string) => perform({ type: 'text', node: idOf(path), text }),
  key: (path: string, key: string, modifiers = 0) =>
    perform({ type: 'key', node: idOf(path), key, code: key, modifiers }),
  fill: (path: string, value: string) => perform({ type: 'fill', node: idOf(path), value }),
  select: (path: string, ...indexes: number[]) =>
    perform({ type: 'select', node: idOf(path), indexes }),
  paste: (path: string, text: string) => perform({ type: 'paste', node: idOf(path), text }),
  /** A press at the middle of the first that moves to the middle of each other, and ends there. */
  async drag(...paths: (string | { path: string; x: number; y: number })[]): Promise<Result[]> {
    const places = paths.map((each) =>
      typeof each === 'string' ? place(each) : place(each.path, each.x, each.y),
    );
    const told: Promise<Result>[] = [];
    places.forEach((at, index) => {
      const phase = index === 0 ? 'start' : 'move';
      told.push(perform({ type: 'drag', phase, place: at, modifiers: 0 }));
    });
    told.push(perform({ type: 'drag', phase: 'end', place: places.at(-1)!, modifiers: 0 }));
    return Promise.all(told);
  },
  scroll: (path: string, dx: number, dy: number) =>
    perform({ type: 'scroll', place: place(path), dx, dy }),
  navigate: (to: 'back' | 'forward' | 'reload' | 'address', address = '') =>
    perform({ type: 'navigate', to, address }),
  /** What the page hears of these events from now on: `type target`, and what they carry. */
  hear(...types: string[]): string[] {
    const heard: string[] = [];
    for (const type of types)
      document.addEventListener(
        type,
        (event) => {
          const { id, localName } = event.composedPath()[0] as Element;
          const { data, inputType, key, detail } = event as InputEvent & KeyboardEvent;
          const carried = inputType
            ? `${inputType}:${data}`
            : (key ?? (type === 'click' ? detail : ''));
          heard.push(`${type} ${id || localName} ${carried}`.trim());
        },
        true,
      );
    return heard;
  },
};

export type Stage = typeof stage;
declare global {
  interface Window {
    stage: Stage;
  }
}
window.stage = stage;
