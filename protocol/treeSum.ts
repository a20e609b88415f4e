// A number for the shape of a tree, made alike at both ends: two trees with the same sum have, with all likelihood, the same kinds of
// nodes and the same names at the same depths in document order.

/** Codes of what has no name. */
export const shapes = { text: 1, comment: 2 } as const;

const codes = new Map<string, number>();
const MOST_NAMES = 4096;

/** A number for an element's local name (FNV-1a, 32 bits), and for what is not HTML. */
export function nameCode(name: string, isHtml: boolean): number {
  const key = isHtml ? name : `${name} `;
  let code = codes.get(key);
  if (code === undefined) {
    code = 0x811c9dc5;
    for (let i = 0; i < key.length; i++) code = Math.imul(code ^ key.charCodeAt(i), 0x01000193);
    if (codes.size < MOST_NAMES) codes.set(key, code);
  }
  return code;
}

/** The sum so far, one node on. `depth` counts from the top of the tree that is summed. */
export const sumNode = (sum: number, code: number, depth: number): number =>
  (Math.imul(sum, 31) + Math.imul(code, 17) + depth) | 0;
