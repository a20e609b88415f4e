// The customer's style sheets in the viewer: text in style elements, and constructed sheets adopted by documents and shadow roots.
import type { NodeId } from '../../protocol/ids.ts';
import { schemeBits } from '../../protocol/environment.ts';
import { ownStyle, pageStyle } from './ownStyle.ts';

interface Constructed {
  readonly text: string;
  readonly media: string | null;
  readonly disabled: boolean;
  /** A constructed sheet belongs to one document: one copy for each that adopts it. */
  readonly copies: Map<Document, CSSStyleSheet>;
}

type Root = Document | ShadowRoot;

/** `isOutermost`: `page` is shown by itself, and not in a frame that has joined. */
export function createViewerSheets(page: () => Document, isOutermost: boolean) {
  const constructed = new Map<NodeId, Constructed>();
  const own = new WeakMap<Document, CSSStyleSheet>();
  let schemes = '';

  const textOf = (document: Document) =>
    document === page() ? schemes + (isOutermost ? pageStyle : '') + ownStyle : ownStyle;

  function build(document: Document, text: string): CSSStyleSheet {
    const Sheet =
      (document.defaultView as (Window & typeof globalThis) | null)?.CSSStyleSheet ?? CSSStyleSheet;
    const sheet = new Sheet();
    sheet.replaceSync(text);
    return sheet;
  }

  function ownOf(document: Document): CSSStyleSheet {
    const sheet = own.get(document) ?? build(document, textOf(document));
    own.set(document, sheet);
    return sheet;
  }

  function copyOf(id: NodeId, document: Document): CSSStyleSheet[] {
    const sheet = constructed.get(id);
    if (!sheet) return [];
    let copy = sheet.copies.get(document);
    if (!copy) {
      copy = build(document, sheet.text);
      if (sheet.media) copy.media.mediaText = sheet.media;
      copy.disabled = sheet.disabled;
      sheet.copies.set(document, copy);
    }
    return [copy];
  }

  const documentOf = (root: Root) =>
    root.nodeType === 9 ? (root as Document) : root.ownerDocument!;

  return {
    /** The viewer's own sheet comes last, in every root. */
    adopt(root: Root, sheets: readonly NodeId[]): void {
      const document = documentOf(root);
      // Its frame was moved, and has begun anew; what is in it is told again in a moment.
      if (!document.defaultView) return;
      root.adoptedStyleSheets = [...sheets.flatMap((id) => copyOf(id, document)), ownOf(document)];
    },
    /** What the page's own document supports where no sheet says it. */
    setSchemes(bits: number): void {
      const names = Object.entries(schemeBits).flatMap(([name, bit]) => (bits & bit ? [name] : []));
      const now = names.length > 0 ? `:where(:root) { color-scheme: ${names.join(' ')} }` : '';
      if (now === schemes) return;
      schemes = now;
      own.get(page())?.replaceSync(textOf(page()));
    },
    setConstructed(id: NodeId, text: string, media: string | null, disabled: boolean): void {
      const copies = constructed.get(id)?.copies ?? new Map<Document, CSSStyleSheet>();
      for (const copy of copies.values()) {
        copy.replaceSync(text);
        copy.media.mediaText = media ?? '';
        copy.disabled = disabled;
      }
      constructed.set(id, { text, media, disabled, copies });
    },
    setOwned(owner: Element, text: string, media: string | null, disabled: boolean): void {
      if (owner.textContent !== text) owner.textContent = text;
      if (media) owner.setAttribute('media', media);
      else owner.removeAttribute('media');
      const sheet = (owner as HTMLStyleElement).sheet;
      if (sheet) sheet.disabled = disabled;
    },
    clear: () => constructed.clear(),
  };
}
