// Style sheets: those of style and link elements, and constructed ones that documents and shadow roots adopt.
// A sheet travels as its whole text when it was marked, or when a cheap look at it shows that it changed.
import type { NodeId } from '../../protocol/ids.ts';
import type { OpWriter } from '../../protocol/opWriter.ts';
import { maskAddress, maskSheet } from '../privacy/mask.ts';
import type { Care } from '../privacy/policy.ts';
import { isOffered } from './alternatives.ts';
import { lookAtDoubted } from './doubtedSheets.ts';
import type { NodeIds } from './nodeIds.ts';
import { sheetText, touchSheet } from './sheetText.ts';

type Owner = HTMLStyleElement | HTMLLinkElement;
type Root = Document | ShadowRoot;

const MOST_REACHED = 64;

export function createSheets(writer: OpWriter, ids: NodeIds) {
  const owners = new Map<Owner, Care>();
  const marked = new Set<Owner | CSSStyleSheet>();
  const roots = new Map<Root, { adopted: string; readonly care: Care }>();
  /** A sheet is masked while masked roots alone have adopted it. */
  let constructed = new Map<CSSStyleSheet, { readonly id: NodeId; readonly care: Care }>();
  const shown = new WeakMap<object, string>();
  /** Rules that script holds, as they were told last; those that were reached for last stay. */
  const reached = new Map<CSSRule, string>();

  function lookAtReached(): void {
    for (const [rule, told] of reached) {
      const sheet = rule.parentStyleSheet;
      if (!sheet) reached.delete(rule);
      else if (rule.cssText !== told) {
        reached.set(rule, rule.cssText);
        touchSheet(sheet);
        mark(sheet);
      }
    }
  }

  /** `care` comes with an owner that is written as new. */
  function mark(sheet: Owner | CSSStyleSheet, care?: Care): void {
    if ('cssRules' in sheet) {
      if (constructed.has(sheet)) marked.add(sheet);
      else if (owners.has(sheet.ownerNode as Owner)) marked.add(sheet.ownerNode as Owner);
      return;
    }
    owners.set(sheet, care ?? owners.get(sheet) ?? 0);
    marked.add(sheet);
  }

  /** Changes by what no wrapper sees (another realm's methods, rules edited in place) mostly show in these. */
  function glance(owner: Owner | CSSStyleSheet): string {
    const sheet = 'cssRules' in owner ? owner : owner.sheet;
    try {
      return `${sheet?.cssRules.length}${sheet?.disabled}${sheet?.media.mediaText}`;
    } catch {
      return `${sheet?.disabled}`;
    }
  }

  function writeOwner(owner: Owner): void {
    const id = ids.idOf(owner);
    if (!id) return void owners.delete(owner);
    const { sheet } = owner;
    const href = owner.localName === 'link' ? (owner as HTMLLinkElement).href : '';
    const text = owner.hasAttribute('disabled') && !sheet ? '' : sheetText(owner, sheet);
    const care = owners.get(owner) ?? 0;
    const base = href ? maskAddress(href, care) : null;
    const media = owner.getAttribute('media');
    // Another origin's sheet may not be read here: the agent's browser loads it.
    const source = text ?? `@import url(${JSON.stringify(href)});`;
    writer.sheet(
      id,
      maskSheet(source, care),
      base,
      media ? maskSheet(media, care) : null,
      (sheet?.disabled ?? false) || isOffered(owner),
    );
  }

  function writeConstructed(sheet: CSSStyleSheet): void {
    const { id, care } = constructed.get(sheet)!;
    const media = sheet.media.mediaText;
    writer.sheet(
      id,
      maskSheet(sheetText(null, sheet) ?? '', care),
      null,
      media ? maskSheet(media, care) : null,
      sheet.disabled,
    );
  }

  function idOf(sheet: CSSStyleSheet, care: Care): NodeId {
    const known = constructed.get(sheet);
    const both = known ? known.care & care : care;
    if (known?.care === both) return known.id;
    const id = known?.id ?? ids.allocate();
    constructed.set(sheet, { id, care: both });
    marked.delete(sheet);
    shown.set(sheet, glance(sheet));
    writeConstructed(sheet);
    return id;
  }

  function writeAdopted(root: Root): void {
    const list = root.adoptedStyleSheets;
    const before = roots.get(root)!;
    if (!list || (list.length === 0 && before.adopted === '')) return;
    const adopted = Array.from(list, (sheet) => idOf(sheet, before.care));
    const now = adopted.join();
    const id = ids.idOf(root);
    if (now === before.adopted || !id) return;
    before.adopted = now;
    writer.adopted(id, adopted);
  }

  return {
    mark,
    reached(rule: CSSRule): void {
      if (reached.has(rule)) return;
      if (reached.size >= MOST_REACHED) reached.delete(reached.keys().next().value!);
      reached.set(rule, rule.cssText);
    },
    /** Something may have been changed before anybody watched: looks at one sheet, or at all. False when none is left. */
    doubt: (isAll: boolean) => lookAtDoubted(owners.keys(), mark, isAll),
    addRoot: (root: Root, care: Care) => void roots.set(root, { adopted: '', care }),
    removeRoot: (root: Root) => void roots.delete(root),
    write(): void {
      lookAtReached();
      for (const root of roots.keys()) writeAdopted(root);
      for (const sheet of [...owners.keys(), ...constructed.keys()]) {
        const look = glance(sheet);
        if (!marked.has(sheet) && shown.get(sheet) === look) continue;
        shown.set(sheet, look);
        if ('cssRules' in sheet) writeConstructed(sheet);
        else writeOwner(sheet);
      }
      marked.clear();
    },
    clear(): void {
      owners.clear();
      marked.clear();
      roots.clear();
      constructed = new Map();
    },
  };
}
