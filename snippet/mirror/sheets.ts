// Style sheets: those of style and link elements, and constructed ones that documents and shadow roots adopt.
// A sheet travels as its whole text when it was marked, or when a cheap look at it shows that it changed.
import type { NodeId } from '../../protocol/ids.ts';
import type { OpWriter } from '../../protocol/opWriter.ts';
import { maskAddress, maskSheet } from '../privacy/mask.ts';
import type { NodeIds } from './nodeIds.ts';
import { sheetText } from './sheetText.ts';

type Owner = HTMLStyleElement | HTMLLinkElement;
type Root = Document | ShadowRoot;

export function createSheets(writer: OpWriter, ids: NodeIds) {
  const owners = new Set<Owner>();
  const marked = new Set<Owner | CSSStyleSheet>();
  const roots = new Map<Root, string>();
  let constructed = new Map<CSSStyleSheet, NodeId>();
  const shown = new WeakMap<object, string>();

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
    const base = href ? maskAddress(href, 0) : null;
    const media = owner.getAttribute('media');
    // Another origin's sheet may not be read here: the agent's browser loads it.
    const source = text ?? `@import url(${JSON.stringify(href)});`;
    writer.sheet(
      id,
      maskSheet(source),
      base,
      media ? maskSheet(media) : null,
      sheet?.disabled ?? false,
    );
  }

  function writeConstructed(sheet: CSSStyleSheet, id: NodeId): void {
    const media = sheet.media.mediaText;
    writer.sheet(
      id,
      maskSheet(sheetText(null, sheet) ?? ''),
      null,
      media ? maskSheet(media) : null,
      sheet.disabled,
    );
  }

  function writeAdopted(root: Root): void {
    const list = root.adoptedStyleSheets;
    if (!list || (list.length === 0 && roots.get(root) === '')) return;
    const adopted = Array.from(list, (sheet) => {
      const known = constructed.get(sheet);
      if (known) return known;
      const id = ids.allocate();
      constructed.set(sheet, id);
      marked.delete(sheet);
      shown.set(sheet, glance(sheet));
      writeConstructed(sheet, id);
      return id;
    });
    const key = adopted.join();
    const id = ids.idOf(root);
    if (key === roots.get(root) || !id) return;
    roots.set(root, key);
    writer.adopted(id, adopted);
  }

  return {
    mark(sheet: Owner | CSSStyleSheet): void {
      if ('cssRules' in sheet) {
        if (constructed.has(sheet)) marked.add(sheet);
        else if (owners.has(sheet.ownerNode as Owner)) marked.add(sheet.ownerNode as Owner);
        return;
      }
      owners.add(sheet);
      marked.add(sheet);
    },
    addRoot: (root: Root) => void roots.set(root, ''),
    removeRoot: (root: Root) => void roots.delete(root),
    write(): void {
      for (const root of roots.keys()) writeAdopted(root);
      for (const sheet of [...owners, ...constructed.keys()]) {
        const look = glance(sheet);
        if (!marked.has(sheet) && shown.get(sheet) === look) continue;
        shown.set(sheet, look);
        if ('cssRules' in sheet) writeConstructed(sheet, constructed.get(sheet)!);
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
