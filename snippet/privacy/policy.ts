// What the policy decides about a node. One policy object is handed down; nobody else decides what may be seen.
// (Interface; see createPolicy.ts for the decisions.)

/** What a node inherits and hands on. */
export interface Care {
  /** Text, values and attributes in it are masked. */
  readonly masked: boolean;
  /** Never serialised: an empty box of the same size. */
  readonly blocked: boolean;
  /** Visible to the agent, but refuses commands. */
  readonly locked: boolean;
}

export interface PrivacyPolicy {
  /** The care of a node's children-to-be or of a root: what its ancestors, shadow hosts and frames hand down to it. */
  careOf(node: Node): Care;
  /** The care of `node` itself when its parent's is already known. */
  careWithin(parent: Care, node: Node): Care;
}
