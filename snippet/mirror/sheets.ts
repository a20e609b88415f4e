// Style sheets: those of style and link elements, and constructed ones that documents and shadow roots adopt. A sheet travels as its source,
// once script touches it rule by rule, and from then on what changed in it. Nothing is looked at but what was marked; what no event
// reports is looked for at the slow rhythm.
import type { NodeId } from '../../protocol/ids.ts';
import type { MaskedText } from '../../protocol/maskedText.ts';
import type { OpWriter } from '../../protocol/opWriter.ts';
import { maskAddress, maskSheet } from '../privacy/mask.ts';
import type { Care } from '../privacy/policy.ts';
import { isOffered, switchedSheet } from './alternatives.ts';
import { lookAtDoubted } from './doubtedSheets.ts';
import type { NodeIds } from './nodeIds.ts';
import { createReachedRules } from './reachedRules.ts';
import { createRuleLog } from './ruleLog.ts';
import type { RuleLog } from './ruleLog.ts';
import {
  countImported,
  countRules,
  fetchSource,
  hasHoles,
  isTouched,
  replacedSheet,
  ruleTexts,
  sheetText,
  touchSheet,
} from './sheetText.ts';

type Owner = HTMLStyleElement | HTMLLinkElement;
type Root = Document | ShadowRoot;
/** A constructed sheet has no owner, and stands for itself. */
type Bearer = Owner | CSSStyleSheet;

interface Told {
  /** Of a constructed sheet; an owner has a node's. */
  readonly id: NodeId | 0;
  /** A constructed sheet is masked while masked roots alone have adopted it. */
  readonly care: Care;
  sheet: CSSStyleSheet | null;
  /** Rules that it had. */
  count: number;
  /** And those of the sheets that it imports. */
  imported: number;
  /** The viewer has it rule by rule. */
  isListed: boolean;
  state: string;
}

/** The properties that script has registered, by document, as sheets that nobody adopts: a viewer adopts them. */
const registered = new WeakMap<object, CSSStyleSheet>();

/** What is due for a bearer: a look at what applies to it as a whole and at its log, or all of it. */
type Due = 'look' | 'all';

const sheetOf = (bearer: Bearer) => ('cssRules' in bearer ? bearer : bearer.sheet);
const mediaOf = (bearer: Bearer) =>
  'cssRules' in bearer ? bearer.media.mediaText : (bearer.getAttribute('media') ?? '');
const isOff = (bearer: Bearer): boolean =>
  (sheetOf(bearer)?.disabled ?? false) || (!('cssRules' in bearer) && isOffered(bearer));
const stateOf = (bearer: Bearer) => `${mediaOf(bearer)}|${isOff(bearer)}`;

function outermost(rule: CSSRule): CSSRule {
  let at = rule;
  while (at.parentRule) at = at.parentRule;
  return at;
}

export type Sheets = ReturnType<typeof createSheets>;

/** `heard` is given every sheet and rule that is told: as it is seen, and as it is. */
export function createSheets(
  writer: OpWriter,
  ids: NodeIds,
  heard: (seen: string, text: string) => void,
  schedule: () => void,
) {
  const told = new Map<Bearer, Told>();
  const due = new Map<Bearer, Due>();
  const roots = new Map<Root, { adopted: readonly CSSStyleSheet[]; readonly care: Care }>();
  const dueRoots = new Set<Root>();
  const logs = new Map<CSSStyleSheet, RuleLog>();
  /** Where rules were last; only ever a hint. */
  const places = new WeakMap<CSSRule, number>();
  const reached = createReachedRules(changed);
  /** Not looked into yet. */
  const doubted = new Set<Owner>();

  function ask(bearer: Bearer, what: Due): void {
    if (what === 'all' || !due.has(bearer)) due.set(bearer, what);
  }

  function markImporter(sheet: CSSStyleSheet): void {
    let at = sheet;
    while (at.ownerRule?.parentStyleSheet) at = at.ownerRule.parentStyleSheet;
    const owner = at.ownerNode as Owner | null;
    if (owner && told.has(owner)) due.set(owner, 'all');
  }

  /** The log that an edit of the sheet belongs into; null when the whole of it is due. */
  function logOf(sheet: CSSStyleSheet): RuleLog | null {
    const importer = sheet.ownerRule?.parentStyleSheet;
    if (importer) {
      // Told with what imports it.
      markImporter(importer);
      return null;
    }
    touchSheet(sheet);
    const bearer = told.has(sheet) ? sheet : (sheet.ownerNode as Owner | null);
    const before = bearer && told.get(bearer);
    if (!before) return null;
    const isFollowed = before.isListed && before.sheet === sheet;
    ask(bearer, isFollowed ? 'look' : 'all');
    if (!isFollowed || due.get(bearer) === 'all') return null;
    let log = logs.get(sheet);
    if (log?.isTooLong()) {
      ask(bearer, 'all');
      return null;
    }
    if (!log) logs.set(sheet, (log = createRuleLog()));
    return log;
  }

  function changedSource(owner: Owner): void {
    if (told.has(owner)) due.set(owner, 'all');
    schedule();
  }

  function look(bearer: Bearer | null): void {
    if (bearer && told.has(bearer)) ask(bearer, 'look');
  }

  function changed(rule: CSSRule): void {
    const sheet = rule.parentStyleSheet;
    if (sheet) logOf(sheet)?.changed.add(outermost(rule));
  }

  function placeOf(rules: CSSRuleList, rule: CSSRule): number {
    const isAt = (place = -1) => rules[place] === rule;
    if (!isAt(places.get(rule))) Array.from(rules, (one, place) => places.set(one, place));
    const place = places.get(rule);
    return isAt(place) ? place! : -1;
  }

  function masked(text: string, care: Care): MaskedText {
    const seen = maskSheet(text, care);
    heard(seen, text);
    return seen;
  }
  const mediaText = (bearer: Bearer, care: Care) =>
    mediaOf(bearer) ? maskSheet(mediaOf(bearer), care) : null;

  /** False when the log does not account for what is there. */
  function writeLog(id: NodeId, before: Told, log: RuleLog): boolean {
    const rules = before.sheet!.cssRules;
    if (log.isTooLong() || rules.length !== before.count + log.growth()) return false;
    const edits = log.edits
      .filter(({ removed, texts }) => removed > 0 || texts.length > 0)
      .map(({ at, removed, texts }) => ({
        at,
        removed,
        texts: texts.map((text) => masked(text, before.care)),
      }));
    for (const rule of log.changed) {
      const at = placeOf(rules, rule);
      if (at >= 0) edits.push({ at, removed: 1, texts: [masked(rule.cssText, before.care)] });
    }
    if (edits.length > 0) writer.ruleEdits(id, before.count, edits);
    before.count = rules.length;
    return true;
  }

  function writeWhole(id: NodeId, bearer: Bearer, before: Told): void {
    const { care } = before;
    const sheet = (before.sheet = sheetOf(bearer));
    const owner = 'cssRules' in bearer ? null : bearer;
    before.count = countRules(sheet);
    before.imported = countImported(sheet);
    before.isListed = before.count >= 0 && isTouched(owner, sheet);
    before.state = stateOf(bearer);
    const href = owner?.localName === 'link' ? (owner as HTMLLinkElement).href : '';
    const base = href ? maskAddress(href, care) : null;
    const rest = [base, mediaText(bearer, care), isOff(bearer)] as const;
    if (before.isListed) {
      const rules = ruleTexts(sheet!).map((text) => masked(text, care));
      return writer.sheetRules(id, rules, ...rest);
    }
    const text = owner?.hasAttribute('disabled') && !sheet ? '' : sheetText(owner, sheet);
    if (base && text && hasHoles(text)) fetchSource(sheet!, () => changedSource(owner!));
    // Another origin's sheet may not be read here: the agent's browser loads it.
    const source = text ?? `@import url(${JSON.stringify(href)});`;
    writer.sheet(id, masked(source, care), ...rest);
  }

  /** Another sheet than the one that was told, or changed by what no wrapper sees. */
  function isAnother(bearer: Bearer, before: Told): boolean {
    const sheet = sheetOf(bearer);
    if (sheet !== before.sheet || countImported(sheet) !== before.imported) return true;
    const count = countRules(sheet);
    if (count === before.count + (logs.get(sheet!)?.growth() ?? 0)) return false;
    // What it imports had not come yet when its source was told.
    const wasWaiting = before.count < 0;
    before.count = count;
    if (wasWaiting) return !('cssRules' in bearer) && bearer.localName === 'link';
    if (count >= 0) touchSheet(sheet!);
    return true;
  }

  function write(bearer: Bearer, what: Due): void {
    const before = told.get(bearer)!;
    const id = (before.id || ids.idOf(bearer as Owner)) as NodeId;
    if (!id) return void told.delete(bearer);
    const log = before.sheet && logs.get(before.sheet);
    if (before.sheet) logs.delete(before.sheet);
    const isWhole =
      what === 'all' ||
      sheetOf(bearer) !== before.sheet ||
      !!(log && !writeLog(id, before, log)) ||
      isAnother(bearer, before);
    if (isWhole) return writeWhole(id, bearer, before);
    const state = stateOf(bearer);
    if (state === before.state) return;
    before.state = state;
    writer.sheetState(id, mediaText(bearer, before.care), isOff(bearer));
  }

  function untold(id: NodeId | 0, care: Care): Told {
    return { id, care, sheet: null, count: -1, imported: 0, isListed: false, state: '' };
  }

  function idOf(sheet: CSSStyleSheet, care: Care): NodeId {
    const known = told.get(sheet);
    const both = known ? known.care & care : care;
    if (known?.care === both) return known.id as NodeId;
    const id = known?.id || ids.allocate();
    told.set(sheet, untold(id, both));
    due.delete(sheet);
    write(sheet, 'all');
    return id;
  }

  function adoptedBy(root: Root): readonly CSSStyleSheet[] {
    const properties = registered.get(root);
    const adopted = root.adoptedStyleSheets ?? [];
    return properties ? [...adopted, properties] : adopted;
  }

  function isAdopted(root: Root, before: readonly CSSStyleSheet[]): boolean {
    const now = adoptedBy(root);
    return now.length === before.length && before.every((sheet, at) => now[at] === sheet);
  }

  function replaced(sheet: CSSStyleSheet, source: string): void {
    replacedSheet(sheet, source);
    if (told.has(sheet)) due.set(sheet, 'all');
  }

  function writeAdopted(root: Root): void {
    const before = roots.get(root);
    const id = ids.idOf(root);
    if (!before || !id || isAdopted(root, before.adopted)) return;
    before.adopted = Array.from(adoptedBy(root));
    writer.adopted(
      id,
      before.adopted.map((sheet): NodeId => idOf(sheet, before.care)),
    );
  }

  return {
    /** All of it is to be told; `care` comes with an owner that is written as new. */
    mark(owner: Owner, care = told.get(owner)?.care ?? 0): void {
      if (!told.has(owner)) doubted.add(owner);
      if (told.get(owner)?.care !== care) told.set(owner, untold(0, care));
      due.set(owner, 'all');
    },
    /** Something about it may have changed. */
    look,
    /** Script gave a constructed sheet another source. */
    replaced,
    switched(sheet: CSSStyleSheet): void {
      if (sheet.ownerNode) switchedSheet(sheet.ownerNode as Owner);
      look(told.has(sheet) ? sheet : (sheet.ownerNode as Owner | null));
    },
    inserted: (sheet: CSSStyleSheet, at: number, text: string) => logOf(sheet)?.inserted(at, text),
    deleted: (sheet: CSSStyleSheet, at: number) => logOf(sheet)?.deleted(at),
    changed,
    reached: reached.add,
    registered(root: Document, property: PropertyDefinition): void {
      const { name, syntax = '*', inherits, initialValue } = property;
      let sheet = registered.get(root);
      if (!sheet) registered.set(root, (sheet = new CSSStyleSheet()));
      const initial = initialValue === undefined ? '' : `initial-value:${initialValue}`;
      const rule = `@property ${name}{syntax:"${syntax}";inherits:${inherits};${initial}}`;
      replaced(sheet, (sheetText(null, sheet) ?? '') + rule);
      dueRoots.add(root);
    },
    adopted: (root: Root) => void dueRoots.add(root),
    addRoot(root: Root, care: Care): void {
      roots.set(root, { adopted: [], care });
      dueRoots.add(root);
    },
    removeRoot: (root: Root) => void roots.delete(root),
    /** Something may have been changed before anybody watched: looks at one sheet, or at all. False when none is left. */
    doubt: (isAll: boolean) =>
      lookAtDoubted(doubted, (owner) => void (told.has(owner) && ask(owner, 'all')), isAll),
    /** Looks for what nothing reports: adopted sheets by a list's own methods, media, rules that script holds. */
    poll(): void {
      reached.lookAtAll();
      for (const [root, { adopted }] of roots) if (!isAdopted(root, adopted)) dueRoots.add(root);
      for (const [bearer, before] of told) {
        if (isAnother(bearer, before)) ask(bearer, 'all');
        else if (stateOf(bearer) !== before.state) ask(bearer, 'look');
      }
    },
    write(): void {
      reached.look();
      dueRoots.forEach(writeAdopted);
      dueRoots.clear();
      due.forEach((what, bearer) => told.has(bearer) && write(bearer, what));
      due.clear();
      logs.clear();
    },
    clear(): void {
      for (const state of [told, due, roots, dueRoots, logs, doubted]) state.clear();
    },
  };
}
