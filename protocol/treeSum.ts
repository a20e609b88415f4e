// A number for the shape of a tree, made alike at both ends: two trees with the same sum have, with all likelihood, the same kinds of
// nodes and the same names at the same depths in document order.

/** A number for a node's name (FNV-1a, 31 bits, never 0). Texts and comments have one too; HTML writes its names in capitals, others do not. */
export function nameCode(nodeName: string): number {
  let code = 0x811c9dc5;
  for (let i = 0; i < nodeName.length; i++)
    code = Math.imul(code ^ nodeName.charCodeAt(i), 0x01000193);
  return (code >>> 2) + 1;
}

/** The sum so far, one node on. `depth` counts from the top of the tree that is summed. */
export const sumNode = (sum: number, code: number, depth: number): number =>
  (Math.imul(sum, 31) + Math.imul(code, 17) + depth) | 0;
