// The bytes that ops and tree records begin with. Shared by opWriter.ts and opReader.ts; values only ever get added.

export const opCodes = {
  page: 1,
  viewport: 2,
  insert: 3,
  remove: 4,
  attribute: 5,
  text: 6,
  field: 7,
  scroll: 8,
  sheet: 9,
  adopted: 10,
  topLayer: 11,
  states: 12,
  slotted: 13,
  undefinedNames: 14,
  environment: 15,
  selection: 16,
  seen: 17,
  sheetRules: 18,
  ruleEdits: 19,
  sheetState: 20,
  motion: 21,
  stated: 22,
  base: 23,
} as const;

/** Records of a tree in document order; `end` closes the innermost open one, and the insertion after its last tree. */
export const records = {
  end: 0,
  element: 1,
  text: 2,
  comment: 3,
  doctype: 4,
  /** Opens a shadow root; comes before its host's children. */
  shadow: 5,
  /** Opens a frame's document; comes as its frame element's only content. The page's own document is the outermost record. */
  document: 6,
  /** A node the viewer has already, moved here with all that is in it. */
  known: 7,
  /** An element whose content the policy withholds: an empty box of the same size. */
  blocked: 8,
  /** Something without a picture (script, noscript, meta …) that counts as a sibling all the same. */
  placeholder: 9,
  instruction: 10,
  /** A run of siblings that need no care, with all that is in them, as the HTML that the customer's browser made of it. */
  html: 11,
  /** Opens a shadow root whose slots are assigned by hand. */
  manualShadow: 12,
} as const;

/** How a document is laid out, which its doctype decided when it was parsed. */
export const documentModes = ['noQuirks', 'quirks', 'limitedQuirks'] as const;
export type DocumentMode = (typeof documentModes)[number];

export const namespaces = [
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/2000/svg',
  'http://www.w3.org/1998/Math/MathML',
] as const;

/** Bits of an element's care: what the policy decided, shown to the agent. */
export const care = { masked: 1, locked: 2 } as const;

export const topLayerStates = ['none', 'modal', 'popover', 'fullscreen'] as const;
export type TopLayerState = (typeof topLayerStates)[number];

/** A field's state. `null` where the field has no such thing. */
export interface FieldState<Text extends string = string> {
  readonly value: Text | null;
  readonly checked: boolean | null;
  readonly indeterminate: boolean;
  readonly selected: readonly number[] | null;
  /** Caret or selection, in UTF-16 units of `value`. */
  readonly selection: readonly [start: number, end: number] | null;
}
export const fieldBits = {
  value: 1,
  checkable: 2,
  checked: 4,
  indeterminate: 8,
  selected: 16,
  selection: 32,
} as const;

/** Short texts and all names are tabled: sent once, then referred to. */
export const tabled = { maxLength: 64, maxEntries: 1 << 16 } as const;

/** Texts of sheets are tabled apart: one that stands in many places is sent once. Lengths in UTF-16 units. */
export const sheetTexts = { maxEntries: 4096, maxLength: 1 << 23 } as const;

/** From `at` on, so many rules have gone and these have come. */
export interface RuleEdit<Text extends string = string> {
  readonly at: number;
  readonly removed: number;
  readonly texts: readonly Text[];
}

/**
 * What is told of an animation: one that script made; one that styles made, which the viewer's styles make as well; its state alone; that it
 * is no more; and, without an animation, that all that still count were told.
 */
export const motionKinds = ['made', 'styled', 'state', 'gone', 'settled'] as const;
export type MotionKind = (typeof motionKinds)[number];

/** What HTML does not tell: where a text is two, and where an empty one stands. `at` counts the run's nodes in document order. */
export type TextFix =
  | { readonly at: number; readonly splitAt: number }
  | { readonly at: number; readonly emptyAtDepth: number };
