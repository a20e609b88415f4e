// What an inspection finds out about one page (types only). Numbers are null where the page did not load.

/** A node that the agent sees otherwise than the customer. */
export interface Difference {
  /** From the body down, as a selector reads: `main > div#total > #text`. */
  readonly path: string;
  readonly expected: string;
  readonly seen: string;
}

export type WarningKind =
  | 'notLoaded'
  | 'mirrorFailed'
  | 'looksPersonal'
  | 'foreignFrame'
  | 'taintedCanvas'
  | 'contentSecurityPolicy'
  | 'assetMissing';

export interface Warning {
  readonly kind: WarningKind;
  readonly text: string;
}

/** Exactly what `--json` prints for a page. */
export interface Inspection {
  /** As it was named on the command line. */
  readonly page: string;
  readonly nodes: number | null;
  readonly differences: readonly Difference[];
  /** Part of the pixels that differ, from 0 to 1; what is masked or blocked does not count. */
  readonly pixelDifference: number | null;
  /** Of the snapshot on the wire, deflated. */
  readonly snapshotBytes: number | null;
  readonly snapshotMs: number | null;
  readonly warnings: readonly Warning[];
}

export interface Pictures {
  readonly customer: Uint8Array;
  readonly agent: Uint8Array;
  readonly difference: Uint8Array;
}

export interface Inspected {
  readonly inspection: Inspection;
  readonly pictures: Pictures | null;
}
