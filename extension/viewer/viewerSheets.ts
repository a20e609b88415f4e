// The customer's style sheets in the viewer: in style elements, and constructed ones adopted by documents and shadow roots. A sheet that
// is told rule by rule has one rule here for each of them, whatever this browser makes of it: indices stay aligned.
import type { NodeId } from '../../protocol/ids.ts';
import { schemeBits } from '../../protocol/environment.ts';
import type { RuleEdit } from '../../protocol/opCodes.ts';
import { ownStyle, pageStyle } from './ownStyle.ts';
import { rewriteCss } from './rewriteCss.ts';

interface Shown {
  readonly owner: HTMLStyleElement | null;
  /** As it came: whole, or rule by rule. */
  readonly source: string | string[];
  readonly base: string;
  media: string | null;
  disabled: boolean;
  /** The owner's own, or one copy for each document that adopts it: a constructed sheet belongs to one document. */
  readonly sheets: Map<Document, CSSStyleSheet>;
}

type Root = Document | ShadowRoot;

/** Stands for a rule that this browser does not take: it may stand anywhere, and does nothing. */
const NOTHING = '@layer alongside-nothing;';
const MOST_REWRITTEN = 256;

function countOf(sheet: CSSStyleSheet): number {
  try {
    return sheet.cssRules.length;
  } catch {
    // Firefox has no rules until what the sheet imports is there.
    return -1;
  }
}

function insert(sheet: CSSStyleSheet, at: number, text: string): void {
  const count = sheet.cssRules.length;
  try {
    sheet.insertRule(text, at);
  } catch {
    // Not a rule to this browser.
  }
  if (sheet.cssRules.length === count) sheet.insertRule(NOTHING, at);
}

const documentOf = (root: Root) => (root.nodeType === 9 ? (root as Document) : root.ownerDocument!);

export interface SheetContext {
  /** The address from which something is loaded. */
  resolve(address: string, base: string): string | null;
  /** Answers queries for the customer (rewriteMedia.ts). */
  media(queries: string): string;
}

/** `isOutermost`: `page` is shown by itself, and not in a frame that has joined. */
export function createViewerSheets(
  page: () => Document,
  isOutermost: boolean,
  { resolve, media }: SheetContext,
) {
  const shown = new Map<NodeId, Shown>();
  /** What an element's sheet has is lost where the element is moved: it is a new sheet then. */
  const fragile = new Set<Shown>();
  const own = new WeakMap<Document, CSSStyleSheet>();
  let schemes = '';
  const rewritten = new Map<string, { readonly base: string; readonly css: string }>();

  const rewrite = (text: string, base: string) =>
    rewriteCss(text, (address) => resolve(address, base), media);
  const ownTextOf = (document: Document) =>
    document === page() ? schemes + (isOutermost ? pageStyle : '') + ownStyle : ownStyle;

  /** One sheet in many places is gone through once. */
  function rewriteOnce(text: string, base: string): string {
    const known = rewritten.get(text);
    if (known?.base === base) return known.css;
    const css = rewrite(text, base);
    if (rewritten.size >= MOST_REWRITTEN) rewritten.clear();
    rewritten.set(text, { base, css });
    return css;
  }

  function construct(document: Document): CSSStyleSheet {
    const Sheet =
      (document.defaultView as (Window & typeof globalThis) | null)?.CSSStyleSheet ?? CSSStyleSheet;
    return new Sheet();
  }

  function ownOf(document: Document): CSSStyleSheet {
    let sheet = own.get(document);
    if (!sheet) {
      sheet = construct(document);
      sheet.replaceSync(ownTextOf(document));
      own.set(document, sheet);
    }
    return sheet;
  }

  /** Gives the sheet another text; for an element that is another sheet. */
  function replace({ owner }: Shown, sheet: CSSStyleSheet | null, css: string) {
    if (!owner) {
      sheet!.replaceSync(css);
      return sheet;
    }
    if (owner.textContent !== css || sheet) owner.textContent = css;
    return owner.sheet;
  }

  function fill(one: Shown, document: Document, before: CSSStyleSheet | null): void {
    const { source, base } = one;
    const isWhole = typeof source === 'string';
    showMedia(one);
    let sheet = replace(one, before, rewriteOnce(isWhole ? source : source.join('\n'), base));
    if (sheet && !isWhole && countOf(sheet) >= 0 && countOf(sheet) !== source.length) {
      sheet = replace(one, sheet, '');
      source.forEach((rule, at) => insert(sheet!, at, rewrite(rule, base)));
    }
    if (sheet) one.sheets.set(document, sheet);
    show(one);
  }

  /** To some browsers an element with another medium has another sheet. */
  function showMedia({ owner, media: asked }: Shown): void {
    const queries = asked && media(asked);
    if (!owner || owner.getAttribute('media') === queries) return;
    if (queries) owner.setAttribute('media', queries);
    else owner.removeAttribute('media');
  }

  function show({ owner, sheets, media: asked, disabled }: Shown): void {
    for (const sheet of sheets.values()) {
      if (!owner) sheet.media.mediaText = asked ? media(asked) : '';
      sheet.disabled = disabled;
    }
  }

  function keep(id: NodeId, one: Shown): void {
    const before = shown.get(id);
    if (before) fragile.delete(before);
    shown.set(id, one);
    const { owner, source, sheets } = one;
    const isText = (of?: Shown) => !of || typeof of.source === 'string';
    if (owner) {
      fill(one, owner.ownerDocument, isText(before) ? null : owner.sheet);
      if (typeof source !== 'string' || one.disabled) fragile.add(one);
    }
    for (const [document, sheet] of owner ? [] : (before?.sheets ?? [])) {
      sheets.set(document, sheet);
      fill(one, document, sheet);
    }
  }

  function apply(one: Shown, sheet: CSSStyleSheet, { at, removed, texts }: RuleEdit): void {
    for (let i = 0; i < removed; i++) sheet.deleteRule(at);
    texts.forEach((text, i) => insert(sheet, at + i, rewrite(text, one.base)));
  }

  function copyOf(id: NodeId, document: Document): CSSStyleSheet {
    const one = shown.get(id);
    if (!one || one.owner) throw new Error('unknown sheet');
    if (!one.sheets.has(document)) fill(one, document, construct(document));
    return one.sheets.get(document)!;
  }

  function restore(): void {
    for (const one of fragile) {
      const { owner, sheets } = one;
      const now = owner!.sheet;
      if (!now || sheets.get(owner!.ownerDocument) === now) continue;
      sheets.clear();
      fill(one, owner!.ownerDocument, now);
    }
  }

  return {
    /** The viewer's own sheet comes last, in every root. */
    adopt(root: Root, sheets: readonly NodeId[]): void {
      const document = documentOf(root);
      // Its frame was moved, and has begun anew; what is in it is told again in a moment.
      if (!document.defaultView) return;
      root.adoptedStyleSheets = [...sheets.map((id) => copyOf(id, document)), ownOf(document)];
    },
    /** What the page's own document supports where no sheet says it. */
    setSchemes(bits: number): void {
      const names = Object.entries(schemeBits).flatMap(([name, bit]) => (bits & bit ? [name] : []));
      const now = names.length > 0 ? `:where(:root) { color-scheme: ${names.join(' ')} }` : '';
      if (now === schemes) return;
      schemes = now;
      own.get(page())?.replaceSync(ownTextOf(page()));
    },
    set(
      id: NodeId,
      owner: HTMLStyleElement | null,
      source: string | string[],
      base: string,
      queries: string | null,
      disabled: boolean,
    ): void {
      keep(id, { owner, source, base, media: queries, disabled, sheets: new Map() });
    },
    /** `count` is how many rules the customer's sheet had before. Returns what it says now. */
    edit(
      id: NodeId,
      count: number,
      edits: readonly RuleEdit[],
    ): { readonly base: string; text(): string } {
      const one = shown.get(id);
      const rules = one?.source;
      if (!one || typeof rules !== 'object' || rules.length !== count)
        throw new Error('not the sheet that was told');
      const aligned = [...one.sheets].filter(([, sheet]) => countOf(sheet) === count);
      for (const edit of edits) {
        if (edit.at + edit.removed > rules.length) throw new Error('no such rule');
        rules.splice(edit.at, edit.removed, ...edit.texts);
        for (const [, sheet] of aligned) apply(one, sheet, edit);
      }
      for (const [document, sheet] of one.sheets)
        if (countOf(sheet) !== rules.length) fill(one, document, sheet);
      return { base: one.base, text: () => rules.join('\n') };
    },
    setState(id: NodeId, queries: string | null, disabled: boolean): void {
      const one = shown.get(id);
      if (!one) throw new Error('unknown sheet');
      one.media = queries;
      one.disabled = disabled;
      if (one.owner && disabled) fragile.add(one);
      showMedia(one);
      show(one);
      restore();
    },
    /** Queries have other answers now, or an address leads elsewhere: in this sheet, or in all. */
    answerAnew(id?: NodeId): void {
      rewritten.clear();
      const again = id === undefined ? [...shown.values()] : [shown.get(id)];
      for (const one of again.filter((known) => known !== undefined))
        for (const [document, sheet] of one.sheets) fill(one, document, one.owner?.sheet ?? sheet);
    },
    /** After elements were moved. */
    restore,
    forget(id: NodeId): void {
      const one = shown.get(id);
      if (one) fragile.delete(one);
      shown.delete(id);
    },
    clear(): void {
      for (const state of [shown, fragile, rewritten]) state.clear();
    },
  };
}
