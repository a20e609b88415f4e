// The snippet's half of the page's reproduction. Observers only mark what changed; at most every 16 ms the final state is
// read through the privacy policy and leaves as one mutation batch. No exception leaves this file: a failure ends the session.
import { limits } from '../../protocol/limits.ts';
import type { NodeId } from '../../protocol/ids.ts';
import { createOpWriter } from '../../protocol/opWriter.ts';
import { careBits } from '../privacy/policy.ts';
import { createAskedStates } from './askedStates.ts';
import { createBases } from './bases.ts';
import { createChanges } from './changes.ts';
import { createCollector } from './collect.ts';
import {
  frameDocument,
  hasNoChildren,
  isFrame,
  isSheetOwner,
  mirrorParent,
  shadowOf,
} from './contentOf.ts';
import { createDefinitions } from './definitions.ts';
import { createEnvironment } from './environment.ts';
import { createFlushTimer } from './flushTimer.ts';
import { createLooking } from './looking.ts';
import type { Mirror, MirrorOptions } from './mirror.ts';
import { createMotionOnDemand } from './motionOnDemand.ts';
import { meetInOwnRealm } from './ownRealm.ts';
import { placeTouched } from './placeTouched.ts';
import { createScrollScan } from './scrollScan.ts';
import { createSheets } from './sheets.ts';
import { createShownState } from './shownState.ts';
import { createSlotted } from './slotted.ts';
import { createStates } from './states.ts';
import { topLayerState } from './topLayer.ts';
import { watchBoxes } from './watchBoxes.ts';
import { createRootWatch } from './watchRoot.ts';
import { watchScripts } from './watchScripts.ts';

/** How often what no event reports is looked at: values set by script, adopted sheets, the address. */
const POLL_MS = 200;
/** And for how long at once. */
const POLLING_MS = 2;
/** More than this waiting to leave: hold back and let changes coalesce. */
const HELD_BACK_BYTES = 1 << 20;
/** Snapshots may take this part of the time, and a second more at once: whoever asks for them without end may not hold up the page. */
const SNAPSHOT_SHARE = 1 / 5;
const SNAPSHOT_AHEAD_MS = 1000;

/** And what rules ask of the page takes at most this part. */
const RULES_SHARE = 1 / 5;

/** Nodes written in one go before the clock is looked at again. */
const BLOCK_NODES = 2000;
/** What is written in one task: a large page, or much that is new, leaves in slices between which the page goes on. */
const SLICE_MS = 10;
/** Slices leave together, this many nodes or so long: the more, the smaller they deflate. */
const MESSAGE_NODES = 8000;
const MESSAGE_MS = 300;

/** So often may HTML have turned out not to parse alike before it is used no more. */
const MOST_DOUBTS = 3;

type Root = Document | ShadowRoot;
const everything = { subtree: true, childList: true, attributes: true, characterData: true };

export function createMirror(options: MirrorOptions): Mirror {
  const { window: view, ids, policy, isOwn } = options;
  const page = view.document;
  const writer = createOpWriter();
  const roots = new Map<Root, () => void>();
  const rootOf = new WeakMap<Element, Root>();
  const nowMs = () => view.performance.now();
  const careOf = (id: NodeId) => collector.careOf(id);
  const asked = createAskedStates(writer, ids, careOf, nowMs);
  const heard = (seen: string, text: string) => {
    asked.sheet(seen);
    scrollScan.sheet(text);
  };
  const sheets = createSheets(writer, ids, heard, () => schedule());
  const states = createStates(page, writer, ids, isOwn, careOf);
  const shown = createShownState(
    view,
    writer,
    ids,
    policy,
    careOf,
    (field) => {
      anew.add(field);
      schedule();
    },
    options.placed,
  );
  const slotted = createSlotted(ids, policy, careOf);
  const changes = createChanges({
    writer,
    ids,
    policy,
    shown,
    careOf,
    sheets,
    markSlots: slotted.markRoot,
  });
  const { touched, anew, renewed } = changes;

  const bases = createBases(writer, ids, careOf);
  const definitions = createDefinitions(writer, ids, () => schedule());

  const motion = createMotionOnDemand({ writer, ids, careOf, roots: () => roots.keys() }, () =>
    schedule(),
  );
  const environment = createEnvironment(view, writer, () => schedule());
  const looking = createLooking(view, writer, ids, careOf, () => schedule());

  /** Parents whose children did not all fit into a slice. The page may take away the one to go on with. */
  const unfinished = new Set<Node>();
  let insertingInto: Node | null = null;
  let notReached: Node | null = null;
  let gone: NodeId[] = [];
  let sequence = 0;
  let acknowledged = 0;
  /** When the last message left, and the first id that it did not hold. */
  let sentAtMs = 0;
  let sentUpTo = 0;
  let stopped = false;
  let live = false;
  let heldBack = false;
  /** For how long the next flush looks at what no event reports. */
  let pollDueMs = 0;
  /** What was scrolled before is looked for when all of the page has been told. */
  let scanDue = false;
  let restedAtMs = 0;
  let snapshotDue = 0;
  let doubts = 0;
  let inexact: Parameters<Mirror['inexact']>[0] = [];
  /** The page as a whole is under another care: nothing is told until all of it is told anew. */
  let isRuledAnew = false;
  /** Rules take time on large pages: until then they are not asked again, and nothing is told. */
  let rulesRestMs = 0;
  let sliceEndsMs = Infinity;

  const guarded =
    <A extends unknown[]>(work: (...args: A) => void) =>
    (...args: A): void => {
      if (stopped) return;
      try {
        work(...args);
      } catch (error) {
        stop();
        options.onFailure(error);
      }
    };

  const scrollScan = createScrollScan(view, guarded, (element) => scrolled(element));
  const timer = createFlushTimer(
    view,
    guarded(() => flush(SLICE_MS, pollDueMs)),
  );
  const schedule = () => void (live && timer.ask());
  /** A listener that marks something, and asks for a flush. */
  const marking = <A extends unknown[]>(work: (...args: A) => void) =>
    guarded((...args: A) => {
      work(...args);
      schedule();
    });

  const observer = new MutationObserver(
    guarded((records) => {
      if (mark(records)) live && timer.ask(true);
      else schedule();
    }),
  );
  const boxes = watchBoxes(marking((element) => void anew.add(element)));
  const scriptEvents = {
    inserted: marking(sheets.inserted),
    deleted: marking(sheets.deleted),
    changed: marking(sheets.changed),
    replaced: marking(sheets.replaced),
    switched: marking(sheets.switched),
    reached: marking(sheets.reached),
    adopted: marking(sheets.adopted),
    registered: marking(sheets.registered),
    shadow: marking((host: Element) => void anew.add(host)),
    animated: marking(motion.animated),
    remade: marking(motion.remade),
  };
  const scrolled = marking(shown.scrolled);
  const watchRoot = createRootWatch({
    scrolled,
    fieldChanged: marking(shown.fieldChanged),
    loaded: marking(reloaded),
    toggled: marking(shown.layer),
    slotted: marking((slot: HTMLSlotElement) => {
      shown.slot(slot);
      slotted.markRoot(slot);
    }),
    pointed: marking(states.pointed),
  });

  const lookForLayer = (element: Element): void => {
    if (topLayerState(element) !== 'none') shown.layer(element);
  };
  const collector = createCollector(writer, ids, policy, isOwn, {
    root(root, host, care) {
      if (host) rootOf.set(host, root);
      if (!roots.has(root)) roots.set(root, watch(root));
      sheets.addRoot(root, care);
      policy.meet(root);
      definitions.added();
    },
    sheetOwner: sheets.mark,
    field: shown.field,
    blocked(element) {
      boxes.add(element);
      lookForLayer(element);
    },
    element(element) {
      lookForLayer(element);
      if (element.localName === 'iframe') options.framed?.(element as HTMLIFrameElement);
      if (element.localName === 'slot') shown.slot(element as HTMLSlotElement);
    },
    written(node) {
      if (touched.size > 0) touched.delete(node);
    },
    known(node, id, care) {
      touched.delete(node);
      // A frame that was moved so that its document lives on: the viewer's does not.
      const keeps = (frame: Node) =>
        rootOf.get(frame as Element)?.nodeType === 9 &&
        frameDocument(frame as Element) === rootOf.get(frame as Element);
      if (careOf(id) !== care || keeps(node)) {
        again(node);
        return false;
      }
      shown.moved(node);
      if (node.nodeType === 1)
        for (const frame of [...(node as Element).getElementsByTagName('iframe')].filter(keeps))
          again(frame);
      return true;
    },
    later(node) {
      touched.add(node);
      unfinished.add(node.parentNode!);
      if (node.parentNode === insertingInto) notReached = node;
    },
  });

  function watch(root: Root): () => void {
    observer.observe(root, everything);
    const unwatch = watchRoot(root);
    const inner = root.nodeType === 9 ? (root as Document).defaultView : null;
    const restore = inner && watchScripts(inner as Window & typeof globalThis, scriptEvents);
    return () => {
      unwatch();
      restore?.();
    };
  }

  function mark(records: readonly MutationRecord[]): boolean {
    meetInOwnRealm(records);
    return changes.mark(records);
  }

  /** A frame has a new document, or a sheet has arrived. */
  function reloaded(element: Element): void {
    if (isSheetOwner(element)) sheets.look(element);
    if (isFrame(element) && frameDocument(element) !== (rootOf.get(element) ?? null))
      anew.add(element);
  }

  /** Told anew with all that is in it, within this flush. */
  function again(node: Node): void {
    dismiss(node);
    touched.add(node);
  }

  /** The viewer has to drop the node, and its ids and those of all that is in it are void. */
  function dismiss(node: Node): void {
    const id = ids.idOf(node);
    if (!id) return;
    gone.push(id);
    forget(node);
  }

  function forget(from: Node): void {
    const pending: Node[] = [from];
    for (let node = pending.pop(); node; node = pending.pop()) {
      const id = ids.idOf(node);
      if (!id) continue;
      // It was moved in here, but the viewer still has it where it was.
      if (node !== from && touched.has(node)) gone.push(id);
      ids.forget(node);
      for (let child = node.firstChild; child; child = child.nextSibling) pending.push(child);
      if (node.nodeType === 1) forgetElement(node as Element, id, pending);
      else if (roots.has(node as Root)) forgetRoot(node as Root);
      collector.forget(id);
    }
  }

  function forgetElement(element: Element, id: NodeId, pending: Node[]): void {
    shown.forget(element);
    if (careOf(id) & careBits.blocked) boxes.remove(element);
    const root = rootOf.get(element);
    if (root) pending.push(root);
  }

  function forgetRoot(root: Root): void {
    roots.get(root)!();
    roots.delete(root);
    sheets.removeRoot(root);
  }

  const placing = {
    hasPlace(node: Node): boolean {
      const parent = node.parentNode;
      const id = ids.idOf(parent);
      if (!id || !node.isConnected || isOwn(node)) return false;
      if (parent!.nodeType === 1 && hasNoChildren(parent as Element)) return false;
      return !(careOf(id) & careBits.blocked);
    },
    isMirrored: (node: Node) => ids.idOf(node) !== 0,
    insert(node: Node, next: Node | null): Node | null {
      const { parentNode } = node;
      const parent = ids.idOf(parentNode);
      definitions.added();
      insertingInto = parentNode;
      notReached = null;
      writer.insert(parent, ids.idOf(next), ids.next());
      collector.write(node, next, careOf(parent), BLOCK_NODES);
      writer.end();
      // Options that come or go change what is chosen, here and in the viewer differently.
      if (/^(select|optgroup)$/.test((parentNode as Element).localName)) {
        const select = (parentNode as Element).closest('select');
        if (select) shown.field(select);
      }
      // Another node stands for the one that was assigned.
      const shadow = parentNode!.nodeType === 1 ? shadowOf(parentNode as Element) : null;
      if (shadow?.slotAssignment === 'manual') shadow.querySelectorAll('slot').forEach(shown.slot);
      return notReached;
    },
    gone: dismiss,
    isSpent: () => nowMs() > sliceEndsMs,
  };

  function writeRest(firstNew: NodeId, pollMs: number): void {
    changes.write(firstNew);
    sheets.write();
    if (pollMs > 0) shown.look(pollMs);
    states.write();
    definitions.write();
    // Places last: how far something can be scrolled depends on all the rest.
    shown.write();
    looking.write();
    motion.write();
    if (pollMs > 0) asked.look(() => roots.keys());
  }

  function send(kind: 'snapshot' | 'batch'): void {
    sequence++;
    timer.flushed();
    sentAtMs = nowMs();
    sentUpTo = ids.next();
    options.send({ kind, sequence, ops: writer.take() });
  }

  const isEnough = () =>
    touched.size === 0 || ids.next() - sentUpTo >= MESSAGE_NODES || nowMs() - sentAtMs > MESSAGE_MS;

  const isHeldBack = () =>
    sequence - acknowledged > limits.unacknowledgedBatches ||
    options.bufferedBytes() > HELD_BACK_BYTES;

  /** Places what was touched. What the slice has no time for stays touched, and nothing is removed meanwhile: it may yet be moved from there. */
  function place(sliceMs: number): void {
    sliceEndsMs = nowMs() + sliceMs;
    placeTouched(touched, placing);
    if (touched.size === 0) finish();
    if (touched.size === 0 && gone.length > 0) writer.remove(gone.splice(0));
  }

  /** Nothing is touched any more: looks for what was left out all the same. */
  function finish(): void {
    for (const parent of unfinished) {
      if (!ids.idOf(parent)) continue;
      for (let child = parent.firstChild; child; child = child.nextSibling) {
        if (ids.idOf(child) || !placing.hasPlace(child)) continue;
        touched.add(child);
        break;
      }
    }
    if (touched.size === 0) unfinished.clear();
  }

  function scan(): void {
    if (!scanDue || touched.size > 0) return;
    scanDue = false;
    scrollScan.start(roots.keys());
  }

  /** Looks for what nothing reports. */
  function lookAround(pollMs: number): void {
    if (pollMs === Infinity) asked.rested();
    sheets.poll();
    motion.poll();
    definitions.look(roots.keys());
  }

  /** Judges anew what the site's rules say of the page as it is now. False where nothing may be told by a batch. */
  function settleRules(): boolean {
    const startMs = nowMs();
    const settled = policy.settle(roots.keys());
    rulesRestMs = nowMs() + (nowMs() - startMs) / RULES_SHARE;
    timer.rest(rulesRestMs);
    if (settled === 'held') return false;
    if (settled === 'renewed') isRuledAnew = true;
    else
      for (const element of settled) {
        if (ids.idOf(element) && policy.careOf(element) !== careOf(ids.idOf(element)))
          anew.add(element);
        slotted.markRoot(element);
      }
    if (isRuledAnew) askSnapshot();
    return !isRuledAnew;
  }

  /** `pollMs`: how long to look at what no event reports. */
  function flush(sliceMs: number, pollMs: number): void {
    timer.cancel();
    pollDueMs = 0;
    heldBack = live && isHeldBack();
    if (!live || heldBack) return;
    if (sliceMs !== Infinity && nowMs() < rulesRestMs) return schedule();
    mark(observer.takeRecords());
    if (!settleRules()) return;
    if (pollMs > 0) lookAround(pollMs);
    for (const document of renewed) {
      if (document === page) return askSnapshot();
      const frame = mirrorParent(document);
      if (frame) anew.add(frame);
    }
    renewed.clear();
    environment.write();
    const firstNew = ids.next();
    slotted.settle((node) => anew.add(node));
    for (const node of anew) {
      dismiss(node);
      touched.add(node);
    }
    anew.clear();
    bases.write(roots.keys());
    place(sliceMs);
    const doubted = sheets.doubt(sliceMs === Infinity);
    writeRest(firstNew, pollMs);
    if (!writer.isEmpty() && isEnough()) send('batch');
    scan();
    if (touched.size > 0 || doubted) schedule();
  }

  /** With the snapshot, and so no more often: whoever says it may not be a viewer. */
  function markInexact(): void {
    // A page that goes on building what no parser builds would have a snapshot for each of it.
    if (inexact.length > 0 && ++doubts > MOST_DOUBTS) collector.exactOnly();
    for (const { first, count } of inexact)
      for (let id = first; id < first + Math.min(count, limits.runNodes); id++) {
        const node = ids.nodeOf(id as NodeId);
        if (node) collector.inexact(node);
      }
    inexact = [];
  }

  function snapshot(): void {
    // Each root is met anew.
    if (policy.settle([]) === 'held') return;
    isRuledAnew = false;
    markInexact();
    live = false;
    timer.cancel();
    observer.takeRecords();
    // A document that was written anew has lost its listeners.
    for (const root of roots.keys()) forgetRoot(root);
    for (const state of [
      changes,
      slotted,
      shown,
      ids,
      collector,
      sheets,
      states,
      environment,
      looking,
      unfinished,
      definitions,
      asked,
    ])
      state.clear();
    gone = [];
    writer.reset();
    environment.write();
    writer.insert(0, 0, ids.next());
    collector.write(page, null, policy.base(), BLOCK_NODES);
    writer.end();
    // What did not fit leaves with the next batches: this is one task.
    place(-1);
    states.look();
    definitions.look(roots.keys());
    motion.look();
    shown.scrolled(page);
    if (page.fullscreenElement) shown.layer(page.fullscreenElement);
    writeRest(ids.next(), 0);
    asked.look(() => roots.keys());
    live = true;
    acknowledged = sequence;
    send('snapshot');
    scanDue = true;
    scan();
    sized.disconnect();
    if (page.documentElement) sized.observe(page.documentElement);
    schedule();
  }

  /** At once, unless the last one was just now: then one for all who ask meanwhile. */
  function askSnapshot(): void {
    if (snapshotDue) return;
    const startMs = nowMs();
    const waitMs = restedAtMs - startMs - SNAPSHOT_AHEAD_MS;
    if (waitMs > 0) {
      snapshotDue = view.setTimeout(guarded(takeDue), waitMs);
      return;
    }
    snapshot();
    const tookMs = nowMs() - startMs;
    restedAtMs = Math.max(restedAtMs, startMs) + tookMs / SNAPSHOT_SHARE;
  }

  function takeDue(): void {
    snapshotDue = 0;
    askSnapshot();
  }

  const poll = view.setInterval(
    guarded(() => {
      if (page.visibilityState !== 'visible') return;
      pollDueMs = POLLING_MS;
      schedule();
    }),
    POLL_MS,
  );
  const resized = marking(shown.resized);
  view.addEventListener('resize', resized);
  const sized = new ResizeObserver(resized);

  function stop(): void {
    stopped = true;
    live = false;
    timer.cancel();
    view.clearTimeout(snapshotDue);
    observer.disconnect();
    boxes.stop();
    environment.stop();
    looking.stop();
    view.clearInterval(poll);
    view.removeEventListener('resize', resized);
    sized.disconnect();
    for (const unwatch of roots.values()) unwatch();
    roots.clear();
    for (const state of [changes, shown, ids, collector, sheets, scrollScan]) state.clear();
  }

  return {
    snapshot: guarded(askSnapshot),
    acknowledged: guarded((upTo) => {
      acknowledged = Math.max(acknowledged, upTo);
      if (heldBack) schedule();
    }),
    inexact: guarded((runs) => {
      inexact = runs;
      askSnapshot();
    }),
    flush: guarded(() => {
      if (live) scrollScan.finish();
      flush(Infinity, Infinity);
      // Only now is all of a large page told.
      if (scrollScan.finish()) flush(Infinity, 0);
    }),
    stop: () => {
      if (!stopped) stop();
    },
  };
}
