// What the policy decides about a node. One policy object is handed down; nobody else decides what may be seen.

/** What a node inherits and hands on: bits, so that a page of nodes costs no objects. */
export type Care = number;

export const careBits = {
  /** Text, values and attributes in it are masked. */
  masked: 1,
  /** Visible to the agent, but refuses commands. */
  locked: 2,
  /** Never serialised: an empty box of the same size. */
  blocked: 4,
} as const;

export interface PrivacyPolicy {
  /** The care of `node` itself, with all that its ancestors, shadow hosts and frames hand down. */
  careOf(node: Node): Care;
  /** The care of `node` when its parent's (or its host's, or its frame's) is already known. */
  careWithin(parent: Care, node: Node): Care;
}
