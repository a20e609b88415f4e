// A node as one side has it (types only): plain data, so that two browsers' pages can be compared outside of both.

export interface NodeRecord {
  readonly id: number;
  /** Index of the parent's record; -1 for the document. */
  readonly parent: number;
  /** As a path names it: `div#total.wide`, `#text`. */
  readonly name: string;
  /** What has to be equal on both sides, by its name. */
  readonly facts: Readonly<Record<string, string>>;
  /** Width and height as laid out; null where it is not drawn or its size is not comparable. */
  readonly size: readonly [width: number, height: number] | null;
  /** Where a picture of its own stands in the viewport; null for anything else. */
  readonly picture: readonly [x: number, y: number, width: number, height: number] | null;
  /** Where something masked or blocked stands in the viewport, the outermost of each; null for anything else. */
  readonly hidden: readonly [x: number, y: number, width: number, height: number] | null;
  /** The customer sees something of it. */
  readonly isDrawn: boolean;
  /** Masked, blocked or a placeholder: its looks differ by intention. */
  readonly isQuiet: boolean;
}
