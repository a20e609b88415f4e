// What a node's name says about it, found out once for each name: a page has few names and many nodes.
import { nameCode } from '../../protocol/treeSum.ts';
import { needsCare } from '../privacy/plain.ts';

export interface NameInfo {
  /** For the sum of a tree's shape (treeSum.ts). */
  readonly code: number;
  /** A node of this name is plain markup, as far as its name goes. */
  readonly isPlain: boolean;
  /** It may have a shadow root (DOM Standard, 4.8: valid shadow host names). */
  readonly mayHost: boolean;
  /** A field in it that is named like a property stands in the way of that property. */
  readonly isForm: boolean;
  /** Components alone have a hyphen. */
  readonly hasHyphen: boolean;
}

const hosts = /^(ARTICLE|ASIDE|BLOCKQUOTE|BODY|DIV|FOOTER|H[1-6]|HEADER|MAIN|NAV|P|SECTION|SPAN)$/i;
const infos = new Map<string, NameInfo>();
const MOST_NAMES = 4096;

/** By `nodeName`: HTML's is in capitals whatever its own name is, so that no spelling goes round what needs care. */
export function nameInfo(nodeName: string): NameInfo {
  // A field of that name stands in the way: so it is a form.
  if (typeof nodeName !== 'string') return nameInfo('FORM');
  let info = infos.get(nodeName);
  if (info) return info;
  const hasHyphen = nodeName.includes('-');
  info = {
    code: nameCode(nodeName),
    // No parser makes a prefix.
    isPlain: !nodeName.includes(':') && !needsCare(nodeName.toLowerCase()),
    mayHost: hasHyphen || hosts.test(nodeName),
    isForm: /^form$/i.test(nodeName),
    hasHyphen,
  };
  if (infos.size < MOST_NAMES) infos.set(nodeName, info);
  return info;
}
