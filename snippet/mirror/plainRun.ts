// A run of siblings that are plain throughout, as the HTML that the browser makes of them, and what HTML does not tell.
import { namespaces } from '../../protocol/opCodes.ts';
import type { TextFix } from '../../protocol/opCodes.ts';
import { nameCode, sumNode } from '../../protocol/treeSum.ts';
import type { MaskedText } from '../../protocol/maskedText.ts';
import { maskHtml } from '../privacy/mask.ts';
import type { Forest } from './readForest.ts';

export interface PlainRun {
  readonly html: MaskedText;
  readonly count: number;
  readonly sum: number;
  readonly fixes: readonly TextFix[];
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\u00a0': '&nbsp;',
};
const escape = (text: string) => text.replace(/[&<>\u00a0]/g, (found) => references[found]!);

function htmlOf(node: Node): string {
  if (node.nodeType === 1) return (node as Element).outerHTML;
  return node.nodeType === 3 ? escape((node as Text).data) : '<!---->';
}

const TEXT = nameCode('#text');
const COMMENT = nameCode('#comment');
/** SVG has names of its own with capitals inside; no parser makes such a name of HTML. */
const inside = /<[a-z]+[A-Z]/;

/** The run from index `from` up to `to`; null when something in it needs care after all. */
export function plainRun(forest: Forest, from: number, to: number): PlainRun | null {
  const { nodes, sizes, depths, codes } = forest;
  const top = depths[from]!;
  const fixes: TextFix[] = [];
  let sum = 0;
  let comments = 0;
  /** Depth of the text that came just before, if one did. */
  let textDepth = -1;
  for (let at = from; at < to; at++) {
    const code = codes[at]!;
    const depth = depths[at]! - top;
    sum = sumNode(sum, code, depth);
    if (code === COMMENT) comments++;
    if (code !== TEXT) {
      textDepth = -1;
      continue;
    }
    if (textDepth === depth)
      fixes.push({ at: at - 1 - from, splitAt: (nodes[at - 1] as Text).length });
    else if ((nodes[at] as Text).length === 0 && !isFollowed(at))
      fixes.push({ at: at - from, emptyAtDepth: depth });
    textDepth = depth;
  }
  function isFollowed(at: number): boolean {
    return at + 1 < to && codes[at + 1] === TEXT && depths[at + 1] === depths[at];
  }

  let text = '';
  for (let at = from; at < to; at += sizes[at]!) text += htmlOf(nodes[at]!);
  if (inside.test(text) && hasCapitals(nodes, from, to)) return null;
  const html = maskHtml(text, comments);
  return html === null ? null : { html, count: to - from, sum, fixes };
}

function hasCapitals(nodes: readonly Node[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    // A text has none.
    const name = (nodes[at] as Partial<Element>).localName;
    if (
      name &&
      name !== name.toLowerCase() &&
      (nodes[at] as Element).namespaceURI === namespaces[0]
    )
      return true;
  }
  return false;
}
