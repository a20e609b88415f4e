// Writes a whole page as a snapshot's ops, from a small description; tells the ids that its nodes got.
import type { NodeId } from '../../protocol/ids.ts';
import type { MaskedText } from '../../protocol/maskedText.ts';
import { createOpWriter } from '../../protocol/opWriter.ts';

export interface PageElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (PageElement | string)[];
  /** care bits: 1 masked, 2 locked. */
  readonly care?: number;
}

export interface PageDescription {
  readonly address: string;
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly css: string;
  readonly body: readonly (PageElement | string)[];
}

export const el = (
  name: string,
  attributes: Record<string, string>,
  ...children: (PageElement | string)[]
): PageElement => ({ name, attributes, children });

const masked = (text: string) => text as MaskedText;

/** `ids` by the elements' `id` attribute. */
export function writePage(page: PageDescription): { ops: Uint8Array; ids: Map<string, NodeId> } {
  const writer = createOpWriter();
  const ids = new Map<string, NodeId>();
  let next = 1;
  const html = 'http://www.w3.org/1999/xhtml';

  const write = (node: PageElement | string): void => {
    const id = next++ as NodeId;
    if (typeof node === 'string') return writer.textNode(masked(node));
    writer.element(html, node.name, node.care ?? 0);
    for (const [name, value] of Object.entries(node.attributes)) {
      if (name === 'id') ids.set(value, id);
      writer.elementAttribute(name, masked(value));
    }
    writer.attributesEnd();
    for (const child of node.children) write(child);
    writer.end();
  };

  writer.page(masked(page.address), masked(page.title));
  writer.viewport(page.width, page.height, 1);
  writer.insert(0, 0, next as NodeId);
  next++;
  writer.document(masked(page.address), 'noQuirks');
  write(el('html', {}, el('head', {}, el('style', { id: 'sheet' })), el('body', {}, ...page.body)));
  writer.end();
  writer.end();
  writer.sheet(ids.get('sheet')!, masked(page.css), null, null, false);
  return { ops: writer.take(), ids };
}
