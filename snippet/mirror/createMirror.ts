// The snippet's half of the page's reproduction. Observers only mark what changed; once a frame the final state is read
// through the privacy policy and leaves as one mutation batch. No exception leaves this file: a failure ends the session.
import { limits } from '../../protocol/limits.ts';
import type { NodeId } from '../../protocol/ids.ts';
import { createOpWriter } from '../../protocol/opWriter.ts';
import { maskAddress, maskAttribute, maskText } from '../privacy/mask.ts';
import { careBits } from '../privacy/policy.ts';
import { createCollector } from './collect.ts';
import { frameDocument, hasNoChildren, isSheetOwner } from './contentOf.ts';
import { fieldKey, readField } from './fieldState.ts';
import type { Field } from './fieldState.ts';
import type { Mirror, MirrorOptions } from './mirror.ts';
import { placeTouched } from './placeTouched.ts';
import { createSheets } from './sheets.ts';
import { createSlotted } from './slotted.ts';
import { createStates } from './states.ts';
import { topLayerState } from './topLayer.ts';
import { watchRoot } from './watchRoot.ts';
import { watchScripts } from './watchScripts.ts';

/** How often what no event reports is looked at: values set by script, adopted sheets, the address. */
const POLL_MS = 200;
const FRAME_MS = 16;
/** More than this waiting to leave: hold back and let changes coalesce. */
const HELD_BACK_BYTES = 1 << 20;
/** Snapshots may take this part of the time, and a second more at once: whoever asks for them without end may not hold up the page. */
const SNAPSHOT_SHARE = 1 / 5;
const SNAPSHOT_AHEAD_MS = 1000;
/** Attributes that take part in what the policy decides about an element. */
const decisive =
  /^(data-alongside|type|autocomplete|name|id|placeholder|aria-label|aria-labelledby|slot)$/;

export function createMirror(options: MirrorOptions): Mirror {
  const { window: top, ids, policy, isOwn } = options;
  const page = top.document;
  const writer = createOpWriter();
  const touched = new Set<Node>();
  const remirrored = new Set<Node>();
  const changedAttributes = new Map<Element, Set<string>>();
  const changedTexts = new Set<CharacterData>();
  const scrolled = new Set<Node>();
  const fields = new Map<Field, string>();
  const layered = new Map<Element, string>();
  const roots = new Map<Document | ShadowRoot, () => void>();
  const rootOf = new WeakMap<Element, Document | ShadowRoot>();
  const boxSizes = new WeakMap<Element, string>();
  const scripted = new Map<Window, () => void>();
  const sheets = createSheets(writer, ids);
  const careOf = (id: NodeId) => collector.careOf(id);
  const states = createStates(writer, ids, isOwn, careOf);
  const slotted = createSlotted(ids, policy, careOf);

  let gone: NodeId[] = [];
  let sequence = 0;
  let acknowledged = 0;
  let stopped = false;
  let live = false;
  let restedAtMs = 0;
  let snapshotDue = 0;
  let frame = 0;
  let timer = 0;
  let lastFlush = 0;
  let shownPage = '';
  let shownViewport = '';

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

  const collector = createCollector(writer, ids, policy, isOwn, {
    root(root, host, care) {
      if (host) rootOf.set(host, root);
      if (!roots.has(root)) roots.set(root, watch(root));
      sheets.addRoot(root, care);
    },
    sheetOwner: sheets.mark,
    field: (field) => fields.set(field, ''),
    blocked: (element) => boxes.observe(element, { box: 'border-box' }),
    element(element) {
      if (topLayerState(element) !== 'none') layered.set(element, 'none');
      if (!live && (element.scrollTop || element.scrollLeft)) scrolled.add(element);
    },
    written(node) {
      if (touched.size > 0) touched.delete(node);
    },
    known(node, id, care) {
      touched.delete(node);
      if (collector.careOf(id) === care) return true;
      gone.push(id);
      forget(node);
      return false;
    },
  });

  /** A box that stands for something withheld has to keep its size. The first report of each only tells what was sent. */
  const boxes = new ResizeObserver(
    guarded((entries) => {
      for (const { target, borderBoxSize } of entries) {
        const size = `${borderBoxSize[0]?.inlineSize} ${borderBoxSize[0]?.blockSize}`;
        const before = boxSizes.get(target);
        boxSizes.set(target, size);
        if (before !== undefined && before !== size) later(() => remirrored.add(target));
      }
    }),
  );
  const observer = new MutationObserver(guarded(mark));

  function watch(root: Document | ShadowRoot): () => void {
    observer.observe(root, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    const view = root.nodeType === 9 ? (root as Document).defaultView : null;
    if (view && !scripted.has(view))
      scripted.set(view, watchScripts(view as Window & typeof globalThis, scriptEvents));
    const unwatch = watchRoot(root, {
      scrolled: guarded((node) => later(() => scrolled.add(node))),
      fieldChanged: guarded(() => schedule()),
      loaded: guarded(reloaded),
      toggled: guarded((element) =>
        later(() => layered.set(element, layered.get(element) ?? 'none')),
      ),
      pointed: guarded((change) => states.pointed(change) && schedule()),
    });
    return () => {
      unwatch();
      if (view) scripted.get(view)?.();
      if (view) scripted.delete(view);
    };
  }

  const scriptEvents = {
    onSheet: guarded((sheet: CSSStyleSheet) => later(() => sheets.mark(sheet))),
    onShadow: guarded((host: Element) => later(() => remirrored.add(host))),
    onAdopted: guarded(schedule),
  };

  function later(change: () => unknown): void {
    change();
    schedule();
  }

  /** These and all that is in them are told anew, with new ids and the policy's decision of now. */
  function remirrorAll(): void {
    slotted.settle((node) => remirrored.add(node));
    for (const element of remirrored) {
      placing.gone(element);
      touched.add(element);
    }
    remirrored.clear();
  }

  /** A frame has a new document, a sheet has arrived, a picture its size. */
  function reloaded(element: Element): void {
    if (isSheetOwner(element)) sheets.mark(element);
    else if (
      element.localName === 'iframe' &&
      frameDocument(element) !== (rootOf.get(element) ?? null)
    )
      remirrored.add(element);
    else return;
    schedule();
  }

  function mark(records: MutationRecord[]): void {
    for (const record of records) {
      const { type, target, addedNodes, removedNodes, attributeName } = record;
      slotted.mark(record);
      if (type === 'childList') {
        if (target.nodeType === 1 && hasNoChildren(target as Element)) {
          if (isSheetOwner(target as Element)) sheets.mark(target as HTMLStyleElement);
          continue;
        }
        addedNodes.forEach((node) => touched.add(node));
        removedNodes.forEach((node) => touched.add(node));
      } else if (!ids.idOf(target) && !(target.parentNode && ids.idOf(target.parentNode))) continue;
      else if (type === 'attributes') markAttribute(target as Element, attributeName!);
      else if (target.parentElement && isSheetOwner(target.parentElement))
        sheets.mark(target.parentElement);
      else changedTexts.add(target as CharacterData);
    }
    schedule();
  }

  function markAttribute(element: Element, name: string): void {
    const id = ids.idOf(element);
    if (!id) return;
    if (decisive.test(name) && policy.careOf(element) !== collector.careOf(id))
      return void remirrored.add(element);
    if (isSheetOwner(element) && /^(href|rel|media|disabled|type)$/.test(name))
      sheets.mark(element);
    else if (element.localName === 'link' && name === 'rel') return void remirrored.add(element);
    if (/^(open|popover)$/.test(name)) layered.set(element, layered.get(element) ?? 'none');
    // Here or there, an attribute may have changed the state: a new type drops the value.
    if (fields.has(element as Field)) fields.set(element as Field, '');
    const names = changedAttributes.get(element);
    if (names) names.add(name);
    else changedAttributes.set(element, new Set([name]));
  }

  /** Forgets the ids of a node and of all that is still in it. */
  function forget(from: Node): void {
    const pending: Node[] = [from];
    for (let node = pending.pop(); node; node = pending.pop()) {
      const id = ids.idOf(node);
      if (!id) continue;
      // It was moved in here, but the viewer still has it where it was.
      if (node !== from && touched.has(node)) gone.push(id);
      ids.forget(node);
      for (let child = node.firstChild; child; child = child.nextSibling) pending.push(child);
      if (node.nodeType === 1) {
        fields.delete(node as Field);
        layered.delete(node as Element);
        if (collector.careOf(id) & careBits.blocked) boxes.unobserve(node as Element);
        const root = rootOf.get(node as Element);
        if (root) pending.push(root);
      } else if (roots.has(node as ShadowRoot)) {
        roots.get(node as ShadowRoot)!();
        roots.delete(node as ShadowRoot);
        sheets.removeRoot(node as ShadowRoot);
      }
      collector.forget(id);
    }
  }

  const placing = {
    hasPlace(node: Node): boolean {
      const parent = node.parentNode;
      const id = ids.idOf(parent);
      if (!id || !node.isConnected || isOwn(node)) return false;
      if (parent!.nodeType === 1 && hasNoChildren(parent as Element)) return false;
      return !(collector.careOf(id) & careBits.blocked);
    },
    isMirrored: (node: Node) => ids.idOf(node) !== 0,
    insert(node: Node, next: Node | null): void {
      const parent = ids.idOf(node.parentNode);
      writer.insert(parent, ids.idOf(next), ids.next());
      collector.write(node, collector.careOf(parent));
      const select = (node.parentNode as Element).closest?.('select');
      if (select) fields.set(select, '');
    },
    gone(node: Node): void {
      const id = ids.idOf(node);
      if (!id) return;
      gone.push(id);
      forget(node);
    },
  };

  function writeTexts(): void {
    for (const text of changedTexts) {
      const id = ids.idOf(text);
      if (id && text.nodeType === 3) writer.text(id, maskText(text.data, collector.careOf(id)));
    }
    changedTexts.clear();
  }

  function writeAttributes(firstNew: NodeId): void {
    for (const [element, names] of changedAttributes) {
      const id = ids.idOf(element);
      if (!id || id >= firstNew) continue;
      for (const name of names) {
        const value = element.getAttribute(name);
        const sheetOwned = isSheetOwner(element) && /^(href|rel|media)$/.test(name);
        if (sheetOwned || (element.localName === 'iframe' && name === 'src')) continue;
        writer.attribute(
          id,
          name,
          value === null
            ? null
            : maskAttribute(name, value, collector.careOf(id), element.localName),
        );
      }
    }
    changedAttributes.clear();
  }

  function writeFields(): void {
    for (const [field, shown] of fields) {
      const id = ids.idOf(field);
      if (!id) continue;
      const state = readField(field, collector.careOf(id));
      const key = fieldKey(state);
      if (key === shown) continue;
      fields.set(field, key);
      writer.field(id, state);
    }
  }

  function writeScroll(): void {
    for (const node of scrolled) {
      const id = ids.idOf(node);
      const element = node.nodeType === 9 ? (node as Document).scrollingElement : (node as Element);
      if (id && element) writer.scroll(id, element.scrollLeft, element.scrollTop);
    }
    scrolled.clear();
  }

  function writeTopLayer(): void {
    for (const [element, shown] of layered) {
      const id = ids.idOf(element);
      const state = topLayerState(element);
      if (!id || state === shown) continue;
      writer.topLayer(id, state);
      layered.set(element, state);
    }
  }

  function writePage(): void {
    const care = collector.careOf(ids.idOf(page.documentElement));
    const title = page.querySelector('title');
    const shown = `${page.location.href}\n${page.title}`;
    if (shown === shownPage) return;
    shownPage = shown;
    writer.page(
      maskAddress(page.location.href, care),
      maskText(page.title, title ? policy.careOf(title) : care),
    );
  }

  function writeViewport(): void {
    const root = page.documentElement;
    const width = root?.clientWidth || top.innerWidth;
    const shown = `${width} ${top.innerHeight} ${top.devicePixelRatio}`;
    if (shown === shownViewport) return;
    shownViewport = shown;
    writer.viewport(width, top.innerHeight, top.devicePixelRatio);
  }

  function writeRest(firstNew: NodeId): void {
    writeTexts();
    writeAttributes(firstNew);
    sheets.write();
    writeFields();
    writeTopLayer();
    writeScroll();
    states.write();
    writePage();
    writeViewport();
  }

  function send(kind: 'snapshot' | 'batch'): void {
    sequence++;
    lastFlush = top.performance.now();
    options.send({ kind, sequence, ops: writer.take() });
  }

  function collectChanges(): void {
    mark0(observer.takeRecords());
    const firstNew = ids.next();
    remirrorAll();
    placeTouched(touched, placing);
    if (gone.length > 0) writer.remove(gone.splice(0));
    writeRest(firstNew);
    if (!writer.isEmpty()) send('batch');
  }

  /** Records that were taken by hand; no new flush needs to be scheduled for them. */
  function mark0(records: MutationRecord[]): void {
    if (records.length > 0) mark(records);
    unschedule();
  }

  function flush(): void {
    unschedule();
    if (!live || isHeldBack()) return;
    collectChanges();
  }

  const isHeldBack = () =>
    sequence - acknowledged > limits.unacknowledgedBatches ||
    options.bufferedBytes() > HELD_BACK_BYTES;

  const flushGuarded = guarded(flush);

  /** At once when the last flush is a frame ago, with the next frame otherwise; by the timer alone in a hidden tab. */
  function schedule(): void {
    if (timer || !live) return;
    const rested = top.performance.now() - lastFlush >= FRAME_MS;
    if (!rested) frame = top.requestAnimationFrame(flushGuarded);
    timer = top.setTimeout(flushGuarded, rested ? 0 : 50);
  }

  function unschedule(): void {
    top.cancelAnimationFrame(frame);
    top.clearTimeout(timer);
    frame = timer = 0;
  }

  function snapshot(): void {
    live = false;
    unschedule();
    observer.takeRecords();
    for (const marks of [
      touched,
      remirrored,
      changedTexts,
      scrolled,
      changedAttributes,
      fields,
      layered,
    ])
      marks.clear();
    gone = [];
    for (const [root, unwatch] of roots) {
      if (root === page) continue;
      unwatch();
      roots.delete(root);
    }
    ids.clear();
    slotted.clear();
    writer.reset();
    collector.clear();
    sheets.clear();
    states.forget();
    shownPage = shownViewport = '';
    writer.insert(0, 0, ids.next());
    collector.write(page, 0);
    if (page.scrollingElement?.scrollTop || page.scrollingElement?.scrollLeft) scrolled.add(page);
    writeRest(ids.next());
    live = true;
    acknowledged = sequence;
    send('snapshot');
  }

  /** At once, unless too many were taken just now: then one for all who ask meanwhile. */
  function askSnapshot(): void {
    if (snapshotDue) return;
    const startMs = top.performance.now();
    const waitMs = restedAtMs - startMs - SNAPSHOT_AHEAD_MS;
    if (waitMs > 0) {
      snapshotDue = top.setTimeout(guarded(takeDue), waitMs);
      return;
    }
    snapshot();
    const tookMs = top.performance.now() - startMs;
    restedAtMs = Math.max(restedAtMs, startMs) + tookMs / SNAPSHOT_SHARE;
  }

  function takeDue(): void {
    snapshotDue = 0;
    askSnapshot();
  }

  const poll = top.setInterval(
    guarded(() => live && page.visibilityState === 'visible' && !isHeldBack() && flush()),
    POLL_MS,
  );
  const resized = guarded(schedule);
  top.addEventListener('resize', resized);

  function stop(): void {
    stopped = true;
    live = false;
    unschedule();
    top.clearTimeout(snapshotDue);
    observer.disconnect();
    boxes.disconnect();
    top.clearInterval(poll);
    top.removeEventListener('resize', resized);
    for (const unwatch of roots.values()) unwatch();
    roots.clear();
    fields.clear();
    ids.clear();
  }

  return {
    snapshot: guarded(askSnapshot),
    acknowledged: guarded((upTo) => {
      acknowledged = Math.max(acknowledged, upTo);
      schedule();
    }),
    flush: flushGuarded,
    stop: () => {
      if (!stopped) stop();
    },
  };
}
